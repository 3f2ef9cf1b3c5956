import { compareExact, signOf } from '../constraints/exact.ts'
import type { Format } from '../document/format.ts'
import type { CollectedReport, Rendition } from './collection.ts'
import type { Fact } from './fact.ts'
import type { TableFacts } from './report.ts'

/** Those that give a figure a cell of its own come first. */
const order: readonly (Format | null)[] = [
  'xlsx',
  'xls',
  'ods',
  'docx',
  'html',
  'mht',
  'csv',
  'tsv',
  'md',
  'txt',
]

/** Fewer figures than this besides 0 do not show whether two reports are one. */
const fewest = 10

/** What two reports of one body and year are to each other. */
export type Kinship =
  /** One report, published in two forms. */
  | 'rendition'
  /** Two reports. */
  | 'duplicate'
  /** Neither can be said. */
  | 'unclear'

export interface Comparison {
  readonly kinship: Kinship
  /** The cells of which both say a number. */
  readonly compared: number
  /** Those whose numbers differ, of one and of the other, in the order of the form. */
  readonly differing: readonly (readonly [Fact, Fact])[]
}

/**
 * Reports in different formats are renditions when of the cells in which either says something else than 0 at most half
 * differ. Those in one format are renditions only when nothing differs and their names do but for what the form is
 * called, 网页版, 打印版. Where there is no cell to compare, or too few to tell by, it is unclear.
 */
export function compareReports(one: CollectedReport, other: CollectedReport): Comparison {
  const pairs = one.tables.flatMap(table => {
    const own = other.tables.find(({ id, edition }) => id === table.id && edition === table.edition)
    return own ? comparablePairs(table, own) : []
  })
  const differing = pairs.filter(([a, b]) => compareExact(a.value!, b.value!) !== 0)
  const telling = pairs.filter(pair => pair.some(({ value }) => signOf(value!) !== 0)).length
  return {
    kinship: kinshipOf(one, other, pairs.length, telling, differing.length),
    compared: pairs.length,
    differing,
  }
}

function kinshipOf(
  one: CollectedReport,
  other: CollectedReport,
  compared: number,
  telling: number,
  differing: number,
): Kinship {
  if (compared === 0) return 'unclear'
  if (one.format === other.format)
    return differing === 0 && withoutForm(one.path) === withoutForm(other.path) ? 'rendition' : 'duplicate'
  if (2 * differing <= telling) return 'rendition'
  return telling < fewest ? 'unclear' : 'duplicate'
}

function comparablePairs(one: TableFacts, other: TableFacts): readonly (readonly [Fact, Fact])[] {
  return one.facts.slice(0, one.form.size).flatMap((fact, index) => {
    const own = other.facts[index]
    return fact?.value && own?.value ? [[fact, own] as const] : []
  })
}

/**
 * The reports of one body and year, each with its renditions, of which the first counts. Where these say different
 * numbers, the report says none.
 */
export function withRenditions(reports: readonly CollectedReport[]): readonly CollectedReport[] {
  if (reports.length < 2) return reports
  const settled: {
    readonly report: CollectedReport
    readonly name: string
    readonly renditions: Rendition[]
  }[] = []
  for (const report of [...reports].sort(firstCounts)) {
    const name = withoutForm(report.path)
    let isSettled = false
    for (const first of settled) {
      // Told by their names, without a look at the figures: of one body there may be thousands.
      if (first.report.format === report.format && first.name !== name) continue
      const { kinship, differing } = compareReports(first.report, report)
      if (kinship !== 'rendition') continue
      first.renditions.push({ report, differing })
      isSettled = true
      break
    }
    if (!isSettled) settled.push({ report, name, renditions: [] })
  }
  return settled.map(({ report, renditions }) =>
    renditions.length === 0 ? report : { ...report, tables: agreed(report, renditions), renditions },
  )
}

/**
 * The order in which one of several files of a report is taken for it: by format, then the shortest path, for what is put
 * behind a name tells a copy.
 */
export function firstCounts(a: CollectedReport, b: CollectedReport): number {
  return (
    order.indexOf(a.format) - order.indexOf(b.format) ||
    a.path.length - b.path.length ||
    (a.path < b.path ? -1 : 1)
  )
}

function agreed({ tables }: CollectedReport, renditions: readonly Rendition[]): readonly TableFacts[] {
  const doubtful = new Set(renditions.flatMap(({ differing }) => differing.map(([fact]) => fact)))
  if (doubtful.size === 0) return tables
  return tables.map(table => ({
    ...table,
    facts: table.facts.map(fact =>
      fact && doubtful.has(fact) ? { ...fact, state: 'text' as const, value: null } : fact,
    ),
  }))
}

/** What forms of one report are called in the names of files and folders. */
const forms =
  /(?:网页|图片|超链(?:接)?|打印|扫描|盖章|公示|公开|发布|电子|纸质|正式|最终|PDF|Word|WPS|Excel|HTML|OFD)(?:版本?|稿|件)|[终定]稿|终版/gi

/** A path without its extension and without the name of a form: what the files of one report have in common. */
export function withoutForm(path: string): string {
  return path
    .normalize('NFKC')
    .replace(/\.[^./]*$/, '')
    .replace(forms, '')
    .replace(/[\s\-_+.,·—()[\]【】《》“”"']+/gu, '')
}

/** The folder of a path, without years, which name it often: 2024/县/, 县/2024年/. */
export function folderOf(path: string): string {
  return withoutForm(path.slice(0, path.lastIndexOf('/') + 1)).replace(/20\d{2}(?:年度?)?/g, '')
}
