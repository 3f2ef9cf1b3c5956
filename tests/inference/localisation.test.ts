import { describe, expect, test } from 'vitest'
import { createDraw, type Draw } from '../../src/testing/balanced.ts'
import { shuffled } from '../constraints/small-tables.ts'
import { answersOf } from './answers.ts'
import { type BalancedTable, generatedTable, keptTables, type Said } from './forms.ts'
import { explanationsOf, inferred, maskedIn } from './inferred.ts'
import { fewErrors, manyErrors } from './spoilers.ts'

/** Which figures of 表三 are wrong, in published reports and generated ones, against an oracle that shares no code. */
const tables = [
  ...keptTables('requests'),
  generatedTable('requests', '2021', 1),
  generatedTable('requests', '2019', 1),
]

test('kept reports of both editions are tried', () => {
  expect(tables.map(({ name, values }) => `${name} ${values.length}`)).toEqual([
    'city-2023.json 175',
    'city-2024.json 175',
    'city-2025.json 175',
    'district-mixed-2024.json 161',
    'office-2025.json 175',
    '2021 seed 1 175',
    '2019 seed 1 161',
  ])
})

describe.each(tables.map(table => [table.name, table] as const))('%s', (_, table) => {
  test('one error in any cell is the only answer, with the right number', () => {
    for (const [index, value] of table.values.entries())
      for (const wrong of wrongsOf(value)) {
        const { causes } = inferred(table.form, changed(table.values, index, wrong), table.edition)
        expect(causes.map(explanationsOf), table.form.cells[index]!.ref).toEqual([[`${index}=${value}`]])
      }
  })

  test('one error in any cell beside blanks: what the oracle says', () => {
    const draw = createDraw(3)
    for (const [index, value] of table.values.entries()) {
      const wrongs = wrongsOf(value)
      const wrong = wrongs[draw(wrongs.length)]!
      const blanks = shuffled(table.values.length, draw).filter(position => position !== index)
      const said = blanked(changed(table.values, index, wrong), blanks.slice(0, 1 + draw(8)))
      agree(table, said)
    }
  })

  test.each([
    [2, 60],
    [3, 4],
  ])('%i unequal errors: the list of the oracle, in which the true set is', (count, runs) => {
    const draw = createDraw(count)
    for (let run = 0; run < runs; run++) {
      const { said, wrong } = spoiled(table, draw, count)
      const sets = agree(table, said)
      if (sets[0]!.split(' ').length === count) expect(sets).toContain(truth(table, wrong))
    }
  })
})

/** Tables for what the oracle is long about: where blanks join everything, or four figures are wrong. */
const slowToTell: Readonly<Record<string, readonly number[]>> = {
  'four errors': [3],
  'a hundred and thirty blanks': [0, 3],
  'zeros left blank, two errors': [0, 4],
}

test.each(Object.keys(fewErrors))('%s: what the oracle says', name => {
  for (const run of slowToTell[name] ?? tables.keys())
    agree(tables[run]!, fewErrors[name]!(tables[run]!, createDraw(run + 1)))
})

test.each(Object.keys(manyErrors))('%s: nothing is passed over', name => {
  for (const [run, table] of tables.entries()) {
    const said = manyErrors[name]!(table, createDraw(run + 1))
    const inference = inferred(table.form, said, table.edition)
    expect(maskedIn(inference), JSON.stringify(said)).toEqual([])
  }
})

test('k errors that can be told are k causes, each with its own relations', () => {
  for (let count = 1; count <= 4; count++) {
    let told = 0
    for (const [at, table] of tables.entries()) {
      const draw = createDraw(count * 10 + at)
      for (let run = 0; run < 8; run++) {
        const { said, wrong } = spoiled(table, draw, count)
        const inference = inferred(table.form, said, table.edition)
        expect(maskedIn(inference)).toEqual([])
        if (inference.causes.some(({ explanations }) => explanations.length !== 1)) continue
        told++
        const sorted = [...wrong].sort((a, b) => a - b)
        expect(inference.causes.map(explanationsOf)).toEqual(
          sorted.map(index => [`${index}=${table.values[index]}`]),
        )
        for (const { explanations, symptoms } of inference.causes) {
          const { index } = explanations[0]![0]!.fact.cell
          const own = inference.failed.filter(id =>
            table.form.constraints.some(each => each.id === id && each.operands.some(o => o.index === index)),
          )
          expect(symptoms.map(symptom => 'operands' in symptom && symptom.id)).toEqual(own)
        }
      }
    }
    expect(told, `${count} errors`).toBeGreaterThan(50)
  }
})

test.each([
  ['row', 'two cells of a row exchanged'],
  ['column', 'two cells of a column exchanged'],
])('two cells of a %s exchanged: every pair that mends it, the true one among them', (line, name) => {
  let ties = 0
  for (let run = 0; run < 70; run++) {
    const table = tables[run % tables.length]!
    const said = fewErrors[name]!(table, createDraw(run))
    const wrong = said.flatMap((value, index) => (value === table.values[index] ? [] : [index]))
    const { causes } = inferred(table.form, said, table.edition)
    if (wrong.length === 0 || causes.length !== 1) continue
    const sets = explanationsOf(causes[0]!)
    if (sets[0]!.split(' ').length !== 2) continue
    expect(sets, `${line} ${table.name}`).toContain(truth(table, wrong))
    if (sets.length > 1) ties++
  }
  expect(ties).toBeGreaterThan(10)
})

/** Off by one either way, digits too many, nothing. */
function wrongsOf(value: number): number[] {
  return [...new Set([value + 1, Math.max(value - 1, 0), value * 10 + 7, 0])].filter(wrong => wrong !== value)
}

function changed(values: readonly number[], index: number, value: number): number[] {
  return values.map((each, at) => (at === index ? value : each))
}

function blanked(values: readonly number[], blanks: readonly number[]): Said[] {
  return values.map((value, index) => (blanks.includes(index) ? null : value))
}

/** Each by a difference that no other has. */
function spoiled({ values }: BalancedTable, draw: Draw, count: number) {
  const wrong = shuffled(values.length, draw).slice(0, count)
  const said = values.map((value, index) =>
    wrong.includes(index) ? value + 1 + wrong.indexOf(index) * 100 + draw(90) : value,
  )
  return { said, wrong }
}

function truth({ values }: BalancedTable, wrong: readonly number[]): string {
  const sorted = [...wrong].sort((a, b) => a - b)
  return sorted.map(index => `${index}=${values[index]}`).join(' ')
}

/** Expects code and oracle to agree; the list of explanations. */
function agree({ form, edition }: BalancedTable, said: readonly Said[]): readonly string[] {
  const { code, oracle, faults } = answersOf(form, said, edition)
  expect(code, JSON.stringify(said)).toEqual(oracle)
  expect(faults, JSON.stringify(said)).toEqual([])
  return code.parts[0]!.sets ?? ['']
}
