import { describe, expect, test } from 'vitest'
import type { Diagnostic, FileResult, Result, Severity } from '../../src/core/index.ts'
import { render } from '../../src/core/reporters/index.ts'
import { results } from './results.ts'

/** The runner's way of reading a line of a log: the value of each property, and the message. */
function parseCommand(line: string) {
  const [, command, list, message] = /^::(error|warning|notice) ([^\n]*?)::([^\n]*)$/.exec(line)!
  const decode = (text: string) =>
    ['3A', '2C', '0D', '0A', '25'].reduce(
      (decoded, hex) => decoded.replaceAll(`%${hex}`, String.fromCharCode(Number.parseInt(hex, 16))),
      text,
    )
  const properties = list!.split(',').map(property => {
    const equals = property.indexOf('=')
    return [property.slice(0, equals), decode(property.slice(equals + 1))]
  })
  return { command, ...Object.fromEntries(properties), message: decode(message!) }
}

const commandsOf = async (result: Result) =>
  (await render(result, 'github')).split('\n').slice(0, -1).map(parseCommand)

const ordinary = results.ordinary!
const [file] = ordinary.files as [FileResult]
const [info, warning, error] = file.diagnostics as unknown as [Diagnostic, Diagnostic, Diagnostic]

function resultWith(diagnostics: readonly Diagnostic[], changes: Partial<FileResult> = {}): Result {
  const count = (severity: Severity) => diagnostics.filter(each => each.severity === severity).length
  const summary = {
    ...ordinary.summary,
    errors: count('error'),
    warnings: count('warning'),
    infos: count('info'),
    waived: changes.waived?.length ?? 0,
  }
  return { ...ordinary, summary, files: [{ ...file, ...changes, diagnostics }] }
}

const times = (count: number, diagnostic: Diagnostic) => Array.from({ length: count }, () => diagnostic)

test.each(Object.keys(results))('%s: commands and nothing else', async name => {
  const output = await render(results[name]!, 'github')
  expect(output.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069]/u)
  for (const line of output.split('\n').slice(0, -1))
    expect(line).toMatch(/^::(?:error|warning|notice) [^:]+::[^\n]/)
})

test('the worst comes first, in the order of the report', async () => {
  const commands = await commandsOf(ordinary)
  expect(commands.map(each => each.command)).toEqual(['error', 'error', 'error', 'warning', 'notice'])
  expect(commands[0]).toMatchObject({ file: file.path, line: '31', col: '8', title: 'gouji (GJ302)' })
  expect(commands[0].message.split('\n')[0]).toBe(`县/甲镇 2024.csv:31:8: GJ302 ${error.message}`)
})

test('the message of a workbook begins with the cell', async () => {
  const commands = await commandsOf(results.workbook!)
  expect(commands[1]).toMatchObject({ file: '县/甲镇.xlsx', line: '48', col: '10' })
  expect(commands[1].message).toMatch(/^'附表\(1\)'!J48 \(县\/甲镇\.xlsx\): GJ302 /)
})

test('a cause is one annotation with what fails because of it', async () => {
  const [command] = await commandsOf(results.causes!)
  expect(command.message.split('\n').slice(0, 3)).toEqual([
    '县/丁镇.csv:31:8: GJ302 表三“（七）总计”行“自然人”列填20，应为26；改后勾稽关系成立。',
    `31:8 GJ302 ${error.message}`,
    `32:8 GJ302 ${error.message}`,
  ])
})

test('what ends a property, a command or a line in a name is escaped', async () => {
  const path = '100%,甲:乙 %0A\n::error::注入.csv'
  const result = resultWith([{ ...error, message: '50%\r\n::error::再来' }], { path })
  const output = await render(result, 'github')
  expect(output.split('\n')).toHaveLength(2)
  expect(output).toContain('file=100%25%2C甲%3A乙 %250A %3A%3Aerror%3A%3A注入.csv,line=31')
  const [command] = await commandsOf(result)
  expect(command.file).toBe('100%,甲:乙 %0A ::error::注入.csv')
  expect(command.message).toContain('GJ302 50% ::error::再来\n')
})

describe('what GitHub does not show is said first', () => {
  test.each<[string, Diagnostic, number, boolean]>([
    ['ten errors', error, 10, false],
    ['eleven errors', error, 11, true],
    ['ten warnings', warning, 10, false],
    ['eleven warnings', warning, 11, true],
    ['ten infos', info, 10, false],
    ['eleven infos', info, 11, true],
  ])('%s', async (_, diagnostic, count, isCut) => {
    const commands = await commandsOf(resultWith(times(count, diagnostic)))
    const notices = commands.filter(({ title }) => title === 'gouji')
    expect(commands.length - notices.length).toBe(count)
    expect(commands.slice(0, notices.length)).toEqual(notices)
    expect(notices.map(({ message }) => message.includes(`合为${count}条`))).toEqual(isCut ? [true] : [])
  })

  test('findings that are waived, and rules that are off', async () => {
    const waived = [{ diagnostic: error, by: 'baseline', reasons: [] }] as const
    const commands = await commandsOf(resultWith([], { waived, off: ['GJ204', 'GJ114'] }))
    expect(commands.map(({ command, message }) => [command, message])).toEqual([
      ['notice', '另有1项已豁免或列入基线，不计入，也不在此列出；可用 -f json 列出。'],
      ['notice', '因配置关闭的规则：GJ114、GJ204。'],
    ])
  })

  test('that nothing was checked', async () => {
    expect(await commandsOf(results.empty!)).toMatchObject([
      { command: 'notice', message: '没有检查任何文件。' },
    ])
  })

  test('a clean run needs no word', async () => {
    expect(await render(results.clean!, 'github')).toBe('')
  })
})
