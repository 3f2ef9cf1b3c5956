import { expect, test } from 'vitest'
import type { Change } from '../../src/core/constraints/locate.ts'
import { groupSymptoms } from '../../src/core/inference/group.ts'
import { explain } from '../constraints/problem.ts'
import { generatedTable, partsOf, reportTable } from './forms.ts'
import { allExplanations, explanationsOf, inferred } from './inferred.ts'

const { form, edition, values } = generatedTable('requests', '2021', 3)
const position = (ref: string) => form.cells.find(cell => cell.ref === `requests.${ref}`)!.index
const relation = (id: string) => form.constraints.find(constraint => constraint.id === `requests/${id}`)!

/** Two cells of one row change places, which only their two columns show. */
const exchangedAbove: [string, string] = [
  'outcomes.granted.naturalPerson',
  'outcomes.granted.legalEntity.business',
]
const exchangedBelow: [string, string] = [
  'outcomes.notProcessed.petitionComplaint.legalEntity.researchInstitution',
  'outcomes.notProcessed.petitionComplaint.legalEntity.other',
]

function spoiled({
  exchanged = [],
  wrong = {},
}: {
  exchanged?: [string, string][]
  wrong?: Record<string, number>
}) {
  const said = [...values]
  for (const [a, b] of exchanged) {
    said[position(a)] = values[position(b)]!
    said[position(b)] = values[position(a)]!
  }
  for (const [ref, by] of Object.entries(wrong)) said[position(ref)]! += by
  return said
}

function oracleSays(said: readonly number[]) {
  const [{ problem, oracle }] = partsOf(form, said) as [ReturnType<typeof partsOf>[number]]
  return explain(problem, oracle)
}

/** What the true numbers of those cells would be written as. */
function truth(refs: readonly string[]): string {
  const sorted = refs.map(position).sort((a, b) => a - b)
  return sorted.map(index => `${index}=${values[index]}`).join(' ')
}

test('an exchange and a single error elsewhere are two causes, the exchange with all its ways', () => {
  const single = 'carriedForward.legalEntity.legalServiceOrganization'
  const said = spoiled({ exchanged: [exchangedAbove], wrong: { [single]: 41 } })
  const { causes } = inferred(form, said, edition)
  expect(causes).toHaveLength(2)
  const [ways, certain] = causes.map(explanationsOf) as [string[], string[]]
  expect(ways.length).toBeGreaterThan(1)
  expect(ways).toContain(truth(exchangedAbove))
  expect(certain).toEqual([truth([single])])
  expect(allExplanations(causes)).toEqual(oracleSays(said))
})

test('two exchanges in columns of their own are two causes, whose choices together are the list', () => {
  const said = spoiled({ exchanged: [exchangedAbove, exchangedBelow] })
  const { causes } = inferred(form, said, edition)
  expect(causes).toHaveLength(2)
  const [above, below] = causes.map(explanationsOf) as [string[], string[]]
  expect(above).toContain(truth(exchangedAbove))
  expect(below).toContain(truth(exchangedBelow))
  expect(allExplanations(causes)).toHaveLength(above.length * below.length)
  expect(allExplanations(causes)).toEqual(oracleSays(said))
})

test('two wrong figures of one row both have the relation of the row', () => {
  const wrong = { 'outcomes.granted.naturalPerson': 5, 'outcomes.granted.legalEntity.other': 70 }
  const { causes, failed } = inferred(form, spoiled({ wrong }), edition)
  expect(failed).toHaveLength(3)
  expect(causes.map(explanationsOf)).toEqual(Object.keys(wrong).map(ref => [truth([ref])]))
  for (const { symptoms } of causes) {
    expect(symptoms).toHaveLength(2)
    expect(symptoms).toContain(relation('row-total/outcomes.granted'))
  }
})

test('five errors are one cause that names no cell and has every failed relation', () => {
  const refs = [
    'granted',
    'partiallyGranted',
    'denied.stateSecret',
    'notProcessed.repeatRequest',
    'otherHandling.other',
  ]
  const wrong = Object.fromEntries(refs.map((ref, at) => [`outcomes.${ref}.naturalPerson`, 3 + at * 50]))
  const { causes, failed } = inferred(form, spoiled({ wrong }), edition)
  expect(causes).toHaveLength(1)
  expect(causes[0]).toMatchObject({ explanations: [], isComplete: false })
  expect(causes[0]!.symptoms.map(symptom => 'operands' in symptom && symptom.id)).toEqual(failed)
})

test('a negative figure that breaks no relation is a cause by itself', () => {
  const wrong = { 'outcomes.granted.naturalPerson': 5 }
  const said = spoiled({ wrong })
  const negative = position('carriedForward.legalEntity.business')
  said[negative] = -1
  const { causes, table } = inferred(form, said, edition)
  const own = causes.find(({ symptoms }) => symptoms.includes(table.facts[negative]!))!
  expect(explanationsOf(own)).toEqual([`${negative}=${values[negative]}`])
  expect(causes).toHaveLength(2)
})

const table = reportTable(form, values, edition)
const [a, b, c, d] = ['granted', 'partiallyGranted'].flatMap(row =>
  ['naturalPerson', 'legalEntity.business'].map(column => position(`outcomes.${row}.${column}`)),
) as [number, number, number, number]
const rows = [relation('row-total/outcomes.granted'), relation('row-total/outcomes.partiallyGranted')]

test.each<[name: string, sets: readonly (readonly [number, number | null])[][], causes: string[][]]>([
  [
    'one set is a cause a figure',
    [
      [
        [a, 1],
        [c, 2],
      ],
    ],
    [[`${a}=1`], [`${c}=2`]],
  ],
  [
    'every choice of both is two causes',
    [
      [
        [a, 1],
        [c, 2],
      ],
      [
        [a, 1],
        [d, 3],
      ],
      [
        [b, 4],
        [c, 2],
      ],
      [
        [b, 4],
        [d, 3],
      ],
    ],
    [
      [`${a}=1`, `${b}=4`],
      [`${c}=2`, `${d}=3`],
    ],
  ],
  [
    'a choice that is missing makes them one',
    [
      [
        [a, 1],
        [c, 2],
      ],
      [
        [a, 1],
        [d, 3],
      ],
      [
        [b, 4],
        [c, 2],
      ],
    ],
    [[`${a}=1 ${c}=2`, `${a}=1 ${d}=3`, `${b}=4 ${c}=2`]],
  ],
  [
    'another value for another choice makes them one',
    [
      [
        [a, 1],
        [c, 2],
      ],
      [
        [a, 5],
        [d, 3],
      ],
    ],
    [[`${a}=1 ${c}=2`, `${a}=5 ${d}=3`]],
  ],
  [
    'what is certain stands alone, also in the relation of another',
    [
      [
        [a, 1],
        [b, 2],
      ],
      [
        [a, 1],
        [c, 3],
      ],
    ],
    [[`${a}=1`], [`${b}=2`, `${c}=3`]],
  ],
  [
    'a value that cannot be told is a choice like others',
    [
      [
        [a, null],
        [c, 2],
      ],
    ],
    [[`${a}=*`], [`${c}=2`]],
  ],
])('%s', (_, sets, causes) => {
  const changes = sets.map(set => set.map(([position, value]): Change => ({ position, value })))
  const grouped = groupSymptoms(rows, { sets: changes, isComplete: true }, table.facts as never)
  expect(grouped.map(explanationsOf)).toEqual(causes)
})

test('a figure that no symptom shows does not stand alone', () => {
  const hidden = position('carriedForward.naturalPerson')
  const set: Change[] = [
    { position: a, value: 1 },
    { position: hidden, value: 2 },
  ]
  const grouped = groupSymptoms(rows.slice(0, 1), { sets: [set], isComplete: true }, table.facts as never)
  expect(grouped.map(explanationsOf)).toEqual([[`${a}=1 ${hidden}=2`]])
})

test('without an explanation all symptoms are one cause', () => {
  const grouped = groupSymptoms(rows, { sets: [], isComplete: false }, table.facts as never)
  expect(grouped).toEqual([{ symptoms: rows, explanations: [], isComplete: false }])
})
