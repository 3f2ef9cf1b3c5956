import { expect, test } from 'vitest'
import { editionById, type TableId } from '../../src/core/editions/index.ts'
import { mistypingOf } from '../../src/core/inference/mistyping.ts'
import { reportTable } from './forms.ts'

interface Context {
  /** What other cells say; the rest says numbers that nothing is like. */
  readonly others?: Readonly<Record<string, string>>
  readonly lastYear?: string
}

const item = 'requests.outcomes.granted.legalEntity.researchInstitution'
const beside = 'requests.outcomes.granted.legalEntity.business'
const below = 'requests.outcomes.partiallyGranted.legalEntity.researchInstitution'
const diagonal = 'requests.outcomes.partiallyGranted.legalEntity.business'
const total = 'requests.newRequests.total'
const amount = 'activeDisclosure.fees.amount'

/** Their sum is 964; those of legal entities come to 464. */
const newRequests = {
  'requests.newRequests.naturalPerson': '500',
  'requests.newRequests.legalEntity.business': '234',
  'requests.newRequests.legalEntity.researchInstitution': '41',
  'requests.newRequests.legalEntity.publicInterestOrganization': '52',
  'requests.newRequests.legalEntity.legalServiceOrganization': '63',
  'requests.newRequests.legalEntity.other': '74',
}

function kindOf(
  ref: string,
  actual: string,
  expected: number,
  { others = {}, lastYear }: Context,
): string | null {
  const form = editionById('2021')!.tables[ref.split('.')[0] as TableId]
  const said = form.cells
    .slice(0, form.size)
    .map(cell => others[cell.ref] ?? String(800_000 + cell.index * 37))
  const { index } = form.cells.find(cell => cell.ref === ref)!
  said[index] = actual
  const table = reportTable(form, said, '2021')
  const mistyping = mistypingOf(table.facts[index]!, expected, table, lastYear)
  if (mistyping === null) return null
  if (mistyping.kind === 'neighbour') return `neighbour ${mistyping.of.cell.ref}`
  return 'line' in mistyping ? `${mistyping.kind} ${mistyping.line}` : mistyping.kind
}

test.each<[ref: string, actual: string, expected: number, kind: string | null, context?: Context]>([
  [item, '-12', 12, 'sign'],
  [item, '-12', 13, null],
  [item, '1.2', 12, 'point'],
  [item, '12.5', 125, 'point'],
  [item, '12.5', 12, null],
  [item, '21', 12, 'exchanged'],
  [item, '1324', 1234, 'exchanged'],
  [item, '4231', 1234, 'exchanged'],
  [item, '2143', 1234, null],
  [item, '13', 12, 'digit'],
  [item, '1934', 1234, 'digit'],
  [item, '3', 2, null],
  [item, '1999', 1234, null],
  [item, '12', 123, 'dropped'],
  [item, '23', 123, 'dropped'],
  [item, '13', 123, 'dropped'],
  [item, '1', 10, 'dropped'],
  [item, '0', 10, null],
  [item, '21', 123, null],
  [item, '122', 12, 'doubled'],
  [item, '1123', 123, 'doubled'],
  [item, '120', 12, 'added'],
  [item, '1723', 123, 'added'],
  [item, '10', 0, null],
  [item, '5', 0, null],
  [item, '1200', 12, null],
  [amount, '250000', 25, 'yuan'],
  [amount, '25000', 25, null],
  [item, '250000', 25, null],
  [item, '30', 57, 'last-year', { lastYear: '30' }],
  [item, '30', 57, null, { lastYear: '31' }],
  [item, '58', 57, null, { lastYear: '58' }],
  [item, '30', 57, `neighbour ${beside}`, { others: { [beside]: '30' } }],
  [item, '30', 57, `neighbour ${below}`, { others: { [below]: '30' } }],
  [item, '30', 57, null, { others: { [diagonal]: '30' } }],
  [item, '9', 57, null, { others: { [beside]: '9' } }],
  [item, '58', 57, null, { others: { [beside]: '58' } }],
  [item, '30', 57, null, { others: { [beside]: '30' }, lastYear: '30' }],
  [item, '30', 57, null, { others: { [beside]: '/' } }],
  [total, '730', 964, 'left-out 商业企业', { others: newRequests }],
  [total, '1198', 964, 'counted-twice 商业企业', { others: newRequests }],
  [total, '500', 964, 'left-out 法人或其他组织', { others: newRequests }],
  [total, '1428', 964, 'counted-twice 法人或其他组织', { others: newRequests }],
  [total, '731', 964, null, { others: newRequests }],
  [total, '730', 964, null, { others: { ...newRequests, 'requests.newRequests.naturalPerson': '234' } }],
  [total, '730', 964, null, { others: { ...newRequests, 'requests.newRequests.legalEntity.business': '' } }],
  ['requests.carriedForward.total', '730', 964, null],
])('%s says %s and should say %i: %s', (ref, actual, expected, kind, context = {}) => {
  expect(kindOf(ref, actual, expected, context)).toBe(kind)
})
