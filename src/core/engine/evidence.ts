import { formatExact } from '../constraints/exact.ts'
import type { Language } from '../diagnostics/diagnostic.ts'
import type { Location } from '../document/location.ts'
import type { Grouped } from '../inference/group.ts'
import type { Fact } from '../model/fact.ts'
import { locationOfPassage } from '../model/narrative.ts'
import type { Report } from '../model/report.ts'
import { claimsOf } from '../rules/narrative/said.ts'
import { cellName, cellNameInEnglish } from '../rules/words.ts'
import type { ParsedReport } from './parse-source.ts'

/** A figure that the running text states of one cell. */
interface StatedFigure {
  readonly ref: string
  readonly value: number
  /** As written. */
  readonly phrase: string
  readonly location: Location
}

/** What besides the equations speaks for or against a figure. It is said, and never changes what the equations say. */
export interface Evidence {
  /** What the same body reported a year ago, by ref; null where that was not given. */
  readonly lastYear: ReadonlyMap<string, string> | null
  /** What the running text says; looked for only where it may say something of a suspect. */
  stated(): readonly StatedFigure[]
}

/** What a file and the report of the year before have to say. */
export function evidenceOf(report: Report, previous: ParsedReport | undefined): Evidence {
  return { lastYear: lastYearOf(previous, report), stated: () => statedFigures(report) }
}

/** What the text says of single rows of 表三, in words that mean nothing else. */
function statedFigures(report: Report): readonly StatedFigure[] {
  return claimsOf(report).flatMap(claim => {
    if (claim.kind !== 'requests' && claim.kind !== 'carry' && claim.kind !== 'outcome') return []
    const [terms, ...others] = claim.meanings
    if (!terms || terms.length > 1 || others.length > 0 || claim.number.step > 1) return []
    const { phrase, number, passage } = claim
    return [
      { ref: `${terms[0]!.line}.total`, value: number.units, phrase, location: locationOfPassage(passage) },
    ]
  })
}

/** The figures of a report of the year before; null when it is that of another body, or of another year. */
export function lastYearOf(
  previous: ParsedReport | undefined,
  report: { readonly body: string | null; readonly year: number | null },
): Evidence['lastYear'] {
  if (!previous) return null
  const isOtherBody =
    previous.body !== null && report.body !== null && shortBody(previous.body) !== shortBody(report.body)
  const isOtherYear = previous.year !== null && report.year !== null && previous.year !== report.year - 1
  if (isOtherBody || isOtherYear) return null
  return new Map(previous.facts.flatMap(({ ref, value }) => (value === null ? [] : [[ref, value]])))
}

/** 示例镇人民政府 is 示例镇. */
function shortBody(body: string): string {
  return body.replace(/人民政府$/, '')
}

/** Reasons that are named of one cause; the candidates come in the order of the form. */
const mostReasons = 4

/** A sentence for each piece of evidence on the suspects of a cause, the strongest kind first. */
export function reasonsFor(
  explanations: Grouped['explanations'],
  { lastYear, stated }: Evidence,
  language: Language,
): readonly string[] {
  const words = language === 'en' ? en : zh
  const nameOf = ({ cell }: Fact) => (language === 'en' ? cellNameInEnglish(cell) : cellName(cell))
  const cells = explanations.flat().map(({ fact, value }) => {
    const actual = formatExact(fact.value!)
    const standing = (found: string): Standing | null =>
      found === actual ? 'written' : found === String(value) ? 'expected' : null
    return { ref: fact.cell.ref, name: nameOf(fact), actual, standing }
  })
  const text = cells.some(({ ref }) => /^requests\..*\.total$/.test(ref)) ? stated() : []
  const inText = cells.flatMap(({ ref, name, standing }) =>
    text.flatMap(({ value, phrase, location, ...other }) => {
      const found = other.ref === ref ? standing(String(value)) : null
      return found ? [words.stated(name, phrase, location, found)] : []
    }),
  )
  const carried = cells.flatMap(({ ref, name, standing }) => {
    const last = ref.includes('.carriedOver.')
      ? lastYear?.get(ref.replace('.carriedOver.', '.carriedForward.'))
      : undefined
    const found = last === undefined ? null : standing(last)
    return found ? [words.carried(name, last!, found)] : []
  })
  const same = cells.flatMap(({ ref, name, actual }) =>
    actual.length > 1 && lastYear?.get(ref) === actual ? [words.same(name, actual)] : [],
  )
  const exchanged = explanations.flatMap(explanation => {
    const [a, b, ...others] = explanation
    if (!a || !b || others.length > 0) return []
    const isExchange =
      String(a.value) === formatExact(b.fact.value!) && String(b.value) === formatExact(a.fact.value!)
    return isExchange ? [words.exchanged(nameOf(a.fact), nameOf(b.fact))] : []
  })
  return [...new Set([...inText, ...carried, ...same, ...exchanged])].slice(0, mostReasons)
}

type Standing = 'written' | 'expected'

const zh = {
  stated: (cell: string, phrase: string, { line, address }: Location, standing: Standing) =>
    `旁证：正文${address ?? `第${line}行`}写“${phrase}”，与${cell}${standing === 'written' ? '现填的数' : '改后的数'}一致。`,
  carried: (cell: string, value: string, standing: Standing) =>
    `旁证：上年报告“结转下年度”同一列为${value}，与${cell}${standing === 'written' ? '现填的数' : '改后的数'}一致。`,
  exchanged: (a: string, b: string) => `旁证：按其中一种改法，${a}与${b}的两个数正好互换。`,
  same: (cell: string, value: string) => `旁证：${cell}填的${value}与上年报告的同一格相同，可能没有更新。`,
}

const en: typeof zh = {
  stated: (cell, phrase, { line, address }, standing) =>
    `Evidence: the text (${address ?? `line ${line}`}) says “${phrase}”, ${standing === 'written' ? 'as written in' : 'the suggested number of'} ${cell}.`,
  carried: (cell, value, standing) =>
    `Evidence: last year’s report carried ${value} forward in the same column, ${standing === 'written' ? 'as written in' : 'the suggested number of'} ${cell}.`,
  exchanged: (a, b) => `Evidence: in one of the ways, ${a} and ${b} have exchanged their numbers.`,
  same: (cell, value) =>
    `Evidence: ${value} in ${cell} is what last year’s report says in the same cell; it may not have been updated.`,
}
