import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { reporterNames } from '../src/core/reporters/index.ts'
import {
  balancedFigures,
  harmlessTexts,
  keptReport,
  layOut,
  type ReportWriter,
  reportWriters,
} from '../src/testing/index.ts'
import { folderWith, run } from './cli/run.ts'

/** In running text, in a title, in a cell that should hold a figure, in a row that the form does not have. */
const planted = ['11010519491231002X', '13912345678', '13812345670', '13712345671', '440524198001010013']

const kinds = ['csv', 'txt', 'md', 'html', 'docx', 'xlsx', 'ods', 'mht']
const writers = kinds.map(kind => reportWriters.find(({ extension }) => extension === kind)!)
const folder = folderWith(Object.fromEntries(writers.map(writer => [nameOf(writer), fileOf(writer)])))

function nameOf({ extension }: ReportWriter): string {
  return `示例镇2024.${extension}`
}

function fileOf({ write }: ReportWriter): Uint8Array {
  const figures = new Map([
    ...balancedFigures('2021', 1),
    ['requests.newRequests.total', '经办13812345670'],
    ['requests.carriedOver.total', '440524198001010013'],
    ['reviewLitigation.review.total', '１２'],
  ])
  const report = keptReport('2021', figures, '示例镇', 2024)
  const texts = harmlessTexts(report)
  const laid = layOut(report, {
    ...texts,
    preface: [...texts.preface, '示例镇13712345671编报'],
    overall: [...texts.overall, '收到申请人张某（身份证11010519491231002X，手机13912345678）的申请XX件。'],
  })
  return write(laid)
}

describe.each(writers.map(writer => [nameOf(writer)] as const))('%s', name => {
  const commands = [
    ...reporterNames.map(format => ['check', '-f', format, name]),
    ['check', '--diff', name],
    ['parse', name],
    ['dump', name],
    ['explain', `${name}:requests.newRequests.total`],
    ['explain', `${name}:requests.newRequests.total`, '-f', 'json'],
  ]

  test.each(commands.map(command => [command.join(' '), command] as const))('%s', async (_, command) => {
    const { stdout, stderr } = await run(command, { cwd: folder })
    expect(stdout + stderr).not.toBe('')
    for (const number of planted) expect(stdout + stderr).not.toContain(number)
  })

  test('a baseline', async () => {
    await run(['baseline', name], { cwd: folder })
    const kept = readFileSync(join(folder, 'gouji.baseline.json'), 'utf8')
    for (const number of planted) expect(kept).not.toContain(number)
  })
})

test('what is masked is said', async () => {
  const { stdout } = await run(['check', '-f', 'unix', '示例镇2024.txt'], { cwd: folder })
  expect(stdout).toMatch(/GJ710 .*身份证/)
  expect(stdout).toMatch(/GJ710 .*手机/)
})

test('a figure of eleven digits is a figure', async () => {
  const figures = new Map([...balancedFigures('2021', 1), ['activeDisclosure.fees.amount', '13912345678']])
  const bytes = writers[0]!.write(layOut(keptReport('2021', figures)))
  const cwd = folderWith({ 'a.csv': bytes })
  const { stdout } = await run(['parse', 'a.csv'], { cwd })
  expect(stdout).toContain('"value": "13912345678"')
})
