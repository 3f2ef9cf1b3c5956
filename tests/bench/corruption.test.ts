import { execFileSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { editions } from '../../src/core/editions/index.ts'
import { checkSource } from '../../src/core/index.ts'
import { nodeHost } from '../../src/node/host.ts'
import { balancedFigures } from '../../src/testing/index.ts'

/** What is tested of the benchmark: modules without types. */
const bench = join(import.meta.dirname, '../../bench/corruption')
const { failedSums } = await load<{ failedSums(csv: string): string[] }>('baseline.mjs')
const { kinds } = await load<{ kinds: readonly { id: string; title: string }[] }>('kinds.mjs')
const { isSound, judge, loneSuspects, relationsOf } = await load<Arithmetic>('relations.mjs')
const readme = readFileSync(join(bench, 'README.md'), 'utf8')

type Figures = ReadonlyMap<string, string>
interface Equation {
  readonly left: readonly string[]
  readonly right: readonly string[]
}
interface Arithmetic {
  isSound(figures: Figures): boolean
  judge(figures: Figures): { identities: string[]; bounds: string[]; negative: string[] }
  loneSuspects(figures: Figures): string[] | null
  relationsOf(figures: Figures): { identities: Equation[]; bounds: Equation[] }
}
interface Label {
  readonly file: string
  readonly kind: string
  readonly manner: string
  readonly errors: number
  readonly cells: readonly {
    readonly ref: string
    readonly row: number
    readonly column: number
    readonly true: string
    readonly wrong: string
    readonly error: number | null
  }[]
  readonly broken: ReturnType<Arithmetic['judge']>
  readonly loneSuspects: number | null
}

/** Every kind in every manner. */
const count = kinds.length * 5
const folder = temporary()
generate('7', String(count), folder)
const labels = (JSON.parse(read('labels.json')) as { files: Label[] }).files

test('the same seed gives the same bytes, another seed others', () => {
  const [again, other] = [temporary(), temporary()]
  generate('7', String(count), again)
  generate('8', String(count), other)
  const files = readdirSync(folder)
  expect(readdirSync(again)).toEqual(files)
  for (const file of files) expect(readFileSync(join(again, file), 'utf8') === read(file), file).toBe(true)
  // There are few published reports, and few ways to zero a column of one.
  const alike = labels.filter(({ file }) => readFileSync(join(other, file), 'utf8') === read(file))
  expect(alike.filter(({ manner }) => manner !== 'published')).toEqual([])
  expect(alike.length).toBeLessThan(count / 20)
})

test('every kind is there in every manner', () => {
  const seen = new Set(labels.map(({ kind, manner }) => `${kind} ${manner}`))
  expect(seen.size).toBe(kinds.length * 3)
  expect(labels).toHaveLength(count)
})

test('labels say what the files hold, and with the true figures everything holds', async () => {
  for (const { file, cells, errors, kind, broken } of labels) {
    const rows = rowsOf(read(file))
    for (const cell of cells) {
      expect(rows[cell.row - 1]![cell.column - 1], `${file} ${cell.ref}`).toBe(cell.wrong)
      expect(cell.wrong === '' || Number(cell.wrong) !== Number(cell.true), `${file} ${cell.ref}`).toBe(true)
      expect(cell.error === null).toBe(cell.wrong === '')
      rows[cell.row - 1]![cell.column - 1] = cell.true
    }
    expect(new Set(cells.map(cell => cell.ref)).size).toBe(cells.length)
    expect(new Set(cells.map(cell => cell.error).filter(error => error !== null)).size).toBe(errors)
    expect(cells.length === 0, file).toBe(kind === 'none')

    const wrong = await relationsIn(file, read(file))
    if (cells.every(cell => cell.wrong !== '')) {
      expect(wrong, file).toMatchObject({ failed: broken.identities.length, unknown: 0 })
      expect(failedSums(read(file)), file).toHaveLength(broken.identities.length)
    }
    const right = rows.map(row => row.join(',')).join('\n')
    expect(await relationsIn(file, right), file).toMatchObject({ failed: 0, unknown: 0 })
    expect(failedSums(right), file).toEqual([])
  }
})

test.each(editions.map(edition => [edition.id, edition] as const))(
  'the relations written down anew are those of the form of %s',
  (id, edition) => {
    const figures = balancedFigures(id as '2019' | '2021', 1)
    const own = relationsOf(figures)
    const constraints = Object.values(edition.tables).flatMap(table => table.constraints)
    const textOf = ({ left, right }: Equation) => `${[...left].sort()} ~ ${[...right].sort()}`
    const form = (relation: string) =>
      constraints
        .filter(constraint => constraint.relation === relation)
        .map(({ terms }) => {
          const side = (weight: number) => terms.filter(term => term.weight === weight).map(term => term.ref)
          return textOf({ left: side(1), right: side(-1) })
        })
    expect(own.identities.map(textOf).sort()).toEqual(form('=').sort())
    expect(own.bounds.map(textOf).sort()).toEqual(form('>=').sort())
    expect(isSound(figures)).toBe(true)
  },
)

test('a lone suspect can be put right, any other cell cannot', () => {
  const sound = balancedFigures('2021', 3)
  const spoiled: [string, number][] = [
    ['requests.carriedOver.total', 7],
    ['requests.outcomes.granted.naturalPerson', -1],
    ['reviewLitigation.review.total', 3],
    ['reviewLitigation.review.upheld', -1000],
  ]
  for (const [ref, step] of spoiled) {
    const figures = new Map(sound).set(ref, String(Number(sound.get(ref)) + step))
    const suspects = loneSuspects(figures)
    const mendable = [...figures].filter(([other, text]) =>
      [step, -step].some(by => {
        const { identities, negative } = judge(new Map(figures).set(other, String(Number(text) + by)))
        return identities.length === 0 && negative.length === 0
      }),
    )
    expect(suspects).toEqual(mendable.map(([other]) => other))
    expect(suspects).toContain(ref)
  }
})

test('generator, plain check and scorer work together', () => {
  const output = join(temporary(), 'RESULTS.md')
  const printed = run('score.mjs', folder, '-o', output)
  expect(readFileSync(output, 'utf8')).toBe(printed)
  const [head, , ...rows] = printed
    .split('## By kind of error\n\n')[1]!
    .split('\n\n')[0]!
    .split('\n')
    .map(cellsOf)
  expect(rows.map(row => row[0])).toEqual([
    ...kinds.map(kind => kind.id).filter(id => labels.some(label => label.kind === id && label.errors > 0)),
    '**all**',
  ])
  const at = (row: readonly string[], name: string) => Number.parseInt(row[head!.indexOf(name)]!, 10)
  const fates = [
    'named',
    'tie with the truth',
    'others suspected',
    'too many to tell',
    'not located',
    'missed',
  ]
  for (const row of rows) {
    const own = labels.filter(({ kind, errors }) => errors > 0 && (kind === row[0] || row[0] === '**all**'))
    expect(at(row, 'files')).toBe(own.length)
    expect(at(row, 'errors')).toBe(own.reduce((sum, label) => sum + label.errors, 0))
    expect(
      fates.reduce((sum, fate) => sum + at(row, fate), 0),
      row[0],
    ).toBe(at(row, 'errors'))
  }
  expect(printed).toContain('5 files: something said of 0; of 0 by the sum check.')
})

test('the page names every kind, and its answers of another tool can be scored', () => {
  for (const { id, title } of kinds) expect(readme).toContain(`| \`${id}\` | ${title} |`)
  const one = temporary()
  generate('1', '1', one)
  const answers = join(temporary(), 'answers.json')
  writeFileSync(answers, /```json\n([^`]*)```/.exec(readme)![1]!)
  const printed = run('score.mjs', one, '--answers', answers)
  expect(printed).toContain('the name and version, Node ')
  expect(printed).toContain(
    '- 00000.csv (digits-exchanged): `requests.carriedOver.total` named, to be 12, but it is not wrong',
  )
})

test('the commands of the page run', () => {
  const commands = /```sh\n([^`]*)```/.exec(readme)![1]!.trim().split('\n').slice(1)
  const one = temporary()
  for (const command of commands) {
    const [, script, ...words] = /^node bench\/corruption\/(\S+)(.*)$/
      .exec(command)!
      .flatMap((part, index) => (index === 2 ? part.trim().split(' ').filter(Boolean) : [part]))
    const given = words.map(word => (word === '/tmp/corrupted' ? one : word === '6800' ? '3' : word))
    expect(run(script!, ...given, ...(script === 'hard.mjs' ? ['--count', '1'] : []))).not.toBe('')
  }
})

async function relationsIn(path: string, csv: string) {
  const bytes = new TextEncoder().encode(csv)
  const checked = await checkSource({ path, bytes }, { language: 'en', profile: 'standard' }, nodeHost)
  if (checked.kind !== 'checked') throw new Error(`${path} is passed over`)
  return checked.file.relations
}

function generate(seed: string, reports: string, to: string): void {
  run('generate.mjs', '--seed', seed, '--count', reports, '-o', to)
}

function run(script: string, ...words: readonly string[]): string {
  return execFileSync(process.execPath, [join(bench, script), ...words], { encoding: 'utf8' })
}

function read(file: string): string {
  return readFileSync(join(folder, file), 'utf8')
}

function rowsOf(csv: string): string[][] {
  return csv.split('\n').map(line => line.split(','))
}

function cellsOf(line: string): string[] {
  return line
    .slice(1, -1)
    .split('|')
    .map(cell => cell.trim())
}

function temporary(): string {
  const path = mkdtempSync(join(tmpdir(), 'gouji-corruption-'))
  afterAll(() => rmSync(path, { recursive: true, force: true }))
  return path
}

async function load<Module>(file: string): Promise<Module> {
  return (await import(join(bench, file))) as Module
}
