import { describe, expect, test } from 'vitest'
import { checkSource, type OwnRelation, refuseRelations, resultOf } from '../../src/core/index.ts'
import { nodeHost } from '../../src/node/host.ts'
import { balancedFigures, keptReport, plainStyle, reportSheet, writeText } from '../../src/testing/index.ts'

const own = (name: string, left: string[], relation: '=' | '>=', right: string[]): OwnRelation => ({
  name,
  left,
  relation,
  right,
  message: null,
  basis: '本县要求',
  severity: 'error',
  editions: null,
})
const reviews = own('复议', ['requests.newRequests.total'], '>=', ['reviewLitigation.review.total'])
const fees = own('收费', ['activeDisclosure.fees.amount'], '=', [
  'requests.outcomes.otherHandling.feeOverdue.total',
])

const edition = '2021'
const figures = balancedFigures(edition, 3)

async function check(
  relations: readonly OwnRelation[],
  changes: Readonly<Record<string, string>> = {},
  cut: (csv: string) => string = csv => csv,
) {
  const own = new Map([...figures, ...Object.entries(changes)])
  const csv = new TextDecoder().decode(writeText(reportSheet(keptReport(edition, own)).rows, plainStyle))
  const bytes = new TextEncoder().encode(cut(csv))
  const options = { language: 'en', profile: 'standard', relations } as const
  const checked = await checkSource({ path: '示例镇.csv', bytes, isNamed: true }, options, nodeHost)
  if (checked.kind !== 'checked') throw new Error(checked.reason)
  return checked.file
}

const found = ({ diagnostics }: Awaited<ReturnType<typeof check>>) =>
  diagnostics.filter(({ code }) => code === 'GJ420')

const equal = { 'activeDisclosure.fees.amount': '7', 'requests.outcomes.otherHandling.feeOverdue.total': '7' }
const plain = (await check([])).relations

describe('an identity of settings', () => {
  test('that holds is counted, and named nowhere', async () => {
    const before = (await check([], equal)).relations
    const file = await check([fees], equal)
    expect(file.relations).toEqual({ ...before, held: before.held + 1 })
    expect(found(file)).toEqual([])
  })

  test('that fails is counted and says both sides, its own basis and which it is', async () => {
    const changes = { 'activeDisclosure.fees.amount': '7.5' }
    const file = await check([{ ...fees, message: { zh: '收费', en: 'Fees' } }], changes)
    expect(file.relations.failed).toBe(1)
    const [diagnostic] = found(file)
    expect(diagnostic).toMatchObject({
      severity: 'error',
      ref: 'activeDisclosure.fees.amount',
      data: { relation: 'own/收费' },
    })
    expect(diagnostic!.message).toMatch(
      /^Fees: Table 2 row “行政事业性收费”, column “本年收费金额（单位：万元）” 7\.5, but Table 3 row /,
    )
    expect(diagnostic!.notes.at(-1)).toBe('Basis: 本县要求.')
    expect(diagnostic!.related.length).toBeLessThan(2)
  })

  test('beside a blank is unknown', async () => {
    const before = (await check([], { 'activeDisclosure.fees.amount': '' })).relations
    const file = await check([fees], { 'activeDisclosure.fees.amount': '' })
    expect(file.relations).toEqual({ ...before, unknown: before.unknown + 1 })
    expect(found(file)).toEqual([])
  })

  test('with a table that the report lacks is unknown; in that table alone it is not counted', async () => {
    const cut = (csv: string) => csv.slice(csv.indexOf('三、'))
    const inTable2 = own('表二', ['activeDisclosure.rules.issued'], '=', ['activeDisclosure.rules.repealed'])
    const before = (await check([], {}, cut)).relations
    const file = await check([fees, inTable2], {}, cut)
    expect(file.tables.map(({ table }) => table)).not.toContain('activeDisclosure')
    expect(file.relations).toEqual({ ...before, unknown: before.unknown + 1 })
  })

  test('names no cell, and changes nothing of what the form’s own relations say', async () => {
    const changes = { 'requests.outcomes.total.naturalPerson': '9999' }
    const without = await check([], changes)
    const wrong = own('申请', ['requests.newRequests.total'], '>=', ['requests.outcomes.total.naturalPerson'])
    const file = await check([wrong], changes)
    expect(found(file)).toHaveLength(1)
    expect(file.causes.map(({ message, suspects }) => [message, suspects])).toEqual(
      without.causes.map(({ message, suspects }) => [message, suspects]),
    )
    expect(
      file.causes.flatMap(({ diagnostics }) => diagnostics.map(at => file.diagnostics[at]!.code)),
    ).not.toContain('GJ420')
    expect(file.diagnostics.filter(({ code }) => code !== 'GJ420')).toEqual(without.diagnostics)
  })
})

test('what fails stands at the first figure of the left side, whatever its table', async () => {
  const sides = [
    ['activeDisclosure.fees.amount'],
    ['requests.newRequests.total'],
    ['reviewLitigation.review.total'],
  ]
  for (const left of sides)
    for (const right of sides.filter(side => side !== left)) {
      const [diagnostic] = found(await check([own('大', left, '>=', right)], { [right[0]!]: '99999' }))
      expect(diagnostic).toMatchObject({ ref: left[0], related: [{ ref: right[0] }] })
      expect(diagnostic!.subjects).toMatchObject([{ ref: left[0] }])
    }
})

test('a bound is judged and not counted', async () => {
  const file = await check([reviews], { 'reviewLitigation.review.total': '99999' })
  expect(found(file)).toHaveLength(1)
  const { held, failed, unknown } = file.relations
  expect(held + failed + unknown).toBe(plain.held + plain.failed + plain.unknown)
})

test('a star makes one relation of each column, and two relations at a cell are two findings', async () => {
  const columns = own('列', ['requests.newRequests.*'], '>=', ['requests.carriedForward.*'])
  const twin = { ...columns, name: '列二', severity: 'warning' } as const
  const changes = {
    'requests.carriedForward.naturalPerson': '99999',
    'requests.carriedForward.total': '99999',
  }
  const file = await check([columns, twin], changes)
  expect(
    found(file)
      .map(({ data, severity }) => `${data.relation} ${severity}`)
      .sort(),
  ).toEqual([
    'own/列/naturalPerson error',
    'own/列/total error',
    'own/列二/naturalPerson warning',
    'own/列二/total warning',
  ])
  const identities = found(file).map(({ subjects }) => JSON.stringify(subjects))
  expect(new Set(identities).size).toBe(4)
})

test('a relation is for the editions that it names, and for those that have its cells', async () => {
  const failing = { 'reviewLitigation.review.total': '99999' }
  expect(found(await check([{ ...reviews, editions: ['2019'] }], failing))).toEqual([])
  expect(found(await check([{ ...reviews, editions: ['2021'] }], failing))).toHaveLength(1)
  const of2019 = own('2019', ['activeDisclosure.rules.newlyMade'], '=', ['activeDisclosure.rules.published'])
  expect((await check([of2019])).relations).toEqual(plain)
})

test('relations that hold in a sound report are not refused; those that only zeros fit are', () => {
  expect(refuseRelations([reviews, fees], 'en')).toBeNull()
  const more = own('多', ['reviewLitigation.review.total'], '>=', [
    'requests.newRequests.total',
    'requests.carriedOver.total',
  ])
  expect(refuseRelations([more], 'en')).toBeNull()
  expect(refuseRelations([reviews, more], 'en')).toContain('own/多')
  expect(refuseRelations([reviews, { ...more, editions: ['2019'] }], 'zh-CN')).toContain('own/复议')
})

test('what is asked for twice comes out the same', async () => {
  const once = resultOf([await check([reviews, fees])], [], { language: 'en', profile: 'standard' })
  const again = resultOf([await check([reviews, fees])], [], { language: 'en', profile: 'standard' })
  expect(again).toEqual(once)
})
