import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse as parseCsv } from 'csv-parse/sync'
import { parquetReadObjects } from 'hyparquet'
import { expect, test } from 'vitest'
import { columns } from '../../src/core/collect/rows.ts'
import { isOwnOutput, type ParsedReport, parseSource } from '../../src/core/index.ts'
import { defaultLimits, readSource } from '../../src/core/readers/index.ts'
import {
  balancedFigures,
  keptReport,
  layOut,
  nodeHost,
  plainStyle,
  reportSheet,
  reportWriters,
  writeText,
} from '../../src/testing/index.ts'
import { bad, folderWith, good, other, run } from '../cli/run.ts'

type Line = Readonly<Record<string, string | number | null>>

/** The whole of csv-parse, of which the project types what its reader uses. */
const recordsOf = (text: string) =>
  (parseCsv as unknown as (text: string, options: object) => Line[])(text, { bom: true, columns: true })

const names = columns.map(({ name }) => name)

/** Each format read back by a reader that shares nothing with the writer; empty fields as null. */
const read: Readonly<Record<string, (bytes: Buffer) => Promise<readonly Line[]>>> = {
  csv: async bytes => recordsOf(bytes.toString()),
  ndjson: async bytes =>
    bytes
      .toString()
      .trimEnd()
      .split('\n')
      .map(line => ({
        ...JSON.parse(line),
        // As it is written, not as a number of the language.
        value: /"value":([^,]*)/.exec(line)![1] === 'null' ? null : /"value":([^,]*)/.exec(line)![1]!,
      })),
  xlsx: async bytes => {
    const source = await readSource({ path: 'table.xlsx', bytes, isNamed: true }, nodeHost, defaultLimits)
    if (source.kind === 'unread') throw new Error(source.problem.name)
    const [head, ...rows] = source.document.grids[0]!.rows
    return rows.map(row => Object.fromEntries(head!.map((name, at) => [name, row[at] ?? ''])))
  },
  parquet: async bytes => {
    const buffer = bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length) as ArrayBuffer
    const rows = await parquetReadObjects({ file: buffer })
    for (const { value, value_text } of rows)
      expect(value).toBe(value_text === null ? null : Number(value_text))
    return rows.map(({ value_text, ...row }) => ({ ...row, value: value_text }))
  },
}

/** What `gouji parse` says, in the words of the table. */
function expectedLines(reports: readonly ParsedReport[], isCsv: boolean): readonly Line[] {
  const safe = (text: string) => (isCsv && /^\s*[=+\-@＝＋－＠]/.test(text) ? `'${text}` : text)
  return reports.flatMap(({ path, body, year, tables, facts }) =>
    facts.map(({ ref, value, state, raw, location }) => ({
      body: body && safe(body),
      year,
      edition: tables.find(({ table }) => ref.startsWith(`${table}.`))!.edition,
      ref,
      value,
      state,
      raw: safe(raw),
      path: safe(path),
      line: location?.line ?? null,
      position: location?.column ?? null,
      address: location?.address ?? null,
    })),
  )
}

/** Formats differ in what they have for nothing, and for numbers. */
function asText(line: Line): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(line).map(([name, field]) => [name, String(field ?? '')]))
}

const hostile = {
  'activeDisclosure.rules.issued': '=HYPERLINK("x")',
  'activeDisclosure.rules.repealed': '-',
  'activeDisclosure.fees.amount': '12.34567',
  'requests.newRequests.naturalPerson': '三 "引号", 逗号\n换行',
  'requests.carriedOver.naturalPerson': '\u001b[31m9',
  'requests.outcomes.granted.total': '',
}

function folderOfReports(): string {
  const report = keptReport(
    '2021',
    new Map([...balancedFigures('2021', 7), ...Object.entries(hostile)]),
    '+名"称,镇',
  )
  const files: Record<string, Uint8Array> = {
    '引号"镇,=2024.csv': writeText(reportSheet(report).rows, plainStyle),
    '旧/2020年.csv': writeText(reportSheet(keptReport('2019', balancedFigures('2019', 3))).rows, plainStyle),
  }
  for (const [index, writer] of reportWriters.entries())
    files[`各式/${index}-${writer.extension}.${writer.extension}`] = writer.write(
      layOut(keptReport('2021', balancedFigures('2021', index), `单位${index}`)),
    )
  // A slash and a quotation mark are no names on every system, but these are on this one.
  return folderWith(files)
}

const folder = folderOfReports()

test.each(Object.keys(read))('every figure that parse prints is in the table: %s', async format => {
  const target = `out/table.${format}`
  const { status, stderr } = await run(['collect', '.', '-o', target], { cwd: folder })
  expect([status, stderr.replace(/^(?:说明|错误).*\n/gm, '')]).toEqual([0, ''])
  const lines = await read[format]!(readFileSync(join(folder, target)))
  const paths = [...new Set(lines.map(({ path }) => String(path).replace(/^'/, '')))]
  expect(paths).toHaveLength(reportWriters.length + 2)
  const reports: ParsedReport[] = []
  for (const path of paths)
    reports.push(
      await parseSource({ path, bytes: readFileSync(join(folder, path)), isNamed: false }, nodeHost),
    )
  const expected = expectedLines(reports, format === 'csv')
  expect(expected.length).toBeGreaterThan(8000)
  expect(lines).toHaveLength(expected.length)
  const known = Object.keys(expected[0]!)
  const own = lines.map(line => Object.fromEntries(known.map(name => [name, line[name] ?? null])))
  expect(own.map(asText)).toEqual(expected.map(asText))
  expect(Object.keys(lines[0]!).sort()).toEqual([...names].sort())
})

test.each(Object.keys(read))('the same bytes whatever the order of the paths: %s', async format => {
  const [one, two] = [`out/one.${format}`, `out/two.${format}`]
  await run(['collect', '旧', '各式', '-o', one], { cwd: folder })
  await run(['collect', '各式/', '旧/2020年.csv', './旧', '-o', two], { cwd: folder })
  expect(readFileSync(join(folder, two)).equals(readFileSync(join(folder, one)))).toBe(true)
})

test('to standard output, as csv and as ndjson', async () => {
  const cwd = folderWith({ 'a.csv': good })
  const csv = await run(['collect', 'a.csv'], { cwd })
  expect(csv.stdout.split('\r\n')).toHaveLength(202)
  expect(csv.stdout.startsWith(`\ufeff${names.join(',')}\r\n`)).toBe(true)
  expect(csv.stderr).toBe('收集了1个报告的200个数据项。\n')
  const ndjson = await run(['collect', 'a.csv', '-f', 'ndjson', '-o', '-'], { cwd })
  expect(ndjson.stdout.split('\n')).toHaveLength(201)
})

test('what could not be read is named and counted', async () => {
  const cwd = folderWith({
    'a.csv': good,
    '坏2024年政府信息公开工作年度报告.xlsx': 'PK\u0003\u0004',
    '半个2024年政府信息公开工作年度报告.csv': Buffer.from(good).subarray(0, 900),
    'x.csv': other,
  })
  const { status, stdout, stderr } = await run(['collect', '.', '-o', 't.ndjson'], { cwd })
  expect(status).toBe(1)
  expect(stderr).toMatch(/^错误：半个.*：.*\n错误：坏.*：.*\n/)
  expect(stdout).toMatch(/^收集了2个报告的\d+个数据项，存入“t\.ndjson”。没有采用的文件：.*：1个。\n$/)
})

test('nothing to collect, or a path that is not there: nothing is written', async () => {
  const cwd = folderWith({ 'x.csv': other, 'a.csv': good })
  for (const paths of [['x.csv'], ['a.csv', 'gone.csv']]) {
    const { status } = await run(['collect', ...paths, '-o', 't.csv'], { cwd })
    expect([status, existsSync(join(cwd, 't.csv'))]).toEqual([2, false])
  }
  expect(readdirSync(cwd).sort()).toEqual(['a.csv', 'x.csv'])
})

test.each(['csv', 'xlsx'])('a former table is replaced, and is no report: %s', async format => {
  const cwd = folderWith({ 'a.csv': good })
  const target = `t.${format}`
  await run(['collect', '.', '-o', target], { cwd })
  const first = readFileSync(join(cwd, target))
  const { status } = await run(['collect', '.', '-o', target], { cwd })
  expect(status).toBe(0)
  expect(readFileSync(join(cwd, target)).equals(first)).toBe(true)
  expect(isOwnOutput(first)).toBe(format === 'csv')
  const { stdout } = await run(['check', '.'], { cwd })
  expect(stdout).toContain(`${target}  gouji 自己输出的结果`)
})

test('never over a report', async () => {
  const cwd = folderWith({ 'a.csv': good, 'b.csv': bad })
  const { status, stderr } = await run(['collect', '.', '-o', 'b.csv'], { cwd })
  expect([status, stderr]).toEqual([2, '错误：输出文件“b.csv”正是要检查的文件，没有写入。\n'])
  expect(readFileSync(join(cwd, 'b.csv')).equals(bad)).toBe(true)
})

test('settings hold: what they ignore is left out, and paths tell body and year', async () => {
  const plain = writeText(
    reportSheet(keptReport('2021', balancedFigures('2021', 1), '')).rows.slice(1),
    plainStyle,
  )
  const cwd = folderWith({
    'gouji.json': '{ "ignores": ["旧"], "paths": ["{body}-{year}.csv"] }',
    '甲镇-2024.csv': plain,
    '旧/乙镇-2023.csv': good,
  })
  const { stdout, stderr } = await run(['collect', '.'], { cwd })
  const lines = recordsOf(stdout)
  expect(new Set(lines.map(({ body, year }) => `${body} ${year}`))).toEqual(new Set(['甲镇 2024']))
  expect(stderr).toContain('按设定不核对：1个')
})

test('the format of a name and the one asked for must be the same, and known', async () => {
  const cwd = folderWith({ 'a.csv': good })
  const wrong = await run(['collect', '.', '-o', 't.csv', '-f', 'xlsx'], { cwd })
  const unknown = await run(['collect', '.', '-o', 't.dat'], { cwd })
  const shown = await run(['collect', '.', '-f', 'parquet'], { cwd, isTTY: true })
  expect([wrong.status, unknown.status, shown.status]).toEqual([2, 2, 2])
  expect(unknown.stderr).toContain('csv, ndjson, xlsx, parquet')
})

test('an output that cannot be written is said in a sentence', async () => {
  const cwd = folderWith({ 'a.csv': good })
  mkdirSync(join(cwd, 'folder.csv'))
  writeFileSync(join(cwd, 'file'), '')
  for (const target of ['folder.csv', 'file/t.csv']) {
    const { status, stderr } = await run(['collect', 'a.csv', '-o', target], { cwd })
    expect(status).toBe(2)
    expect(stderr).toMatch(/^错误：无法写入/)
  }
})

test.each(['docs/collect.md', 'docs/collect.zh-CN.md'])('%s describes every column, in order', page => {
  const [, table] = readFileSync(page, 'utf8').split(/^\|---\|---\|---\|$/m)
  const described = table!
    .split('\n\n')[0]!
    .split('\n')
    .flatMap(row => [...(row.split('|')[1] ?? '').matchAll(/`(\w+)`/g)].map(match => match[1]))
  expect(described).toEqual(names)
})

test('the roster gives each body one name, and its parent', async () => {
  const report = (body: string) =>
    writeText(reportSheet(keptReport('2021', balancedFigures('2021', 1), body)).rows, plainStyle)
  const cwd = folderWith({
    'gouji.json':
      '{ "bodies": [{ "name": "某县" }, { "name": "甲镇", "aliases": ["甲镇政府"], "parent": "某县" }] }',
    '1.csv': report('甲镇政府'),
    '2.csv': report('某县人民政府'),
    '3.csv': report('外镇'),
  })
  const { stdout } = await run(['collect', '.'], { cwd })
  const bodies = recordsOf(stdout).map(({ path, body, parent }) => `${path} ${body} ${parent}`)
  expect([...new Set(bodies)]).toEqual(['1.csv 甲镇 某县', '2.csv 某县 ', '3.csv 外镇 '])
})

test('on a terminal, what would move its cursor is spelled out', async () => {
  const { stdout } = await run(['collect', '引号"镇,=2024.csv'], { cwd: folder, isTTY: true })
  expect(stdout).toContain('\\x1b[31m9')
  expect(stdout).not.toMatch(/[^\n\P{Cc}]/u)
})
