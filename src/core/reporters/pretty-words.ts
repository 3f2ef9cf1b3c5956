import type {
  Explanation,
  Language,
  Relations,
  Severity,
  Skipped,
  Summary,
  WaiverReason,
} from '../diagnostics/diagnostic.ts'
import { tableName } from './table-name.ts'

/** What the report for people says besides the messages themselves. */
export interface PrettyWords {
  readonly severity: Readonly<Record<Severity, string>>
  /** Whose report it is and what was found in it. */
  head(file: Head): string
  readonly related: string
  moreRelated(count: number): string
  readonly symptoms: string
  readonly candidates: string
  moreCandidates(count: number): string
  change(suspect: Explanation[number]): string
  nothingChecked: string
  waived(count: number): string
  reason(reason: WaiverReason): string
  /** How much of each code a baseline knows. */
  baseline(counts: readonly (readonly [code: string, count: number])[]): string
  clean(files: number, waived: number): string
  counts(summary: Summary): string
  causes(symptoms: number, causes: number): string
  relations(relations: Relations): string
  /** The same of those between reports, after it. */
  between(relations: Relations): string
  /** Says of how many diagnostics `--fix` disposes. */
  fixable(count: number): string
  /** Says which rules are off and would have found something. */
  off(codes: readonly string[]): string
  skipped(count: number): string
  readonly skipReason: Readonly<Record<Skipped['reason'], string>>
  moreSkipped(count: number): string
}

export interface Head {
  readonly body: string | null
  readonly year: number | null
  /** The tables of each edition, both in the order of the report. */
  readonly editions: readonly { readonly edition: string; readonly tables: readonly string[] }[]
}

const zh: PrettyWords = {
  severity: { error: '错误', warning: '警告', info: '提示' },
  head: ({ body, year, editions }) =>
    [
      body,
      year && `${year}年`,
      ...editions.map(
        ({ edition, tables }) =>
          `${tables.map(table => tableName(table, 'zh-CN')).join('、')}（${edition}年版）`,
      ),
    ]
      .filter(Boolean)
      .join('，'),
  related: '相关单元格：',
  moreRelated: count => `另有${count}处，可用 -f json 列出全部`,
  symptoms: '涉及的问题：',
  candidates: '可能的改法：',
  moreCandidates: count => `另有${count}种，可用 -f json 列出全部`,
  change: ({ name, actual, expected }) =>
    expected === null ? `${name}填${actual}须改` : `${name} ${actual} → ${expected}`,
  nothingChecked: '没有检查任何文件。',
  waived: count => `已豁免${count}项，不计入：`,
  reason: ({ reason, who, until }) => `理由：${reason}（${who}${until === null ? '' : `，到${until}为止`}）`,
  baseline: counts => `基线中原有的问题：${counts.map(([code, count]) => `${code} ${count}项`).join('，')}`,
  clean: (files, waived) => `检查了${files}个文件，${waived > 0 ? '除已豁免的以外' : ''}没有发现问题。`,
  counts: ({ files, errors, warnings, infos }) =>
    `检查了${files}个文件：${errors}个错误，${warnings}个警告，${infos}个提示。`,
  causes: (symptoms, causes) => `其中${symptoms}项合为${causes}条。`,
  relations: ({ held, failed, unknown }) =>
    `勾稽关系：${held}项成立，${failed}项不成立，${unknown}项无法判断。`,
  between: ({ held, failed, unknown }) =>
    `报告之间：${held}项成立，${failed}项不成立，${unknown}项无法判断。`,
  fixable: count => `其中${count}项可用 --fix 改写，数值不变。`,
  off: codes => `已关闭的规则另有发现，没有列出：${codes.join('、')}。`,
  skipped: count => `另有${count}个文件未作检查：`,
  skipReason: {
    empty: '空文件',
    'no-sign': '内容不像年度报告的表格',
    'other-format': '不是可以核对的文件类型',
    'annotated-copy': 'gouji annotate 做的核对副本',
    'own-output': 'gouji check 输出的核对结果',
    excluded: '按设定不核对',
  },
  moreSkipped: count => `还有${count}个`,
}

const en: PrettyWords = {
  severity: { error: 'error', warning: 'warning', info: 'info' },
  head: ({ body, year, editions }) =>
    [
      body,
      year && String(year),
      ...editions.map(
        ({ edition, tables }) =>
          `${tables.map(table => tableName(table, 'en')).join(', ')} (${edition} edition)`,
      ),
    ]
      .filter(Boolean)
      .join(', '),
  related: 'Related cells:',
  moreRelated: count => `and ${count} more; -f json lists all`,
  symptoms: 'Where it shows:',
  candidates: 'What may be wrong:',
  moreCandidates: count => `and ${count} more; -f json lists all`,
  change: ({ name, actual, expected }) =>
    expected === null ? `${name} says ${actual}, must change` : `${name} ${actual} → ${expected}`,
  nothingChecked: 'No file was checked.',
  waived: count => `Waived, not counted: ${count}`,
  reason: ({ reason, who, until }) => `Reason: ${reason} (${who}${until === null ? '' : `, until ${until}`})`,
  baseline: counts =>
    `Known from the baseline: ${counts.map(([code, count]) => `${code} ×${count}`).join(', ')}`,
  clean: (files, waived) =>
    `Checked ${countOf(files, 'file')}, found ${waived > 0 ? 'nothing but what is waived' : 'no problems'}. `,
  counts: ({ files, errors, warnings, infos }) =>
    `Checked ${countOf(files, 'file')}: ${countOf(errors, 'error')}, ${countOf(warnings, 'warning')}, ${countOf(infos, 'info')}.`,
  causes: (symptoms, causes) => ` ${symptoms} of them are shown as ${countOf(causes, 'entry', 'entries')}.`,
  relations: ({ held, failed, unknown }) =>
    `Relations: ${held} hold, ${failed} fail, ${unknown} cannot be judged.`,
  between: ({ held, failed, unknown }) =>
    ` Between reports: ${held} hold, ${failed} fail, ${unknown} cannot be judged.`,
  fixable: count => `${count} of these can be rewritten by --fix without changing a number.`,
  off: codes => `Rules that are off found something that is not shown: ${codes.join(', ')}.`,
  skipped: count => `${countOf(count, 'other file was', 'other files were')} not checked:`,
  skipReason: {
    empty: 'empty file',
    'no-sign': 'nothing in it looks like a table of the report',
    'other-format': 'not a type of file that can be checked',
    'annotated-copy': 'a copy made by gouji annotate',
    'own-output': 'an output of gouji check',
    excluded: 'excluded by the settings',
  },
  moreSkipped: count => `and ${count} more`,
}

export const prettyWords: Readonly<Record<Language, PrettyWords>> = { 'zh-CN': zh, en }

function countOf(count: number, one: string, many = `${one}s`): string {
  return `${count} ${count === 1 ? one : many}`
}
