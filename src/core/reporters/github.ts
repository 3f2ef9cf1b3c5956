import type { Diagnostic, FileResult, Language, Result, Severity } from '../diagnostics/diagnostic.ts'
import { hasLines } from '../document/format.ts'
import { type Entry, entriesOf } from './entries.ts'
import { prettyWords } from './pretty-words.ts'
import type { Reporter } from './reporter.ts'
import { visible, visiblePlace, visiblePosition } from './visible.ts'

type Command = 'error' | 'warning' | 'notice'

const commandOf: Readonly<Record<Severity, Command>> = { error: 'error', warning: 'warning', info: 'notice' }
const commands: readonly Command[] = ['error', 'warning', 'notice']

/** Annotations of each kind that GitHub shows of a step. */
const mostShown = 10
/** Of what fails because of one cause; an annotation is a small box. */
const mostSymptoms = 5

/** Workflow commands of GitHub Actions and nothing else: an annotation an entry, the worst first. */
export const github: Reporter = result => {
  const words = wordsIn[result.language]
  const annotations = result.files.flatMap(file =>
    entriesOf(file).map(entry => ({
      command: commandOf[entry.severity],
      line: annotation(file, entry, result.language),
    })),
  )
  const of = (command: Command) => annotations.filter(each => each.command === command)
  const asides = [
    ...(result.summary.files === 0 ? [prettyWords[result.language].nothingChecked] : []),
    ...leftOut(result),
  ]
  const isCut =
    Math.max(of('error').length, of('warning').length, of('notice').length + asides.length) > mostShown
  const notices = [...(isCut ? [words.cut(annotations.length, result.summary)] : []), ...asides]
  return [
    ...notices.map(text => `::notice title=gouji::${escapeData(text)}\n`),
    ...commands.flatMap(command => of(command).map(({ line }) => line)),
  ].join('')
}

function annotation(file: FileResult, entry: Entry, language: Language): string {
  const { severity, code, location, message, symptoms, notes } = entry
  const shown = symptoms.slice(0, mostSymptoms)
  const rest = symptoms.length - shown.length
  const lines = [
    `${placeOf(file, entry)}: ${code} ${message}`,
    ...shown.map(symptom => symptomLine(file, symptom)),
    ...(rest > 0 ? [wordsIn[language].more(rest)] : []),
    ...notes,
  ]
  const properties = Object.entries({
    file: file.path,
    line: String(location.line),
    col: String(location.column),
    title: `gouji (${code})`,
  }).map(([name, value]) => `${name}=${escapeProperty(visible(value))}`)
  return `::${commandOf[severity]} ${properties.join(',')}::${escapeData(lines.map(visible).join('\n'))}\n`
}

/** The log shows the message alone, so it says the file; first the cell, where a line of the file means nothing. */
function placeOf({ path, format }: FileResult, { location }: Entry): string {
  const isCell = location.address !== null && !hasLines(format)
  return isCell ? `${location.address} (${path})` : visiblePlace(path, location, format)
}

function symptomLine({ format }: FileResult, { location, code, message }: Diagnostic): string {
  return `${visiblePosition(location, format)} ${code} ${message}`
}

/** What was found and is not among the annotations. */
function leftOut({ language, summary, files }: Result): readonly string[] {
  const words = wordsIn[language]
  const off = [...new Set(files.flatMap(file => file.off))].sort()
  return [
    ...(summary.waived > 0 ? [words.waived(summary.waived)] : []),
    ...(off.length > 0 ? [words.off(off)] : []),
  ]
}

function escapeData(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A')
}

function escapeProperty(text: string): string {
  return escapeData(text).replaceAll(':', '%3A').replaceAll(',', '%2C')
}

interface GithubWords {
  more(symptoms: number): string
  cut(entries: number, summary: Result['summary']): string
  waived(count: number): string
  off(codes: readonly string[]): string
}

const wordsIn: Readonly<Record<Language, GithubWords>> = {
  'zh-CN': {
    more: symptoms => `另有${symptoms}处，可用 -f json 列出全部`,
    cut: (entries, { errors, warnings, infos }) =>
      `共${errors}个错误，${warnings}个警告，${infos}个提示，合为${entries}条。GitHub 每种只显示前${mostShown}条；全部在这一步的日志中。`,
    waived: count => `另有${count}项已豁免或列入基线，不计入，也不在此列出；可用 -f json 列出。`,
    off: codes => `因配置关闭的规则：${codes.join('、')}。`,
  },
  en: {
    more: symptoms => `and ${symptoms} more; -f json lists all`,
    cut: (entries, { errors, warnings, infos }) =>
      `Errors: ${errors}, warnings: ${warnings}, infos: ${infos}, in ${entries} entries. GitHub shows the first ${mostShown} of each kind; the log of this step has all.`,
    waived: count =>
      `Waived or in the baseline, neither counted nor shown here: ${count}; -f json lists them.`,
    off: codes => `Rules turned off by settings: ${codes.join(', ')}.`,
  },
}
