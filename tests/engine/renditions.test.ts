import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { CollectionSettings, FileResult } from '../../src/core/index.ts'
import { checkCollection, checkSource, latestEdition, listBodies } from '../../src/core/index.ts'
import { nodeHost } from '../../src/node/host.ts'
import { balancedFigures, cellsOf, type Figures } from '../../src/testing/balanced.ts'
import { keptReport } from '../../src/testing/figures.ts'
import { layOut } from '../../src/testing/laid-out.ts'
import { reportWriters } from '../../src/testing/report-writers.ts'

const wording = { language: 'zh-CN', profile: 'standard' } as const
const settings: CollectionSettings = {
  roster: null,
  events: [],
  isWhole: true,
  namedBy: () => null,
  optionsFor: () => wording,
}
const writers = reportWriters.filter(({ says, extension }) => says.length === 0 && extension !== 'et')
const extensions = [...new Set(writers.map(({ extension }) => extension))]

async function fileOf(path: string, figures: Figures, body = '示例镇', year = 2024): Promise<FileResult> {
  const writer = writers.find(({ extension }) => path.endsWith(`.${extension}`))!
  const bytes = writer.write(layOut(keptReport('2021', figures, body, year)))
  return checked(path, bytes)
}

async function checked(path: string, bytes: Uint8Array): Promise<FileResult> {
  const source = await checkSource(
    { path, bytes, isNamed: true },
    { ...wording, extras: ['figures'] },
    nodeHost,
  )
  if (source.kind !== 'checked') throw new Error(`${path} is passed over`)
  return source.file
}

/** What comparing the files says, by code. */
function foundIn(files: readonly FileResult[], own: Partial<CollectionSettings> = {}) {
  const inOrder = [...files].sort((a, b) => (a.path < b.path ? -1 : 1))
  return checkCollection(inOrder, { ...settings, ...own }).flatMap(({ path, diagnostics }) =>
    diagnostics.filter(({ code }) => ['GJ605', 'GJ610'].includes(code)).map(each => ({ path, ...each })),
  )
}

const refs = cellsOf(latestEdition).map(({ ref }) => ref)

describe('one report in several formats', () => {
  test('says the same in each, and is one', async () => {
    for (const seed of [1, 2]) {
      const figures = balancedFigures('2021', seed)
      const files = await Promise.all(extensions.map(each => fileOf(`示例镇2024年.${each}`, figures)))
      expect(new Set(files.map(({ format }) => format)).size).toBe(files.length)
      expect(foundIn(files)).toEqual([])
    }
  })

  test('names every cell in which they differ, once a pair, at the one that does not count', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 1, max: 500 }),
        fc.uniqueArray(fc.constantFrom(...refs), { minLength: 1, maxLength: 12 }),
        fc.shuffledSubarray(['xlsx', 'docx', 'html', 'csv', 'md', 'txt'], { minLength: 2, maxLength: 2 }),
        async (seed, changed, [one, other]) => {
          const figures = balancedFigures('2021', seed)
          const wrong = new Map(figures)
          for (const ref of changed) wrong.set(ref, String(Number.parseInt(wrong.get(ref)!, 10) + 1))
          const files = [
            await fileOf(`示例镇2024年.${one}`, figures),
            await fileOf(`示例镇2024年.${other}`, wrong),
          ]
          const found = foundIn(files)
          expect(found.map(({ code, severity }) => [code, severity])).toEqual([['GJ610', 'error']])
          expect(new Set(found[0]!.data.refs as string[])).toEqual(new Set(changed))
          expect(found[0]!.related.map(({ path, ref }) => [path, ref])).toEqual(
            (found[0]!.data.refs as string[]).map(ref => [
              files.find(({ path }) => path !== found[0]!.path)!.path,
              ref,
            ]),
          )
          expect(foundIn([...files].reverse())).toEqual(found)
        },
      ),
      { seed: 610, numRuns: 20 },
    )
  })

  test('takes part once where they agree, and with no number where they differ', async () => {
    const before = balancedFigures('2021', 3)
    const other = new Map(before)
    for (const column of ['naturalPerson', 'total'])
      other.set(
        `requests.carriedForward.${column}`,
        String(Number(before.get(`requests.carriedForward.${column}`)) + 1),
      )
    const current = balancedFigures('2021', 4)
    const files = [
      await fileOf('2023.csv', before, '示例镇', 2023),
      await fileOf('2023.html', other, '示例镇', 2023),
      await fileOf('2024.csv', current),
    ]
    const carry = (given: readonly FileResult[]) =>
      checkCollection(given, settings).flatMap(({ diagnostics }) =>
        diagnostics.filter(({ code }) => code === 'GJ501'),
      )
    expect(carry([files[0]!, files[2]!])).toHaveLength(1)
    expect(carry(files)).toEqual([])
  })
})

describe('two reports of one body and year', () => {
  test('are said to be two, in one format and in two', async () => {
    const [one, other] = [balancedFigures('2021', 5), balancedFigures('2021', 6)]
    for (const path of ['示例镇（旧）.csv', '示例镇（旧）.txt']) {
      const found = foundIn([await fileOf('示例镇.csv', one), await fileOf(path, other)])
      expect(found.map(each => [each.path, each.code, each.severity])).toEqual([[path, 'GJ605', 'error']])
    }
  })

  test('are a remark for whoever keeps copies', async () => {
    const figures = balancedFigures('2021', 5)
    const found = foundIn([await fileOf('示例镇.csv', figures), await fileOf('示例镇 - 副本.csv', figures)])
    expect(found.map(each => [each.path, each.code, each.severity])).toEqual([
      ['示例镇 - 副本.csv', 'GJ605', 'warning'],
    ])
  })

  test('are one where names differ in what the form is called', async () => {
    const figures = balancedFigures('2021', 5)
    for (const [one, other] of [
      ['网页版/示例镇.csv', '打印版/示例镇.csv'],
      ['示例镇.csv', '示例镇（终稿）.csv'],
      ['示例镇_PDF版.csv', '示例镇－正式版.csv'],
    ])
      expect(foundIn([await fileOf(one!, figures), await fileOf(other!, figures)])).toEqual([])
  })

  test('may be bodies of one name when they stand in different folders and no roster tells', async () => {
    const files = [
      await fileOf('甲县/2024年/城关镇.csv', balancedFigures('2021', 5), '城关镇'),
      await fileOf('乙县/2024年/城关镇.csv', balancedFigures('2021', 6), '城关镇'),
    ]
    expect(foundIn(files).map(each => each.severity)).toEqual(['warning'])
    expect(foundIn(files)[0]!.message).toContain('同名的两个单位')
  })

  test('with little but 0 in them are not decided', async () => {
    const zeros: Figures = new Map(refs.map(ref => [ref, '0']))
    const one = new Map(zeros).set('requests.newRequests.total', '3')
    const found = foundIn([await fileOf('a.csv', zeros), await fileOf('a.html', one)])
    expect(found.map(each => each.code)).toEqual(['GJ605'])
    expect(found[0]!.message).toContain('不能断定')
  })
})

test('a file that is not read names the one of the same name that is', async () => {
  const readable = await fileOf('2024/示例镇（网页版）.html', balancedFigures('2021', 5))
  const unread = await checked('2024/示例镇.pdf', new TextEncoder().encode('%PDF-1.4 '))
  const alone = checkCollection([unread], settings)[0]!.diagnostics[0]!
  const [beside] = checkCollection([unread, readable], settings)[0]!.diagnostics
  expect(beside).toMatchObject({ code: 'GJ003', severity: 'error', subjects: alone.subjects })
  expect(beside!.message).toContain('2024/示例镇（网页版）.html')
  expect(beside!.message).toContain('没有与它比较')
})

describe('the list of bodies', () => {
  const body = (name: string) => ({
    name,
    aliases: [],
    parent: null,
    type: null,
    from: null,
    until: null,
    location: { line: 1, column: 1, endLine: 1, endColumn: 1, address: null },
  })
  const roster = { path: 'gouji.json', bodies: ['乙镇', '甲镇', '丙局'].map(body) }

  test('follows the roster, then names, and says who has not reported', async () => {
    const figures = balancedFigures('2021', 5)
    const files = [
      await fileOf('2023/乙镇.csv', figures, '乙镇人民政府', 2023),
      await fileOf('2024/丙局2024年.csv', figures, '丙局'),
      await fileOf('2024/丁局.csv', figures, '丁局'),
      await checked('2024/甲镇2024年政府信息公开工作年度报告.pdf', new TextEncoder().encode('%PDF-1.4 ')),
    ]
    const short = (whole: boolean) =>
      listBodies(files, { ...settings, roster, isWhole: whole }).map(each => [
        each.body,
        each.years,
        each.missing,
      ])
    expect(short(true)).toEqual([
      ['乙镇', [2023], [2024]],
      ['甲镇', [2024], [2023]],
      ['丙局', [2024], [2023]],
      ['丁局', [2024], []],
    ])
    expect(short(false).map(each => each[2])).toEqual([[], [], [], []])
  })
})
