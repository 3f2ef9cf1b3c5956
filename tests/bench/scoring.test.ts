import { join } from 'node:path'
import { expect, test } from 'vitest'

/** The scorer on answers made by hand. */

interface Suspect {
  readonly ref: string
  readonly expected: string | null
}
interface Answer {
  readonly entries: number
  readonly causes: readonly { complete: boolean; suspects: readonly (readonly Suspect[])[] }[]
  readonly blanks: Readonly<Record<string, unknown>>
}
interface Score {
  readonly errors: readonly { fate: string; choices?: number }[]
  readonly wrongNames: readonly unknown[]
  readonly blanks: readonly { fate: string }[]
  readonly isIntact: boolean
  readonly isTelling: boolean
  readonly isMisleading: boolean
}
interface Scoring {
  scoreFile(label: unknown, answer: Answer, sums: readonly string[]): Score
  summarize(scores: readonly Score[]): Record<string, unknown>
  median(numbers: readonly number[]): number | null
}
const folder = join(import.meta.dirname, '../../bench/corruption')
const { scoreFile, summarize, median } = (await import(join(folder, 'scoring.mjs'))) as Scoring
const { answerOf } = (await import(join(folder, 'answers.mjs'))) as {
  answerOf(file: unknown): Answer & { readonly path: string }
}

const a = cell('a', '5', '50', 0)
const b = cell('b', '7', '70', 1)

test.each<[string, Answer['causes'], unknown]>([
  ['the cell and its figure', [named(['a', '5'])], { fate: 'named' }],
  ['the figure written otherwise', [named(['a', '5.0'])], { fate: 'named' }],
  ['the cell among others', [tie([['a', '5']], [['x', '1']], [['y', '1']])], { fate: 'tied', choices: 3 }],
  ['the cell, its figure open', [named(['a', null])], { fate: 'tied', choices: 1 }],
  [
    'the cell, but there may be more',
    [{ ...named(['a', '5']), complete: false }],
    { fate: 'tied', choices: 1 },
  ],
  ['another cell', [named(['x', '1'])], { fate: 'elsewhere' }],
  ['the cell with another figure', [named(['a', '6'])], { fate: 'elsewhere' }],
  ['other cells only', [tie([['x', '1']], [['y', '1']])], { fate: 'elsewhere' }],
  [
    'the cell only together with one that is right',
    [
      tie(
        [
          ['a', '5'],
          ['x', '1'],
        ],
        [['y', '1']],
      ),
    ],
    { fate: 'elsewhere' },
  ],
  ['that it cannot tell', [{ complete: true, suspects: [] }], { fate: 'tooMany' }],
  [
    'others, and that there may be more',
    [{ ...tie([['x', '1']], [['y', '1']]), complete: false }],
    { fate: 'tooMany' },
  ],
  ['no cause', [], { fate: 'unlocated' }],
])('one wrong cell; the tool says %s', (_, causes, error) => {
  expect(scoreFile(label([a]), { entries: 1, causes, blanks: {} }, []).errors).toEqual([error])
})

test('silence is a miss', () => {
  expect(scoreFile(label([a]), { entries: 0, causes: [], blanks: {} }, []).errors).toEqual([
    { fate: 'missed' },
  ])
})

test('wrong names are counted cell by cell, in ties they are none', () => {
  const wrongOf = (...causes: Answer['causes']) =>
    scoreFile(label([a, b]), { entries: 1, causes, blanks: {} }, []).wrongNames
  expect(wrongOf(named(['a', '5']), named(['b', '7']))).toEqual([])
  expect(wrongOf(named(['a', '6'], ['x', '1']))).toEqual([
    { ref: 'a', expected: '6', right: '5' },
    { ref: 'x', expected: '1', right: null },
  ])
  expect(wrongOf({ ...named(['x', '1']), complete: false })).toHaveLength(1)
  expect(wrongOf(tie([['x', '1']], [['y', '1']]))).toEqual([])
})

test('an error of two cells needs both', () => {
  const swap = label([a, { ...b, error: 0 }], 1)
  const fateOf = (...causes: Answer['causes']) =>
    scoreFile(swap, { entries: 1, causes, blanks: {} }, []).errors
  expect(fateOf(named(['a', '5'], ['b', '7']))).toEqual([{ fate: 'named' }])
  expect(fateOf(named(['a', '5']))).toEqual([{ fate: 'elsewhere' }])
  expect(
    fateOf(
      tie(
        [
          ['a', '5'],
          ['b', '7'],
        ],
        [
          ['x', '1'],
          ['y', '1'],
        ],
      ),
    ),
  ).toEqual([{ fate: 'tied', choices: 2 }])
  expect(fateOf(tie([['a', '5']], [['x', '1']]), tie([['b', '7']], [['y', '1']], [['z', '1']]))).toEqual([
    { fate: 'tied', choices: 6 },
  ])
})

test('several errors are scored each by itself', () => {
  const scored = scoreFile(
    label([a, b]),
    { entries: 2, causes: [named(['a', '5']), named(['x', '1'])], blanks: {} },
    [],
  )
  expect(scored.errors).toEqual([{ fate: 'named' }, { fate: 'elsewhere' }])
  expect(scored.wrongNames).toHaveLength(1)
})

test.each<[string, unknown, string, string]>([
  ['its number', range('5', '5'), '5', 'deduced'],
  ['another number', range('0', '0'), '5', 'wrong'],
  ['a range that holds it', range('2', '9'), '5', 'bounded'],
  ['a range without an end', range('2', null), '5', 'bounded'],
  ['a range that does not hold it', range('6', null), '5', 'wrong'],
  ['that it may be 0, which it is not', range('0', null), '5', 'mayBeZero'],
  ['that it may be 0, which it is', range('0', null), '0', 'mayBeZero'],
  ['that it cannot be told', 'unknown', '5', 'unknown'],
  ['nothing', undefined, '5', 'silent'],
])('a blank cell; the tool says %s', (_, said, right, fate) => {
  const blanks = said === undefined ? {} : { c: said }
  const scored = scoreFile(label([cell('c', right, '', null)], 0), { entries: 1, causes: [], blanks }, [])
  expect(scored.blanks.map(blank => blank.fate)).toEqual([fate])
  expect(scored.errors).toEqual([])
})

test('what the figures themselves can tell', () => {
  const scored = (given: object) =>
    scoreFile({ ...label([a]), ...given }, { entries: 0, causes: [], blanks: {} }, [])
  expect(scored({ loneSuspects: 1 })).toMatchObject({ isTelling: true, isMisleading: false, isIntact: false })
  expect(scored({ loneSuspects: 2 })).toMatchObject({ isTelling: false })
  expect(scored({ broken: { identities: [], bounds: [], negative: [] } })).toMatchObject({ isIntact: true })
  expect(scored({ broken: { identities: [], bounds: ['x'], negative: [] } })).toMatchObject({
    isIntact: false,
  })
  expect(scored({ cells: [a, { ...b, error: 0 }], loneSuspects: 1 })).toMatchObject({ isMisleading: true })
})

test('sums over files', () => {
  const scores = [
    scoreFile(label([a]), { entries: 1, causes: [named(['a', '5'])], blanks: {} }, ['one', 'two']),
    scoreFile(label([a]), { entries: 3, causes: [tie([['a', '5']], [['x', '1']])], blanks: {} }, []),
    scoreFile(label([a, b]), { entries: 2, causes: [named(['x', '1'], ['y', '1'])], blanks: {} }, ['one']),
  ]
  expect(summarize(scores)).toMatchObject({
    files: 3,
    errors: 4,
    spoken: 3,
    fates: { named: 1, tied: 1, elsewhere: 2, tooMany: 0, unlocated: 0, missed: 0 },
    choices: 2,
    wrongNames: 2,
    wronglyNamed: 1,
    allNamed: 1,
    causes: 3,
    entries: 6,
    sums: 3,
    bySums: 2,
  })
})

test('the median is one of the numbers', () => {
  expect([median([]), median([9]), median([3, 1]), median([5, 1, 3])]).toEqual([null, 9, 1, 3])
})

test('diagnostics of a cause are one entry', () => {
  const diagnostic = { code: 'GJ301', ref: 'r', related: [], data: {} }
  const file = {
    path: 'x.csv',
    diagnostics: [diagnostic, diagnostic, diagnostic],
    causes: [{ ...named(['a', '5']), diagnostics: [0, 2] }],
  }
  expect(answerOf(file)).toMatchObject({ path: 'x.csv', entries: 2 })
})

test('what gouji says of blanks', () => {
  const blanksOf = (code: string, data: object) =>
    answerOf({ path: 'x.csv', diagnostics: [{ code, ref: 'a', related: [{ ref: 'b' }], data }] }).blanks
  const by = (code: string, lowest: string, highest: string | null) => ({
    ...range(lowest, highest),
    by: code,
  })
  expect(blanksOf('GJ204', { count: 2, zero: 2, unclear: 0 })).toEqual({
    a: by('GJ204', '0', '0'),
    b: by('GJ204', '0', '0'),
  })
  expect(blanksOf('GJ204', { count: 2, zero: 1, unclear: 0 })).toEqual({
    a: by('GJ204', '0', null),
    b: by('GJ204', '0', null),
  })
  expect(blanksOf('GJ204', { count: 2, zero: 1, unclear: 1 })).toEqual({ a: 'unknown', b: 'unknown' })
  expect(blanksOf('GJ220', { lowest: '3', highest: '3' })).toEqual({ a: by('GJ220', '3', '3') })
  const blankTotal = (data: object) => blanksOf('GJ304', { sum: '3', forced: null, ...data })
  expect(blankTotal({ isComplete: false })).toEqual({ a: by('GJ304', '3', null) })
  expect(blankTotal({ isComplete: false, forced: '7' })).toEqual({ a: by('GJ304', '7', '7') })
  expect(blankTotal({ isComplete: true, forced: '7' })).toEqual({ a: by('GJ304', '3', '3') })
  expect(blanksOf('GJ219', { table: '表四' })).toEqual({ reviewLitigation: 'unknown' })
  expect(blanksOf('GJ307', {})).toEqual({ a: 'unknown' })
})

test('what is said of a table is said of its cells', () => {
  const blank = cell('requests.carriedOver.total', '5', '', null)
  const fateOf = (blanks: Answer['blanks']) =>
    scoreFile(label([blank], 0), { entries: 1, causes: [], blanks }, []).blanks.map(({ fate }) => fate)
  expect(fateOf({ requests: 'unknown' })).toEqual(['unknown'])
  expect(fateOf({ requests: 'unknown', [blank.ref]: range('5', '5') })).toEqual(['deduced'])
  expect(fateOf({ reviewLitigation: 'unknown' })).toEqual(['silent'])
})

function label(cells: readonly ReturnType<typeof cell>[], errors = cells.length) {
  return {
    file: 'x.csv',
    kind: 'made',
    manner: 'dense',
    errors,
    cells,
    broken: { identities: ['i'], bounds: [], negative: [] },
    loneSuspects: null,
  }
}

function cell(ref: string, right: string, wrong: string, error: number | null) {
  return { ref, row: 1, column: 1, true: right, wrong, error }
}

type Pair = readonly [string, string | null]

function named(...cells: readonly Pair[]) {
  return { complete: true, suspects: [cells.map(([ref, expected]) => ({ ref, expected }))] }
}

function tie(...sets: readonly (readonly Pair[])[]) {
  return { complete: true, suspects: sets.map(set => set.map(([ref, expected]) => ({ ref, expected }))) }
}

function range(lowest: string, highest: string | null) {
  return { lowest, highest }
}
