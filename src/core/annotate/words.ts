import type { Language, Relations, Severity, WaiverReason } from '../diagnostics/diagnostic.ts'
import { resultSheets } from '../name.ts'

/** What the sheet of results and the notes say besides the messages. */
export interface Words {
  readonly sheet: string
  readonly severity: Readonly<Record<Severity, string>>
  readonly heads: readonly [
    number: string,
    severity: string,
    rule: string,
    place: string,
    message: string,
    advice: string,
  ]
  file(path: string): string
  body(body: string): string
  year(year: number): string
  counts(counts: Readonly<Record<Severity, number>>): string
  relations(relations: Relations): string
  readonly clean: string
  readonly caution: string
  /** Why the copy is less like the file than that of a workbook; `hasLooks` for what is more than text. */
  made(format: string, hasLooks: boolean): string
  /** The same of a workbook that cannot be changed in its place; `detail` is for a technician. */
  remade(detail: string): string
  /** Places that are beyond what a workbook can hold. */
  cut(count: number): string
  left(count: number): string
  readonly wholeFile: string
  inSource(position: string): string
  readonly and: string
  suggestion(values: readonly Suggestion[]): string
  possibility(number: number): string
  otherSuggestions(count: number): string
  readonly moreSuggestions: string
  /** In the place of a number. */
  readonly waived: string
  reason(reason: WaiverReason): string
  readonly inBaseline: string
}

export interface Suggestion {
  readonly name: string
  readonly actual: string
  /** Null where several numbers fit. */
  readonly expected: string | null
}

const zh: Words = {
  sheet: resultSheets.zh,
  severity: { error: '错误', warning: '警告', info: '提示' },
  heads: ['序号', '级别', '规则', '位置', '说明', '建议'],
  file: path => `文件：${path}`,
  body: body => `单位：${body}`,
  year: year => `年份：${year}`,
  counts: ({ error, warning, info }) => `${error}个错误，${warning}个警告，${info}个提示。`,
  relations: ({ held, failed, unknown }) =>
    `勾稽关系：${held}项成立，${failed}项不成立，${unknown}项无法判断。`,
  clean: '没有发现问题。',
  caution: '这是供核对用的副本，不是年度报告；标出的数须由填报单位对照底稿确认，并在原文件中更正。',
  made: (format, hasLooks) =>
    `原文件是 ${format} 格式：副本是按读出的内容新建的工作簿${hasLooks ? '，原来的格式、公式、批注、图片和宏没有带过来' : ''}。`,
  remade: detail =>
    `原工作簿的写法特殊，不能在原样上标注（${detail}）：副本是按读出的内容新建的工作簿，原来的格式、公式、批注、图片和宏没有带过来。`,
  cut: count => `有${count}处超出工作簿的上限（每格32767字），没有全部带过来。`,
  left: count => `还有${count}项没有列出，见 gouji check -f json。`,
  wholeFile: '整个文件',
  inSource: position => `\n（原文件 ${position}）`,
  and: '、',
  suggestion: values =>
    values
      .map(({ name, actual, expected }) => {
        const now = actual === '' ? '现为空' : `现填${actual}`
        return expected === null ? `${name}${now}，须改，几个数都可以` : `${name}${now}，改为${expected}`
      })
      .join('；'),
  possibility: number => `可能${number}：`,
  otherSuggestions: count => `另有${count}种可能。`,
  moreSuggestions: '可能不止以上几种。',
  waived: '已豁免',
  reason: ({ reason, who, until }) =>
    `不计入。理由：${reason}（${who}${until === null ? '' : `，到${until}为止`}）`,
  inBaseline: '不计入。是基线中原有的问题，没有写明理由。',
}

const en: Words = {
  sheet: resultSheets.en,
  severity: { error: 'error', warning: 'warning', info: 'info' },
  heads: ['No.', 'Severity', 'Rule', 'Place', 'Message', 'What to do'],
  file: path => `File: ${path}`,
  body: body => `Body: ${body}`,
  year: year => `Year: ${year}`,
  counts: ({ error, warning, info }) =>
    `${countOf(error, 'error')}, ${countOf(warning, 'warning')}, ${countOf(info, 'info')}.`,
  relations: ({ held, failed, unknown }) =>
    `Relations: ${held} hold, ${failed} fail, ${unknown} cannot be judged.`,
  clean: 'No problems were found.',
  caution:
    'This is a copy for checking, not the report; the body must confirm the marked figures with its records and correct them in the original file.',
  made: (format, hasLooks) =>
    `The original file is ${format}: the copy is a new workbook made from what was read${hasLooks ? '; formats, formulas, notes, pictures and macros of the original were not carried over' : ''}.`,
  remade: detail =>
    `The original workbook cannot be marked in its place (${detail}): the copy is a new workbook made from what was read, without its formats, formulas, notes, pictures and macros.`,
  cut: count =>
    `${countOf(count, 'place is', 'places are')} beyond what a workbook can hold (32,767 characters a cell) and not carried over in whole.`,
  left: count => `${countOf(count, 'more is', 'more are')} not listed; see gouji check -f json.`,
  wholeFile: 'the whole file',
  inSource: position => `\n(${position} in the original)`,
  and: ', ',
  suggestion: values =>
    values
      .map(({ name, actual, expected }) => {
        const now = actual === '' ? 'now blank' : `now ${actual}`
        return expected === null
          ? `${name}: ${now}, several numbers fit`
          : `${name}: ${now}, to be ${expected}`
      })
      .join('; '),
  possibility: number => `Possibility ${number}: `,
  otherSuggestions: count => `and ${count} more.`,
  moreSuggestions: 'There may be others.',
  waived: 'waived',
  reason: ({ reason, who, until }) =>
    `Not counted. Reason: ${reason} (${who}${until === null ? '' : `, until ${until}`})`,
  inBaseline: 'Not counted. Known from the baseline, without a reason.',
}

export const wordsIn: Readonly<Record<Language, Words>> = { 'zh-CN': zh, en }

function countOf(count: number, one: string, many = `${one}s`): string {
  return `${count} ${count === 1 ? one : many}`
}
