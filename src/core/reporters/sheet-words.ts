import type { FileResult, Language, Severity } from '../diagnostics/diagnostic.ts'
import { type Standing, standingOf } from './standing.ts'

/** What every output says that is read as a sheet or a page, besides the words of the report for people. */
export interface SheetWords {
  readonly standing: Readonly<Record<Standing, string>>
  /** In the place of `clean` where only errors are listed. */
  readonly noErrors: string
  /** In the place of `clean` where something is waived. */
  readonly onlyWaived: string
  turnedOff(codes: readonly string[]): string
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
  readonly comma: string
  readonly off: string
  /** Of entries, which may stand for several diagnostics each. */
  counted(files: number, entries: Readonly<Record<Severity, number>>): string
  readonly fileHeads: readonly string[]
  /** After file, body, year and result. */
  readonly sheetHeads: readonly string[]
  /** What a limit on size leaves out. */
  cut(rest: { readonly files: number; readonly findings: number; readonly skipped: number }): string
}

const zh: SheetWords = {
  standing: { error: '有错误', warning: '有警告', info: '有提示', clean: '未发现问题' },
  noErrors: '没有错误',
  onlyWaived: '除已豁免的以外未发现问题',
  turnedOff: codes => `${codes.join('、')}已关闭`,
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
  comma: '，',
  counted: (files, { error, warning, info }) =>
    `核对了${files}个文件：${error}条错误，${warning}条警告，${info}条提示`,
  off: '已关闭而有发现的规则',
  fileHeads: ['文件', '单位', '年度', '结果', '错误', '警告', '提示', '豁免', '不成立', '无法判断', '成立'],
  sheetHeads: ['规则', '规则名称', '位置', '数据项', '问题', '说明', '豁免'],
  cut: ({ files, findings, skipped }) =>
    `篇幅所限，另有${[
      files > 0 && `${files}个文件`,
      findings > 0 && `${findings}条问题`,
      skipped > 0 && `${skipped}个未作检查的文件`,
    ]
      .filter(Boolean)
      .join('、')}没有列出；全部结果见 gouji check -f json。`,
  inBrackets: text => `（${text}）`,
}

const en: SheetWords = {
  standing: { error: 'errors', warning: 'warnings', info: 'remarks', clean: 'no problems found' },
  noErrors: 'no errors',
  onlyWaived: 'nothing but what is waived',
  turnedOff: codes => `${codes.join(', ')} turned off`,
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
  comma: ', ',
  counted: (files, { error, warning, info }) =>
    `checked files: ${files}; entries: ${error} of errors, ${warning} of warnings, ${info} of remarks`,
  off: 'Rules that found something and are turned off',
  fileHeads: [
    'File',
    'Body',
    'Year',
    'Result',
    'Errors',
    'Warnings',
    'Remarks',
    'Waived',
    'Fail',
    'Cannot be judged',
    'Hold',
  ],
  sheetHeads: ['Rule', 'Name of the rule', 'Place', 'Ref', 'Finding', 'Notes', 'Waived'],
  cut: ({ files, findings, skipped }) =>
    `Cut to size; not listed here: ${[
      files > 0 && `files: ${files}`,
      findings > 0 && `findings: ${findings}`,
      skipped > 0 && `files not checked: ${skipped}`,
    ]
      .filter(Boolean)
      .join(', ')}. All results: gouji check -f json.`,
  inBrackets: text => ` (${text})`,
}

export const sheetWords: Readonly<Record<Language, SheetWords>> = { 'zh-CN': zh, en }

/** How a file stands; never called clean when something is not shown. */
export function standingText(file: FileResult, words: SheetWords, isPartial: boolean): string {
  const standing = standingOf(file)
  const clean = isPartial ? words.noErrors : file.waived.length > 0 ? words.onlyWaived : words.standing.clean
  const off = file.off.length > 0 ? words.inBrackets(words.turnedOff(file.off)) : ''
  return `${standing === 'clean' ? clean : words.standing[standing]}${off}`
}
