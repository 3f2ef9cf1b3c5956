import type { Language } from '../diagnostics/diagnostic.ts'

/** What is said of bodies, besides the words for files. */
export interface BodyWords {
  title(bodies: number): string
  /** Of the table of those with findings. */
  readonly caption: string
  readonly heads: Readonly<Record<BodyColumn, string>>
  year(year: number): string
  readonly separator: string
  /** Of one rule: `title` and how often. */
  cause(title: string, count: number): string
  moreCauses(count: number): string
  missing(bodies: number): string
  /** Those of which only errors are shown, and which have none. */
  withoutErrors(bodies: number): string
  clean(bodies: number): string
  waived(count: number): string
  more(names: number): string
}

export type BodyColumn = 'body' | 'years' | 'files' | 'errors' | 'warnings' | 'infos' | 'causes'

/** Their order in tables. */
export const bodyColumns = [
  'body',
  'years',
  'files',
  'errors',
  'warnings',
  'infos',
  'causes',
] as const satisfies readonly BodyColumn[]

const zh: BodyWords = {
  title: bodies => `各单位情况（共${bodies}个，问题严重的在前）`,
  caption: '有问题的单位',
  heads: {
    body: '单位',
    years: '年度',
    files: '文件',
    errors: '错误',
    warnings: '警告',
    infos: '提示',
    causes: '主要问题',
  },
  year: year => `${year}年`,
  separator: '、',
  cause: (title, count) => (count === 1 ? title : `${title} ${count}条`),
  moreCauses: count => `另有${count}种`,
  missing: bodies => `缺少报告的单位（${bodies}个）：`,
  withoutErrors: bodies => `没有错误、另有警告或提示的单位（${bodies}个）：`,
  clean: bodies => `没有发现问题的单位（${bodies}个）：`,
  waived: count => `豁免${count}项`,
  more: names => `等，另有${names}个`,
}

const en: BodyWords = {
  title: bodies => `Bodies (${bodies}, the worst first)`,
  caption: 'Bodies with findings',
  heads: {
    body: 'Body',
    years: 'Years',
    files: 'Files',
    errors: 'Errors',
    warnings: 'Warnings',
    infos: 'Remarks',
    causes: 'Mainly',
  },
  year: String,
  separator: ', ',
  cause: (title, count) => (count === 1 ? title : `${title} ×${count}`),
  moreCauses: count => `and ${count} more`,
  missing: bodies => `Reports missing (${bodies === 1 ? '1 body' : `${bodies} bodies`}): `,
  withoutErrors: bodies => `No errors, but warnings or remarks (${bodies}): `,
  clean: bodies => `No problems found (${bodies}): `,
  waived: count => `${count} waived`,
  more: names => ` and ${names} more`,
}

export const bodyWords: Readonly<Record<Language, BodyWords>> = { 'zh-CN': zh, en }
