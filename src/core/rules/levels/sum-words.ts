import type { Cell } from '../../editions/index.ts'
import type { SumReading } from '../../inference/explain-sums.ts'
import { cellName, cellNameInEnglish } from '../words.ts'

/** What a difference may come from, with names. */
export interface Blame {
  readonly cells: readonly Cell[]
  readonly readings: readonly NamedReading[]
  readonly isManifold: boolean
}

interface NamedReading {
  readonly kind: SumReading['kind']
  readonly body: string
  readonly other: string | null
}

/** How many readings are listed, and how many groups of cells are spoken of. */
const [mostReadings, mostBlames] = [4, 3]

export function blameZh(blames: readonly Blame[]): string {
  const said = inGroups(blames)
  const shown = said.slice(0, mostBlames).map(blame => {
    const where = said.length > 1 ? `${cellName(blame.cells[0]!)}：` : ''
    return `${where}${sayZh(blame)}。`
  })
  const rest = said.length - shown.length
  return `${shown.join('')}${rest > 0 ? `其余${rest}组差额要逐格核对。` : ''}`
}

function sayZh({ readings, isManifold }: Blame): string {
  const [first, ...others] = readings
  if (!first) return '只改一份报告不能使差额消失而不产生新的错误，可能不止一份有误'
  const listed = readings.slice(0, mostReadings).map(readingZh)
  if (others.length > 0) {
    const more = readings.length > listed.length ? `等${readings.length}种` : ''
    return `单凭这些数字分不清错在哪一份，可能是${listed.join('，或')}${more}`
  }
  return isManifold ? `如果只有一份报告有误，应是${readingZh(first)}` : certainZh(first)
}

function readingZh({ kind, body, other }: NamedReading): string {
  const says: Readonly<Record<SumReading['kind'], string>> = {
    'left-out': `漏加了“${body}”`,
    'counted-twice': `“${body}”加了两次`,
    former: `加的是“${body}”上一年的数字`,
    stale: `“${body}”误报了上一年的数字`,
    copied: `“${body}”误用了“${other}”的数字`,
    figures: `“${body}”有误`,
  }
  return says[kind]
}

function certainZh(reading: NamedReading): string {
  const { body, other } = reading
  const says: Readonly<Record<SumReading['kind'], string>> = {
    'left-out': `各格的差额正好是“${body}”的全部数字，应是汇总时漏加了“${body}”`,
    'counted-twice': `各格的差额正好是“${body}”的全部数字，应是汇总时“${body}”加了两次`,
    former: `各格的差额正好是“${body}”上一年与本年之差，应是汇总时用了“${body}”上一年的报告`,
    stale: `“${body}”的报告与其上一年各格相同，应是误报了上一年的数字`,
    copied: `“${body}”的报告与“${other}”各格相同，应是误用了“${other}”的数字`,
    figures: `只有改“${body}”的数字，才能使差额消失而不产生新的错误，应是“${body}”有误`,
  }
  return says[reading.kind]
}

export function blameEn(blames: readonly Blame[]): string {
  const said = inGroups(blames)
  const shown = said.slice(0, mostBlames).map(blame => {
    const text = sayEn(blame)
    return said.length > 1 ? `${cellNameInEnglish(blame.cells[0]!)}: ${text}.` : `${capital(text)}.`
  })
  const rest = said.length - shown.length
  return [
    ...shown,
    ...(rest > 0 ? [`${rest} more groups of differences are to be checked cell by cell.`] : []),
  ].join(' ')
}

function sayEn({ readings, isManifold }: Blame): string {
  const [first, ...others] = readings
  if (!first)
    return 'no change of a single report takes the difference away without making new errors; more than one may be wrong'
  const listed = readings.slice(0, mostReadings).map(readingEn)
  if (others.length > 0) {
    const more = readings.length > listed.length ? `, or another of ${readings.length} possibilities` : ''
    return `the figures alone cannot tell which report is wrong: ${listed.join(', or ')}${more}`
  }
  return isManifold ? `if only one report is wrong, ${readingEn(first)}` : certainEn(first)
}

function readingEn({ kind, body, other }: NamedReading): string {
  const says: Readonly<Record<SumReading['kind'], string>> = {
    'left-out': `${body} was left out of the sum`,
    'counted-twice': `${body} was counted twice`,
    former: `${body} was counted with its figures of the year before`,
    stale: `${body} reports its figures of the year before`,
    copied: `${body} reports the figures of ${other}`,
    figures: `${body} has a wrong figure`,
  }
  return says[kind]
}

function certainEn(reading: NamedReading): string {
  const { body, other } = reading
  const reasons: Readonly<Record<SumReading['kind'], string>> = {
    'left-out': `the differences are exactly the figures of ${body}`,
    'counted-twice': `the differences are exactly the figures of ${body}`,
    former: `the differences are exactly those between two years of ${body}`,
    stale: `its report has the same figure in every cell as that of the year before`,
    copied: `its report has the same figure in every cell as that of ${other}`,
    figures: `a change of no other report takes the difference away without making new errors`,
  }
  return `${readingEn(reading)}: ${reasons[reading.kind]}`
}

/** Differences with the same readings are spoken of once. */
function inGroups(blames: readonly Blame[]): readonly Blame[] {
  const groups = new Map<string, Blame>()
  for (const blame of blames) {
    const key = JSON.stringify([blame.readings, blame.isManifold])
    if (!groups.has(key)) groups.set(key, blame)
  }
  return [...groups.values()]
}

function capital(text: string): string {
  return text[0]!.toUpperCase() + text.slice(1)
}
