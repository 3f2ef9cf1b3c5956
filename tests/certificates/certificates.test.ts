import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import type { Certificate } from '../../src/core/certificates/certificate.ts'
import { proveExplanations } from '../../src/core/certificates/explanations.ts'
import { locate } from '../../src/core/constraints/locate.ts'
import { withPositions } from '../../src/core/constraints/system.ts'
import { type CellExplanation, explainCell } from '../../src/core/engine/explain-cell.ts'
import { componentsOf } from '../../src/core/inference/components.ts'
import { figuresOf } from '../../src/core/inference/figures.ts'
import { nodeHost } from '../../src/node/host.ts'
import { bytesOf, type SpoiledReport, type Spoiling, spoiledReport } from './spoiled-report.ts'

const script = join(import.meta.dirname, '../../scripts/verify-certificate.mjs')
const { verify } = (await import(script)) as { verify(certificate: Certificate): string }

const options = { language: 'en', profile: 'standard' } as const

async function explained({ bytes }: Pick<SpoiledReport, 'bytes'>, ref: string): Promise<CellExplanation> {
  const found = await explainCell({ path: '镇.csv', bytes }, { kind: 'ref', ref }, options, nodeHost)
  if (found.kind !== 'cell') throw new Error(found.kind)
  return found.explanation
}

const spoilings: readonly (readonly [name: string, spoiling: Spoiling, seeds: number])[] = [
  ['sound', { table: 'requests', errors: 0, blanks: 0 }, 3],
  ['with blanks', { table: 'requests', errors: 0, blanks: 6 }, 10],
  ['with an error', { table: 'requests', errors: 1, blanks: 0 }, 12],
  ['with an error and blanks', { table: 'requests', errors: 1, blanks: 5 }, 12],
  ['with two errors', { table: 'requests', errors: 2, blanks: 0 }, 12],
  ['with two errors and blanks', { table: 'requests', errors: 2, blanks: 3 }, 12],
  ['with three errors', { table: 'requests', errors: 3, blanks: 0 }, 12],
  ['with three errors and blanks', { table: 'requests', errors: 3, blanks: 4 }, 8],
  ['with errors beyond telling', { table: 'requests', errors: 9, blanks: 0 }, 3],
  ['with an error in Table 4', { table: 'reviewLitigation', errors: 1, blanks: 0 }, 8],
  ['with an error and blanks in Table 4', { table: 'reviewLitigation', errors: 1, blanks: 2 }, 8],
]

describe.each(['2019', '2021'] as const)('reports of %s', id => {
  test.each(spoilings)('%s: the certificates are verified', async (_, spoiling, seeds) => {
    const wanted = spoiling.errors === 0 ? /^consistent/ : /^(explanations|consistent)/
    for (let seed = 1; seed <= seeds; seed++) {
      const report = spoiledReport(id, seed, spoiling)
      const [first = [], last = []] = [report.spoiled[0], report.spoiled.at(-1)]
      for (const ref of new Set(['requests.newRequests.total'].concat(first, last))) {
        const { certificate } = await explained(report, ref)
        const printed = JSON.parse(JSON.stringify(certificate)) as Certificate
        expect(verify(printed), `seed ${seed} ${ref}`).toMatch(wanted)
      }
    }
  })

  test.each(spoilings)('%s: they say the same as check', async (_, spoiling, seeds) => {
    for (let seed = 1; seed <= seeds; seed++) {
      const report = spoiledReport(id, seed, spoiling)
      for (const ref of report.spoiled) {
        const { fact, table, deduction, causes, certificate } = await explained(report, ref)
        const component = componentsOf(table, new Set()).find(each =>
          each.positions.includes(fact.cell.index),
        )!
        const figures = figuresOf(component, table.facts)
        const claim = certificate.claims.find(({ kind }) => kind === 'explanations')
        const located = locate(component.equations, figures)
        if (claim?.kind === 'explanations' && claim.sets.length > 0) {
          const invalid = figures.invalid.map(position => table.facts[position]!.cell.ref)
          const sets = claim.sets.map(({ cells }) => [...cells, ...invalid].sort())
          expect(sets, `seed ${seed} ${ref}`).toEqual(
            located.sets.map(set => set.map(({ position }) => table.facts[position]!.cell.ref).sort()),
          )
        } else if (claim) expect(located.sets, `seed ${seed} ${ref}`).toEqual([])
        const deduced = certificate.claims.filter(each => each.kind === 'deduction')
        if (deduction) {
          const [{ lowest, highest }] = deduced as [(typeof deduced)[0]]
          expect({ low: lowest.value, high: highest?.value }, `seed ${seed} ${ref}`).toMatchObject(
            deduction.kind === 'forced'
              ? { low: deduction.value, high: deduction.value }
              : { low: deduction.kind === 'open' ? 0 : deduction.lowest },
          )
        }
        for (const { suspects } of causes)
          for (const { expected } of suspects.flat().filter(suspect => suspect.ref === ref))
            if (expected !== null)
              expect(
                deduced.some(
                  ({ lowest, highest }) =>
                    lowest.value === highest?.value && String(lowest.value) === expected,
                ),
                `seed ${seed} ${ref}`,
              ).toBe(true)
      }
    }
  })
})

test('a proof goes no further than can be verified in time', () => {
  const { edition } = spoiledReport('2021', 1, { table: 'requests', errors: 0, blanks: 0 })
  const form = edition.tables.requests
  const facts = form.cells.slice(0, form.size).map(cell => ({ cell }))
  const [component] = componentsOf({ form, facts } as never, new Set())
  // Every column off by something of its own.
  const values = Float64Array.from({ length: form.cells.length }, (_, index) => index * index)
  const proof = proveExplanations(component!.equations, { values, unknown: [], invalid: [] })!
  expect(proof.sets).toEqual([])
  expect(proof.proof.length).toBeLessThan(30_001)
})

test('that numbers would have to be fractions is a proof as well', () => {
  // x + y = a, y + z = b, x + z = c; with a, b and c at 1 each, all three would be a half.
  const names = ['x', 'y', 'z', 'a', 'b', 'c']
  const rows = [
    [1, 1, 0, -1, 0, 0],
    [0, 1, 1, 0, -1, 0],
    [1, 0, 1, 0, 0, -1],
  ]
  const equations = withPositions(
    6,
    rows.map(row => Int32Array.from(row)),
  )
  const values = Float64Array.from([0, 0, 0, 1, 1, 1])
  const { size, sets, proof } = proveExplanations(equations, { values, unknown: [0, 1, 2], invalid: [] })!
  const nameOf = (position: number) => names[position]!
  const certificate = {
    cells: { x: null, y: null, z: null, a: 1, b: 1, c: 1 },
    relations: rows.map((row, id) => ({
      id: String(id),
      terms: row.flatMap((weight, at) => (weight === 0 ? [] : [{ ref: nameOf(at), weight }])),
    })),
    claims: [
      {
        kind: 'explanations',
        size,
        sets: sets.map(({ positions, witness }) => ({
          cells: positions.map(nameOf),
          witness: Object.fromEntries([...witness].map(([at, value]) => [nameOf(at), value])),
        })),
        proof: Object.fromEntries(
          proof.map(([set, sums]) => [set.map(nameOf).join(' '), sums.map(sum => Object.fromEntries(sum))]),
        ),
      },
    ],
  }
  expect(sets.map(({ positions }) => positions.map(nameOf))).toEqual([['a'], ['b'], ['c']])
  expect(verify(certificate as never)).toBe('explanations')
  const [claim] = certificate.claims
  const even = { ...certificate, cells: { ...certificate.cells, a: 2 }, claims: [{ ...claim, sets: [] }] }
  expect(() => verify(even as never)).toThrow('refutes nothing')
})

describe('what is tampered with is refused', async () => {
  const spoiling = { table: 'requests', errors: 2, blanks: 2 } as const
  const report = spoiledReport('2021', 4, spoiling)
  const wrong = (await explained(report, report.spoiled[0]!)).certificate
  const blank = (await explained(report, report.spoiled[3]!)).certificate
  const sound = (
    await explained({ bytes: bytesOf('2021', new Map(soundFigures())) }, 'requests.newRequests.total')
  ).certificate

  function soundFigures() {
    return spoiledReport('2021', 4, { ...spoiling, errors: 0, blanks: 0 }).figures
  }

  test('nothing is refused that was not', () => {
    for (const certificate of [wrong, blank, sound]) expect(() => verify(certificate)).not.toThrow()
    expect(verify(wrong)).toBe('explanations, deduction')
    expect(verify(blank)).toBe('explanations, deduction')
  })

  type Plain = { [key: string]: Plain }
  const changes: readonly (readonly [
    name: string,
    of: Certificate,
    change: (certificate: Plain) => void,
    words: RegExp,
  ])[] = [
    [
      'a figure',
      sound,
      ({ cells }) => Object.assign(cells!, { 'requests.outcomes.granted.naturalPerson': 12345 }),
      /false witness/,
    ],
    [
      'a figure beside an error',
      wrong,
      ({ cells }) => changeUninvolved(cells!),
      /false witness|refutes nothing/,
    ],
    [
      'a relation',
      sound,
      ({ relations }) => Object.assign(relations![0]!.terms![0]!, { weight: -1 }),
      /false witness/,
    ],
    ['a witness', wrong, ({ claims }) => raise(claims![0]!.sets![0]!.witness!), /false witness/],
    [
      'a witness below 0',
      wrong,
      ({ claims }) => lower(claims![0]!.sets![0]!.witness!),
      /no number of at least 0/,
    ],
    [
      'an explanation left out',
      wrong,
      ({ claims }) => void (claims![0]!.sets as unknown as unknown[]).pop(),
      /open: \{|refutes nothing/,
    ],
    [
      'an explanation made up',
      wrong,
      ({ claims }) =>
        void (claims![0]!.sets as unknown as unknown[]).push({
          cells: ['requests.newRequests.total'],
          witness: {},
        }),
      /no number of at least 0/,
    ],
    ['a branch left out', wrong, ({ claims }) => dropBranch(claims![0]!.proof!), /open: \{/],
    ['a branch emptied', wrong, ({ claims }) => Object.assign(claims![0]!.proof!, { '': [] }), /./],
    ['a multiplier', wrong, ({ claims }) => spoilMultipliers(claims![0]!.proof!), /refutes nothing/],
    ['a larger claim', wrong, ({ claims }) => Object.assign(claims![0]!, { size: 4 }), /open: \{/],
    ['a bound', blank, ({ claims }) => raise(claims![1]!.lowest!, 'value'), /false witness|can go beyond/],
    [
      'a bound with its witness',
      sound,
      ({ claims }) => addFalseBound(claims!),
      /refutes nothing|can go beyond/,
    ],
    ['an end where there is none', blank, ({ claims }) => cutOff(claims![1]!), /./],
    ['a kind of claim', sound, ({ claims }) => Object.assign(claims![0]!, { kind: 'true' }), /./],
  ]

  function changeUninvolved(cells: Plain) {
    const involved = new Set(report.spoiled)
    const ref = Object.keys(cells).find(
      each => !involved.has(each) && each.startsWith('requests.outcomes.granted.legalEntity'),
    )!
    Object.assign(cells, { [ref]: 4321 })
  }

  function raise(numbers: Plain, key = Object.keys(numbers)[0]!) {
    Object.assign(numbers, { [key]: Number(numbers[key]) + 1 })
  }

  function lower(numbers: Plain) {
    for (const key of Object.keys(numbers)) Object.assign(numbers, { [key]: -1 })
  }

  function dropBranch(proof: Plain) {
    delete proof[Object.keys(proof).find(key => key !== '')!]
  }

  function spoilMultipliers(proof: Plain) {
    const [key] = Object.keys(proof).filter(each => each !== '')
    Object.assign(proof, {
      [key!]: (proof[key!] as unknown as Plain[]).map(() => ({ 'requests/balance/none': 1 })),
    })
  }

  function addFalseBound(claims: Plain) {
    const ref = 'requests.newRequests.total'
    const value = soundFigures().get(ref)
    const bound = { value: Number(value), witness: { [ref]: Number(value) }, by: {} }
    const claim = { kind: 'deduction', ref, free: [], lowest: bound, highest: bound, rise: null }
    ;(claims as unknown as unknown[]).push(claim)
  }

  function cutOff(claim: Plain) {
    Object.assign(claim, { highest: { value: 9999, witness: claim.lowest!.witness, by: {} }, rise: null })
  }

  test.each(changes)('%s', (_, certificate, change, words) => {
    const copy = structuredClone(certificate)
    change(copy as unknown as Plain)
    expect(() => verify(copy)).toThrow(words)
  })

  test('any part of the proof left out', () => {
    const [claim] = wrong.claims
    const keys = claim?.kind === 'explanations' ? Object.keys(claim.proof) : []
    expect(keys.length).toBeGreaterThan(5)
    for (const key of keys) {
      const copy = structuredClone(wrong)
      delete (copy as unknown as Plain).claims![0]!.proof![key]
      expect(() => verify(copy), key).toThrow(`open: {${key}}`)
    }
  })

  test('the script by itself says so', () => {
    const runOf = (certificate: Certificate) =>
      spawnSync(process.execPath, [script], { input: JSON.stringify(certificate), encoding: 'utf8' })
    const right = runOf(wrong)
    expect([right.status, right.stdout]).toEqual([0, 'verified: explanations, deduction\n'])
    const copy = structuredClone(wrong)
    dropBranch((copy as unknown as Plain).claims![0]!.proof!)
    const refused = runOf(copy)
    expect(refused.status).toBe(1)
    expect(refused.stdout).toMatch(/^open: \{.*\}\n$/)
  })
})

test('the script is short and knows nothing of gouji', () => {
  const text = readFileSync(script, 'utf8')
  expect(text.trimEnd().split('\n').length).toBeLessThanOrEqual(60)
  expect([...text.matchAll(/from '(.*?)'/g)].map(match => match[1])).toEqual([
    'node:assert/strict',
    'node:fs',
  ])
  expect(text).not.toMatch(/import\(|require\(/)
})
