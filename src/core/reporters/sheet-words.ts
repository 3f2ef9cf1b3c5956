import type { Language, Severity } from '../diagnostics/diagnostic.ts'
import type { Standing } from './standing.ts'

/** What every output says that is read as a sheet or a page, besides the words of the report for people. */
export interface SheetWords {
  readonly standing: Readonly<Record<Standing, string>>
  /** In the place of `clean` where only errors are listed. */
  readonly noErrors: string
  readonly unchecked: string
  readonly unknown: string
  /** Text formats; elsewhere a place is an address. */
  position(line: number, column: number): string
  readonly wholeFile: string
  readonly waiver: string
  readonly baseline: string
  until(day: string): string
  /** Said where warnings and remarks are left out of the output. */
  readonly errorsOnly: string
  readonly settings: string
  readonly separator: string
  readonly colon: string
  inBrackets(text: string): string
  counts(counts: Readonly<Record<Severity, number>>): string
}

const zh: SheetWords = {
  standing: { error: '有错误', warning: '有警告', info: '有提示', clean: '未发现问题' },
  noErrors: '没有错误',
  unchecked: '未作检查',
  unknown: '（未能识别）',
  position: (line, column) => `第${line}行第${column}个字符`,
  wholeFile: '整个文件',
  waiver: '豁免',
  baseline: '已记入基线',
  until: day => `至${day}`,
  errorsOnly: '警告和提示没有列出（--quiet）。',
  settings: 'gouji 的设置文件',
  separator: '；',
  colon: '：',
  inBrackets: text => `（${text}）`,
  counts: ({ error, warning, info }) => `错误${error}条，警告${warning}条，提示${info}条`,
}

const en: SheetWords = {
  standing: { error: 'errors', warning: 'warnings', info: 'remarks', clean: 'no problems found' },
  noErrors: 'no errors',
  unchecked: 'not checked',
  unknown: '(not recognised)',
  position: (line, column) => `line ${line}, character ${column}`,
  wholeFile: 'the whole file',
  waiver: 'waived',
  baseline: 'in the baseline',
  until: day => `until ${day}`,
  errorsOnly: 'Warnings and remarks are not listed (--quiet).',
  settings: 'settings of gouji',
  separator: '; ',
  colon: ': ',
  inBrackets: text => `(${text})`,
  counts: ({ error, warning, info }) => `errors: ${error}, warnings: ${warning}, remarks: ${info}`,
}

export const sheetWords: Readonly<Record<Language, SheetWords>> = { 'zh-CN': zh, en }
