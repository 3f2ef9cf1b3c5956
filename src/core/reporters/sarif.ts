import type { FileResult, Language, Result, RuleInfo, Severity } from '../diagnostics/diagnostic.ts'
import type { Location } from '../document/location.ts'
import { artifactUri } from './artifact-uri.ts'
import { type Entry, entriesOf } from './entries.ts'
import { entryLines } from './entry-text.ts'
import { hasTextPlaces } from './has-text-places.ts'
import { jsonText } from './json-text.ts'
import type { Reporter } from './reporter.ts'
import { visible } from './visible.ts'

const levels: Readonly<Record<Severity, string>> = { error: 'error', warning: 'warning', info: 'note' }
const root = '%SRCROOT%'

/** SARIF 2.1.0, as code scanning takes it. What is waived is counted and left out: GitHub would show it as open. */
export const sarif: Reporter = result => {
  const { tool, language, files, rules } = result
  const run = {
    tool: {
      driver: {
        name: tool.name,
        semanticVersion: tool.version,
        rules: rules.map(ruleEntry),
      },
    },
    language,
    columnKind: 'utf16CodeUnits',
    newlineSequences: ['\r\n', '\n', '\r'],
    originalUriBaseIds: { [root]: { description: { text: baseWords[language] } } },
    artifacts: files.map(artifactEntry),
    results: resultEntries(result),
    properties: checkedEntry(result),
  }
  const log = { $schema: 'https://json.schemastore.org/sarif-2.1.0.json', version: '2.1.0', runs: [run] }
  return `${jsonText(log, 2)}\n`
}

const baseWords: Readonly<Record<Language, string>> = {
  'zh-CN': '运行 gouji 时所在的文件夹。',
  en: 'The folder in which gouji was run.',
}

/** By the first digit of the code. */
const kinds = [
  'reading',
  'structure',
  'values',
  'totals',
  'balance',
  'years',
  'levels',
  'narrative',
  '',
  'settings',
]
const problemSeverities: Readonly<Record<Severity, string>> = {
  error: 'error',
  warning: 'warning',
  info: 'recommendation',
}

function ruleEntry({ code, name, severity, title, why, advice, basis }: RuleInfo) {
  const kind = kinds[Number(code[2])]!
  return {
    id: code,
    name: pascalCase(name),
    shortDescription: { text: messageText(title) },
    fullDescription: { text: messageText(why) },
    help: {
      text: messageText([why, advice, basis].join('\n')),
      markdown: messageText([why, advice, basis].map(literalMarkdown).join('\n\n')),
    },
    defaultConfiguration: { level: levels[severity] },
    properties: {
      tags: [kind],
      precision: kind === 'totals' || kind === 'balance' ? 'very-high' : 'high',
      'problem.severity': problemSeverities[severity],
    },
  }
}

function pascalCase(name: string): string {
  return name.replace(/(?:^|-)(\w)/g, (_, first: string) => first.toUpperCase())
}

function literalMarkdown(text: string): string {
  return text.replace(/[\\`*_<>[\]#|~]/g, '\\$&')
}

/** In messages braces hold arguments, and `[text](target)` is a link wherever it came from. */
function messageText(text: string): string {
  return text.replace(/[{}]/g, '$&$&').replaceAll('](', '] (')
}

function artifactEntry({ path, encoding, role, waived, off }: FileResult) {
  return {
    location: artifactLocation(path),
    ...(encoding && { encoding }),
    roles: [role === 'settings' ? 'userSpecifiedConfiguration' : 'analysisTarget'],
    ...(waived.length + off.length > 0 && { properties: { waived: waived.length, off } }),
  }
}

function artifactLocation(path: string) {
  const { uri, isRelative } = artifactUri(path)
  return isRelative ? { uri, uriBaseId: root } : { uri }
}

/** What was checked, and what was not. */
function checkedEntry({ summary, skipped }: Result) {
  return {
    files: summary.files,
    errors: summary.errors,
    warnings: summary.warnings,
    infos: summary.infos,
    waived: summary.waived,
    relations: summary.relations,
    notChecked: skipped.map(({ path, reason }) => ({ path, reason })),
  }
}

function resultEntries({ files, rules, language }: Result) {
  const ruleIndexes = new Map(rules.map(({ code }, index) => [code, index]))
  return files.flatMap((file, artifact) =>
    entriesOf(file).map(entry => ({
      ruleId: entry.code,
      ruleIndex: ruleIndexes.get(entry.code),
      level: levels[entry.severity],
      message: { text: messageText(entryLines(entry, file.format, language).join('\n')) },
      locations: [locationEntry(entry.location, file, artifact)],
      ...relatedEntries(entry, file, artifact),
      partialFingerprints: { primaryLocationLineHash: entry.fingerprint },
    })),
  )
}

function relatedEntries({ symptoms, related }: Entry, file: FileResult, artifact: number) {
  const places = [
    ...symptoms.map(({ location, code, message }) => ({ location, text: `${code}  ${message}` })),
    ...related.map(({ location, message }) => ({ location, text: message })),
  ]
  if (places.length === 0) return {}
  const relatedLocations = places.map(({ location, text }, id) => ({
    id,
    ...locationEntry(location, file, artifact),
    ...(text && { message: { text: messageText(visible(text)) } }),
  }))
  return { relatedLocations }
}

/** Without a region where the file is no text: the standard forbids lines there, and GitHub takes it for the whole file. */
function locationEntry(location: Location, file: FileResult, index: number) {
  const { address } = location
  const region = hasTextPlaces(file) ? { region: regionEntry(location, file) } : {}
  return {
    physicalLocation: { artifactLocation: { ...artifactLocation(file.path), index }, ...region },
    ...(address !== null && {
      logicalLocations: [
        {
          name: address.slice(address.lastIndexOf('!') + 1),
          fullyQualifiedName: address,
          kind: 'member',
        },
      ],
    }),
  }
}

function regionEntry(location: Location, file: FileResult) {
  const { line, column, endLine, endColumn } = location
  const text = textAt(location, file)
  return {
    startLine: line,
    startColumn: column,
    endLine,
    endColumn,
    ...(text !== null && { snippet: { text } }),
  }
}

/** Line ends inside a cell are given as a line feed. */
function textAt({ line, column, endLine, endColumn }: Location, { lines }: FileResult): string | null {
  if (lines === null) return null
  const own = Array.from({ length: endLine - line + 1 }, (_, index) => lines[line + index])
  if (own.includes(undefined)) return null
  own[own.length - 1] = own.at(-1)!.slice(0, endColumn - 1)
  own[0] = own[0]!.slice(column - 1)
  return own.join('\n')
}
