import { expect, test } from 'vitest'
import { writeWorkbook } from '../../src/core/readers/workbooks/sheetjs.ts'
import { balancedFigures } from '../../src/testing/balanced.ts'
import { keptReport } from '../../src/testing/figures.ts'
import { reportSheet } from '../../src/testing/laid-out.ts'
import { bad, folderWith, run } from './run.ts'

const figures = new Map([...balancedFigures('2021', 5), ['requests.outcomes.total.naturalPerson', '9999']])
const sheet = reportSheet(keptReport('2021', figures))
const workbookWith = (name: string) => writeWorkbook([{ ...sheet, name }])

/** Files, and how the place of the wrong total is printed: what is clickable, and what Excel's name box takes. */
const places: readonly (readonly [path: string, content: Uint8Array, place: RegExp])[] = [
  ['镇.csv', bad, /^镇\.csv:\d+:\d+$/],
  ['黄庄镇/2020.csv', bad, /^黄庄镇\/2020\.csv:\d+:\d+$/],
  ['2020 年报.csv', bad, /^2020 年报\.csv:\d+:\d+$/],
  ['2020.xlsx', workbookWith('表三'), /^2020\.xlsx:表三!D\d+$/],
  ['黄庄镇/2020.xlsx', workbookWith('表三'), /^黄庄镇\/2020\.xlsx:表三!D\d+$/],
  ['甲.xlsx', workbookWith('2020'), /^甲\.xlsx:'2020'!D\d+$/],
  ['乙.xlsx', workbookWith('附表(1)'), /^乙\.xlsx:'附表\(1\)'!D\d+$/],
  ['丙.xlsx', workbookWith("it's"), /^丙\.xlsx:'it''s'!D\d+$/],
  ['丁.xlsx', workbookWith('三、收到和处理'), /^丁\.xlsx:'三、收到和处理'!D\d+$/],
  ['戊.xlsx', workbookWith('AB12'), /^戊\.xlsx:'AB12'!D\d+$/],
]
const cwd = folderWith(Object.fromEntries(places))

test.each(places)('%s', async (path, _, place) => {
  const printed = await placeIn(path)
  expect(printed).toMatch(place)
  const cell = await run(['explain', printed], { cwd })
  expect([cell.status, cell.stdout]).toEqual([0, expect.stringContaining('9999')])
})

test.each(places)('%s on a terminal, where a path without a slash gets one', async (path, _, place) => {
  const printed = await placeIn(path, true)
  expect(printed.startsWith('./')).toBe(!path.includes('/'))
  expect(printed.replace(/^\.\//, '')).toMatch(place)
  expect((await run(['explain', printed], { cwd })).status).toBe(0)
})

test('what no file is gets no slash', async () => {
  const { stdout } = await run(['check', '-'], { cwd, stdin: bad, isTTY: true })
  expect(stdout).toMatch(/^ +stdin\.csv:\d+:\d+$/m)
})

test('the place of a finding, as unix prints it, is the one of pretty', async () => {
  for (const [path] of places) {
    const { stdout } = await run(['check', path, '-f', 'unix'], { cwd })
    expect(stdout).toContain(`${await placeIn(path)}: `)
  }
})

/** The line of its own on which pretty puts the place of the first cause. */
async function placeIn(path: string, isTTY = false): Promise<string> {
  const { stdout } = await run(['check', path, '--no-color'], { cwd, isTTY, columns: 200 })
  return /^ {4}(\S.*[:!](?:[A-Z]+)?\d+)$/m.exec(stdout)![1]!
}
