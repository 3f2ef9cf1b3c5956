import { expect, test } from 'vitest'
import { resultOf } from '../../src/core/engine/summarize.ts'
import { checkSource, type FileResult } from '../../src/core/index.ts'
import { render } from '../../src/core/reporters/index.ts'
import { nodeHost } from '../../src/node/host.ts'
import {
  balancedFigures,
  keptReport,
  plainStyle,
  reportSheet,
  writeText,
  writeWorkbook,
} from '../../src/testing/index.ts'

const wording = { language: 'zh-CN', profile: 'standard' } as const
const sheet = reportSheet(keptReport('2021', balancedFigures('2021', 5)))
/** A label over two lines that no form has, beside a character of four bytes. */
const rows = sheet.rows.map(row => row.map(text => (text === '行政许可' ? '𠮷,行政\n许可证书' : text)))

async function checked(path: string, bytes: Uint8Array, extras: readonly 'lines'[]): Promise<FileResult> {
  const source = { path, bytes, isNamed: true }
  const result = await checkSource(source, { ...wording, extras }, nodeHost)
  if (result.kind === 'skipped') throw new Error(result.reason)
  return result.file
}

test.each([
  ['\n', 'utf-8'],
  ['\r\n', 'gb18030'],
  ['\r', 'utf-16le-bom'],
] as const)('lines that end with %j in %s are kept without their ends', async (lineEnd, encoding) => {
  const broken = rows.map(row => row.map(text => text.replaceAll('\n', lineEnd)))
  const file = await checked('镇.csv', writeText(broken, { ...plainStyle, lineEnd, encoding }), ['lines'])
  const label = file.diagnostics.find(({ location }) => location.endLine > location.line)!
  const { line, column, endLine, endColumn } = label.location
  expect([endLine, column, endColumn]).toEqual([line + 1, 2, 5])
  expect(file.lines![line]).toMatch(/^"𠮷,行政$/)
  expect(file.lines![endLine]).toMatch(/^许可证书",/)
  for (const text of Object.values(file.lines!)) expect(text).not.toMatch(/[\r\n]/)
  const pointed = file.diagnostics.flatMap(({ location, related }) => [
    location.line,
    location.endLine,
    ...related.map(other => other.location.line),
  ])
  expect(Object.keys(file.lines!).map(Number)).toEqual([...new Set(pointed)].sort((a, b) => a - b))

  const { diagnostics } = JSON.parse(await render(resultOf([file], [], wording), 'rdjson'))
  expect(diagnostics.map((each: { location: { range: object } }) => each.location.range)).toContainEqual({
    start: { line, column: 2 },
    end: { line: endLine, column: 1 + Buffer.byteLength('许可证书') },
  })
})

test('lines are kept only when they are asked for, and of text alone', async () => {
  expect((await checked('镇.csv', writeText(rows, plainStyle), [])).lines).toBeNull()
  expect((await checked('镇.xlsx', writeWorkbook([{ ...sheet, rows }]), ['lines'])).lines).toBeNull()
  expect((await checked('镇.csv', Uint8Array.of(0x81, 0, 0xff), ['lines'])).lines).toBeNull()
})
