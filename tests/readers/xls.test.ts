import { describe, expect, it } from 'vitest'
import type { Document } from '../../src/core/document/document.ts'
import { documentStart } from '../../src/core/document/location.ts'
import { readSource } from '../../src/core/readers/index.ts'
import { defaultLimits } from '../../src/core/readers/reader.ts'
import { nodeHost } from '../../src/node/host.ts'
import * as biff from './biff-writer.ts'

async function read(bytes: Uint8Array, path = '镇.xls', limits = defaultLimits): Promise<Document> {
  const result = await readSource({ path, bytes }, nodeHost, limits)
  if (result.kind === 'unread') throw new Error(result.problem.name)
  return result.document
}

function readSheet(
  version: 5 | 8,
  records: readonly biff.BiffRecord[],
  rest: Partial<biff.BiffToWrite> = {},
): Promise<Document> {
  return read(biff.writeBiff({ version, sheets: [{ name: '表三', records }], ...rest }))
}

describe.each([5, 8] as const)('BIFF%i', version => {
  const label = (row: number, column: number, text: string) => biff.label(version, row, column, text)

  it('texts in Chinese come out right, in cells, names, formats and results', async () => {
    const { grids, problems, format } = await readSheet(
      version,
      [
        label(0, 0, '第二十条　第（一）项'),
        label(0, 1, 'abc'),
        biff.formula(0, 2, biff.textFollows),
        biff.formulaText(version, '结果维持'),
        biff.number(0, 3, 251_000, 1),
      ],
      {
        codePage: version === 5 ? 936 : 1200,
        records: [
          biff.font(version, '宋体'),
          biff.format(version, 176, '0"元"'),
          biff.style(version, 0),
          biff.style(version, 176),
        ],
      },
    )
    expect({ problems, format }).toEqual({ problems: [], format: 'xls' })
    expect(grids.map(({ sheet, rows }) => [sheet, rows])).toEqual([
      ['表三', [['第二十条　第（一）项', 'abc', '结果维持', '251000元']]],
    ])
    expect(grids[0]?.locate(0, 1).address).toBe('表三!B1')
  })

  it('numbers of every kind, errors and stored results', async () => {
    const { grids, problems } = await readSheet(
      version,
      [
        biff.number(0, 0, 59237.2449),
        biff.rkCell(0, 1, biff.rk(-3)),
        biff.rkCells(0, 2, [biff.rk(7), biff.rk(1234, true)]),
        biff.formula(1, 0, biff.f64(0)),
        biff.formula(1, 1, biff.f64(12)),
        biff.error(1, 2, 0x17),
        biff.formula(1, 3, [2, 0, 0x07, 0, 0, 0, 0xff, 0xff]),
      ],
      version === 5 ? { codePage: 936 } : {},
    )
    expect(problems).toEqual([])
    expect(grids[0]?.rows).toEqual([
      ['59237.2449', '-3', '7', '12.34'],
      ['0', '12', '#REF!', '#DIV/0!'],
    ])
  })

  it('dates as Chinese Excel shows them, built-in formats and the file’s own, from 1900 and from 1904', async () => {
    const records = [
      biff.style(version, 0),
      biff.style(version, 58),
      biff.style(version, 176),
      biff.format(version, 176, 'yyyy"年"m"月"d"日"'),
    ]
    const cells = [biff.number(0, 0, 45352, 1), biff.number(0, 1, 45352, 2)]
    const codePage = version === 5 ? 936 : 1200
    const first = await readSheet(version, cells, { records, codePage })
    expect(first.grids[0]?.rows).toEqual([['3月1日', '2024年3月1日']])
    expect(first.problems.map(({ name, location }) => [name, location.address])).toEqual([
      ['date-cell', '表三!A1'],
      ['date-cell', '表三!B1'],
    ])
    const later = await readSheet(version, cells, { records: [[0x0022, [1, 0]], ...records], codePage })
    expect(later.grids[0]?.rows).toEqual([['3月2日', '2028年3月2日']])
  })

  it('formats of the workbook before are forgotten', async () => {
    const cell = [biff.number(0, 0, 12.6, 1)]
    const styles = [biff.style(version, 0), biff.style(version, 190)]
    const first = await readSheet(version, cell, { records: [biff.format(version, 190, '0'), ...styles] })
    expect(first.grids[0]?.notes?.shownOtherwise.size).toBe(1)
    const second = await readSheet(version, cell, { records: styles })
    expect(second.grids[0]?.notes?.shownOtherwise.size).toBe(0)
  })

  it('merged cells, and what rows, columns and sheets are hidden', async () => {
    const codePage = version === 5 ? 936 : 1200
    const { grids } = await read(
      biff.writeBiff({
        version,
        codePage,
        sheets: [
          { name: '旧', state: 2, records: [label(0, 0, '子')] },
          {
            name: '__proto__',
            records: [
              biff.hiddenRow(1),
              biff.hiddenColumns(2, 3),
              label(0, 0, '总计'),
              label(0, 1, '看不见'),
              biff.number(1, 3, 1),
              biff.merge(0, 0, 0, 1),
            ],
          },
        ],
      }),
    )
    expect(grids.map(({ sheet, rows, merges }) => ({ sheet, rows, merges }))).toEqual([
      {
        sheet: '__proto__',
        rows: [
          ['总计', '', '', ''],
          ['', '', '', '1'],
        ],
        merges: [{ row: 0, column: 0, rows: 1, columns: 2 }],
      },
      { sheet: '旧', rows: [['子']], merges: [] },
    ])
    expect(grids.map(({ notes }) => notes?.isHidden)).toEqual([false, true])
    expect([...(grids[0]?.notes?.hiddenRows ?? [])]).toEqual([1])
    expect([...(grids[0]?.notes?.hiddenColumns ?? [])]).toEqual([2, 3])
  })

  it('a password protects the file', async () => {
    const { grids, problems } = await readSheet(version, [label(0, 0, '子')], {
      records: [[0x002f, [0, 0, 0x12, 0x34, 0x56, 0x78]]],
      codePage: 936,
    })
    expect(grids).toEqual([])
    expect(problems).toEqual([{ name: 'protected-file', location: documentStart, data: {} }])
  })
})

describe('code pages', () => {
  it('of BIFF8 count for nothing, whatever a program wrote', async () => {
    const { grids } = await readSheet(8, [biff.label(8, 0, 0, '一丁七')], { codePage: 936 })
    expect(grids[0]?.rows).toEqual([['一丁七']])
  })

  it.each([
    [1252, 'a text is not in code page 936', false],
    [4711, 'texts in code page 4711', true],
  ])('in which a text cannot be read are damage: %i', async (codePage, detail, isNamed) => {
    const broken: biff.BiffRecord = [0x0204, [0, 0, 0, 0, 0, 0, 3, 0, 0xd6, 0xff, 0x31]]
    const { problems } = await readSheet(5, [broken], { codePage: isNamed ? codePage : 936 })
    expect(problems).toMatchObject([{ name: 'damaged-file', data: { detail } }])
  })
})

it('raised, lowered and struck runs of BIFF8 are set off', async () => {
  // The fonts have the numbers 0 to 3, 5 and 6.
  const [plain, raised, lowered, struck] = [0, 3, 5, 6]
  const fonts = [...Array(3).fill([0, 0]), [0, 1], [0, 2], [8, 0]].map(([line, place]) =>
    biff.marking(line, place),
  )
  const long = biff.shared('长'.repeat(50))
  const strings = [
    biff.shared('12', [[1, raised]]),
    biff.shared('12', [
      [0, plain],
      [1, plain],
    ]),
    long,
    biff.shared('一2三', [
      [1, lowered],
      [2, plain],
    ]),
    biff.shared('93', [
      [0, struck],
      [1, plain],
    ]),
    biff.shared('注12', [[2, raised]], [1, 2, 3]),
    biff.shared('1234', [
      [1, raised],
      [2, plain],
      [3, lowered],
    ]),
    biff.shared('12'),
    biff.shared('', [[0, raised]]),
    biff.shared('末'),
  ]
  const list = strings.flat()
  // In the middle of the long text, which goes on with its flags.
  const cut = strings[0]!.length + strings[1]!.length + 23
  const { grids, problems } = await readSheet(
    8,
    strings.map((_, column) => biff.sharedLabel(0, column, column)),
    {
      records: [
        ...fonts,
        [0x00fc, biff.u32(strings.length), biff.u32(strings.length), list.slice(0, cut)],
        [0x003c, [1, ...list.slice(cut)]],
      ],
    },
  )
  expect(problems).toEqual([])
  const texts = ['1    2', '12', '长'.repeat(50), '一 2 三', '9    3', '注1  2', '1  2 3 4', '12', '', '末']
  expect(grids[0]?.rows).toEqual([texts])
})

it('a code page that is not there is damage', async () => {
  const { problems } = await readSheet(8, [biff.label(8, 0, 0, '子')], { records: [[0x0042, [0xb0]]] })
  expect(problems).toMatchObject([{ name: 'damaged-file', data: { detail: 'cut short' } }])
})

describe('OLE containers', () => {
  it('.et and .xlt are the same, and no name says otherwise', async () => {
    const bytes = biff.writeBiff({ version: 8, sheets: [{ name: '表三', records: [biff.number(0, 0, 1)] }] })
    const { format, problems, grids } = await read(bytes, '镇.et')
    expect({ format, problems, rows: grids[0]?.rows }).toEqual({ format: 'xls', problems: [], rows: [['1']] })
    expect((await read(bytes, '镇.xlt')).problems).toEqual([])
    expect((await read(bytes, '镇.xlsx')).problems).toMatchObject([{ name: 'name-mismatch' }])
  })

  it('without a workbook are damaged; a Word document is not read', async () => {
    expect((await read(biff.oleFile('PerfectOffice_MAIN', new Uint8Array(5000)))).problems).toMatchObject([
      { name: 'damaged-file', data: { detail: 'no workbook in it' } },
    ])
    expect((await read(biff.oleFile('Workbook', new Uint8Array(5000)))).problems).toMatchObject([
      { name: 'damaged-file', data: { detail: 'no BIFF records' } },
    ])
    const word = { path: '镇.xls', bytes: biff.oleFile('WordDocument', new Uint8Array(5000)) }
    expect(await readSource(word, nodeHost)).toMatchObject({
      kind: 'unread',
      problem: { name: 'unread-format', data: { advice: 'save-as-docx' } },
    })
  })

  it('of a version that does not exist are damaged', async () => {
    const bytes = biff.writeBiff({ version: 8, sheets: [{ name: '表三', records: [biff.number(0, 0, 1)] }] })
    bytes.fill(0, 8, 32)
    expect((await read(bytes)).problems).toMatchObject([
      { name: 'damaged-file', data: { detail: 'OLE container of version 0' } },
    ])
  })

  it('cut short, at whatever byte', async () => {
    const whole = biff.writeBiff({ version: 8, sheets: [{ name: '表三', records: [biff.number(0, 0, 1)] }] })
    for (let length = 8; length < 4600; length += 509) {
      const { problems } = await read(whole.subarray(0, length))
      expect(problems, String(length)).toMatchObject([{ name: 'damaged-file' }])
    }
  })

  it('more cells than are allowed', async () => {
    const bytes = biff.writeBiff({
      version: 8,
      sheets: [{ name: '表三', records: [biff.number(0, 0, 1), biff.number(0, 1, 1)] }],
    })
    expect((await read(bytes, '镇.xls', { ...defaultLimits, cells: 1 })).problems).toMatchObject([
      { name: 'limit-exceeded', data: { limit: 'cells', actual: '2' } },
    ])
  })
})
