import { afterEach, describe, expect, it, vi } from 'vitest'
import type { Document } from '../../src/core/document/document.ts'
import { documentStart } from '../../src/core/document/location.ts'
import { defaultLimits, megabyte } from '../../src/core/readers/reader.ts'
import { parseWorkbook, type SheetToWrite, writeWorkbook } from '../../src/core/readers/workbooks/sheetjs.ts'
import { readXlsx } from '../../src/core/readers/workbooks/xlsx.ts'
import { readZip } from '../../src/core/readers/zip.ts'
import { nodeHost as host } from '../../src/node/host.ts'
import { type EntryToWrite, writeZip } from '../../src/testing/write-zip.ts'

interface SheetXml {
  readonly name: string
  /** What stands in `sheetData`. */
  readonly data?: string
  readonly before?: string
  readonly after?: string
  readonly state?: string
  readonly kind?: 'worksheet' | 'chartsheet'
}

interface WorkbookXml {
  readonly strings?: string
  readonly styles?: string
  readonly date1904?: boolean
  readonly more?: readonly EntryToWrite[]
  readonly without?: string
}

const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const packages = 'http://schemas.openxmlformats.org/package/2006'
const types = 'application/vnd.openxmlformats-officedocument.spreadsheetml'

/** The entries of an xlsx file whose XML is as given. */
function entriesOf(sheets: readonly SheetXml[], workbook: WorkbookXml = {}): readonly EntryToWrite[] {
  const parts = sheets.map(({ kind = 'worksheet' }, index) => ({
    path: `${kind}s/sheet${index + 1}.xml`,
    kind,
  }))
  const overrides = [
    ['workbook.xml', 'sheet.main'],
    ['styles.xml', 'styles'],
    ['sharedStrings.xml', 'sharedStrings'],
    ...parts.map(({ path, kind }) => [path, kind]),
  ].map(([path, type]) => `<Override PartName="/xl/${path}" ContentType="${types}.${type}+xml"/>`)
  const list = sheets.map(
    ({ name, state = 'visible' }, index) =>
      `<sheet name="${name}" sheetId="${index + 1}" state="${state}" r:id="rId${index + 1}"/>`,
  )
  const targets = parts.map(
    ({ path, kind }, index) =>
      `<Relationship Id="rId${index + 1}" Type="${relations}/${kind}" Target="${path}"/>`,
  )
  return [
    {
      name: '[Content_Types].xml',
      content: `<Types xmlns="${packages}/content-types">${overrides.join('')}</Types>`,
    },
    {
      name: 'xl/workbook.xml',
      content: `<workbook xmlns="${main}" xmlns:r="${relations}"><workbookPr date1904="${workbook.date1904 ?? false}"/><sheets>${list.join('')}</sheets></workbook>`,
    },
    {
      name: 'xl/_rels/workbook.xml.rels',
      content: `<Relationships xmlns="${packages}/relationships">${targets.join('')}</Relationships>`,
    },
    { name: 'xl/styles.xml', content: `<styleSheet xmlns="${main}">${workbook.styles ?? ''}</styleSheet>` },
    { name: 'xl/sharedStrings.xml', content: `<sst xmlns="${main}">${workbook.strings ?? ''}</sst>` },
    ...sheets.map(({ data = '', before = '', after = '' }, index) => ({
      name: `xl/${parts[index]!.path}`,
      content: `<worksheet xmlns="${main}">${before}<sheetData>${data}</sheetData>${after}</worksheet>`,
    })),
    ...(workbook.more ?? []),
  ].filter(entry => entry.name !== workbook.without)
}

/** What is written here packs well. */
const limits = { ...defaultLimits, inflatedRatio: 2000 }

async function read(bytes: Uint8Array): Promise<Document> {
  return readXlsx({ path: '镇.xlsx', bytes }, { host, limits })
}

function readEntries(entries: readonly EntryToWrite[]): Promise<Document> {
  return read(writeZip(entries))
}

/** Reads a sheet named 表三. */
function readSheet(
  data: string,
  rest: Omit<SheetXml, 'name' | 'data'> & WorkbookXml = {},
): Promise<Document> {
  return readEntries(entriesOf([{ name: '表三', data, ...rest }], rest))
}

async function textsOf(cells: string, workbook?: WorkbookXml): Promise<readonly string[] | undefined> {
  const document = await readSheet(`<row r="1">${cells}</row>`, workbook)
  expect(document.problems).toEqual([])
  return document.grids[0]?.rows[0]
}

afterEach(() => {
  vi.restoreAllMocks()
  vi.useRealTimers()
})

describe('text of a cell', () => {
  it('numbers are written out in full, as Excel shows them', async () => {
    const written: readonly (readonly [stored: string, text: string])[] = [
      ['0', '0'],
      ['-0', '0'],
      ['12', '12'],
      ['-3', '-3'],
      ['59237.2449', '59237.2449'],
      ['0.30000000000000004', '0.3'],
      ['1.9999999999999998', '2'],
      ['-0.5', '-0.5'],
      ['1E-7', '0.0000001'],
      ['1.5E-10', '0.00000000015'],
      ['123456789012345.6', '123456789012346'],
      ['1E20', '100000000000000000000'],
      ['1E21', '1000000000000000000000'],
      ['-1.5E+22', '-15000000000000000000000'],
      ['1E400', '#NUM!'],
      ['abc', '#NUM!'],
    ]
    const cells = written.map(([stored]) => `<c><v>${stored}</v></c>`)
    expect(await textsOf(cells.join(''))).toEqual(written.map(([, text]) => text))
  })

  it('raised, lowered and struck runs are set off', async () => {
    const run = (properties: string, text: string) => `<r><rPr>${properties}</rPr><t>${text}</t></r>`
    const plain = run('<b/><vertAlign val="baseline"/><strike val="0"/>', '1')
    const strings = [
      `<si><r><t>1</t></r>${run('<sz val="11"/><vertAlign val="superscript"/>', '2')}${plain}</si>`,
      `<si>${run('<strike/>', '9')}${run('', '3')}</si>`,
      `<si>${plain}${run('', '2')}${run('<vertAlign val="subscript"/>', '')}</si>`,
    ]
    const inline = `<c t="inlineStr"><is>${plain}<x:r><x:rPr><x:vertAlign val='subscript' /></x:rPr><x:t xml:space="preserve">2</x:t></x:r></is></c>`
    const cells = `<c t="s"><v>0</v></c><c t="s"><v>1</v></c><c t="s"><v>2</v></c>${inline}`
    expect(await textsOf(cells, { strings: strings.join('') })).toEqual(['1 2 1', ' 9 3', '12', '1 2 '])
  })

  it('strings are taken as they are, shared, inline and in runs', async () => {
    const strings = [
      '<si><t>第一项</t></si>',
      '<si><t xml:space="preserve"> ０ </t></si>',
      '<si><r><rPr><b/></rPr><t>本列</t></r><r><t>数据</t></r><rPh sb="0" eb="1"><t>ben</t></rPh></si>',
      '<si><t>a&amp;b&lt;c&gt;</t></si>',
    ].join('')
    const cells = [
      '<c t="s"><v>0</v></c><c t="s"><v>1</v></c><c t="s"><v>2</v></c><c t="s"><v>3</v></c>',
      '<c t="inlineStr"><is><t>1，234</t></is></c>',
      '<c t="inlineStr"><is><r><t>总</t></r><r><t>计</t></r></is></c>',
      '<c t="str"><f>A1&amp;"x"</f><v>第一项x</v></c>',
      '<c t="str"><v>012</v></c>',
    ].join('')
    expect(await textsOf(cells, { strings })).toEqual([
      '第一项',
      ' ０ ',
      '本列数据',
      'a&b<c>',
      '1，234',
      '总计',
      '第一项x',
      '012',
    ])
  })

  it.each(['utf16le', 'utf16be'] as const)('a part in %s is read like any other', async encoding => {
    const data = '<row r="1"><c r="A1" t="str"><v>第一项</v></c><c r="B1"><v>12</v></c></row>'
    const utf16 = (text: string) => {
      const bytes = Buffer.from(`\ufeff${text}`, 'utf16le')
      return encoding === 'utf16le' ? bytes : bytes.swap16()
    }
    const entries = entriesOf([{ name: '表三', data }]).map(entry =>
      entry.name.includes('sheet1') ? { ...entry, content: utf16(entry.content as string) } : entry,
    )
    expect((await readEntries(entries)).grids[0]?.rows).toEqual([['第一项', '12']])
  })

  it.each([
    ['<c><v>12abc</v></c>', '#NUM!'],
    ['<c t="n"><f>A2&amp;"abc"</f><v>1 2</v></c>', '#NUM!'],
    ['<c><v> 12 </v></c>', '12'],
    ['<c><v>1.2E+1</v></c>', '12'],
    ['<c t="str"><v>12abc</v></c>', '12abc'],
    ['<c s="0" t="d"><v>2024-03-01</v></c>', '2024-03-01'],
  ])('%s is %s', async (cell, text) => {
    expect(await textsOf(cell)).toEqual([text])
  })

  it('long values without an end are no work', async () => {
    const long = 'a'.repeat(400_000)
    const { problems } = await readSheet(`<row r="1"><c><v>${long}<x><v>${'v>'.repeat(200_000)}`)
    expect(problems).toMatchObject([{ name: 'damaged-file', data: { detail: '0 of 2 cells can be read' } }])
  })

  it.each(['<si/>', '<si />', '<si></si>', '<si><t/></si>'])(
    'an empty shared string %s moves no other',
    async empty => {
      const strings = `${empty}<si><t>甲</t></si>${empty}<si><t>乙</t></si>`
      const cells = [0, 1, 2, 3].map(index => `<c t="s"><v>${index}</v></c>`).join('')
      expect(await textsOf(cells, { strings })).toEqual(['', '甲', '', '乙'])
    },
  )

  it('booleans and errors are written like in Excel', async () => {
    const cells =
      '<c t="b"><v>1</v></c><c t="b"><v>0</v></c><c t="e"><v>#REF!</v></c><c t="e"><f>1/0</f><v>#DIV/0!</v></c><c t="e"><v>#N/A</v></c><c t="e"><v>#SPILL!</v></c>'
    expect(await textsOf(cells)).toEqual(['TRUE', 'FALSE', '#REF!', '#DIV/0!', '#N/A', '#ERROR!'])
  })

  it('a formula counts as its stored value, a zero too', async () => {
    const cells =
      '<c><f>SUM(B1:C1)</f><v>0</v></c><c><f>1+1</f><v>2</v></c><c t="str"><f>""</f><v></v></c><c><v>9</v></c>'
    expect(await textsOf(cells)).toEqual(['0', '2', '', '9'])
  })
})

describe('formulas without a stored value', () => {
  it('are blank and reported', async () => {
    const data = [
      '<row r="2"><c r="B2"><v>1</v></c><c r="C2"><f>SUM(A2:B2)</f></c><c r="D2"><f>A2&lt;B2</f><v></v></c></row>',
      '<row r="3"><c r="B3"><f t="shared" ref="B3:C3" si="0">B2*2</f><v>2</v></c><c r="C3"><f t="shared" si="0"/></c></row>',
    ]
    const { grids, problems } = await readSheet(data.join(''))
    expect(grids[0]?.rows).toEqual([
      ['', '', '', ''],
      ['', '1', '', ''],
      ['', '2', '', ''],
    ])
    expect(problems.map(({ name, data, location }) => [name, data, location.address])).toEqual([
      ['formula-without-value', { formula: '=SUM(A2:B2)' }, '表三!C2'],
      ['formula-without-value', { formula: '=A2<B2' }, '表三!D2'],
      ['formula-without-value', { formula: '=C2*2' }, '表三!C3'],
    ])
  })
})

describe('dates', () => {
  const formats =
    '<numFmts count="1"><numFmt numFmtId="176" formatCode="yyyy&quot;年&quot;m&quot;月&quot;;@"/></numFmts>'
  const ids = [0, 14, 58, 31, 20, 176, 4, 22, 57]
  const xfs = `<cellXfs>${ids.map(id => `<xf numFmtId="${id}"/>`).join('')}</cellXfs>`
  const cell = (id: number, value: string) => `<c s="${ids.indexOf(id)}"><v>${value}</v></c>`

  it('are shown as Chinese Excel shows them, and reported', async () => {
    const cells = [cell(14, '44197'), cell(58, '43832'), cell(31, '44197.5'), cell(20, '0.354166666666667')]
    const data = `<row r="1">${cells.join('')}${cell(176, '43831')}${cell(22, '44197.75')}${cell(57, '43831')}</row>`
    const shown = ['2021/1/1', '1月2日', '2021年1月1日', '8:30', '2020年1月', '2021/1/1 18:00', '2020年1月']
    const { grids, problems } = await readSheet(data, { styles: formats + xfs })
    expect(grids[0]?.rows).toEqual([shown])
    expect(problems.map(problem => problem.name)).toEqual(shown.map(() => 'date-cell'))
    expect(problems.map(problem => problem.data)).toEqual(shown.map(text => ({ shown: text })))
    expect(problems[1]?.location).toMatchObject({ line: 1, column: 2, address: '表三!B1' })
  })

  it.each([xfs, `<numFmts count="0"/>${xfs}`])(
    'are known without formats of the file’s own',
    async styles => {
      const { grids } = await readSheet(`<row r="1">${cell(58, '43832')}</row>`, { styles })
      expect(grids[0]?.rows).toEqual([['1月2日']])
    },
  )

  it('count from 1904 where the workbook says so', async () => {
    const { grids } = await readSheet(`<row r="1">${cell(14, '42735')}</row>`, {
      styles: xfs,
      date1904: true,
    })
    expect(grids[0]?.rows).toEqual([['2021/1/1']])
  })

  it('cannot be before the first day: the number stays, and is reported', async () => {
    const { grids, problems } = await readSheet(`<row r="1">${cell(14, '-5')}</row>`, { styles: xfs })
    expect(grids[0]?.rows).toEqual([['-5']])
    expect(problems).toMatchObject([{ name: 'date-cell', data: { shown: '-5' } }])
  })

  it('are not seen in text, in other formats and in what is no number', async () => {
    const cells = `${cell(0, '44197')}${cell(4, '1234.5')}${cell(14, 'abc')}<c t="str" s="1"><v>1-2</v></c>`
    expect(await textsOf(cells, { styles: formats + xfs })).toEqual(['44197', '1234.5', '#NUM!', '1-2'])
  })
})

describe('grid', () => {
  it('starts at A1 wherever the data starts, and ends where it ends', async () => {
    const { grids, problems } = await readSheet(
      '<row r="5"><c r="C5"><v>1</v></c><c r="D5" s="0"/></row><row r="7"><c r="B7"><v>2</v></c><c r="H7" t="str"><v> </v></c></row><row r="900"><c r="Z900"/></row>',
      { before: '<dimension ref="A1:XFD1048576"/>' },
    )
    expect(problems).toEqual([])
    const [grid] = grids
    const blank = ['', '', '']
    expect(grid?.rows).toEqual([blank, blank, blank, blank, ['', '', '1'], blank, ['', '2', '']])
    expect(grid).toMatchObject({ sheet: '表三', ragged: false, merges: [] })
    expect(grid?.locate(4, 2)).toEqual({ line: 5, column: 3, endLine: 5, endColumn: 4, address: '表三!C5' })
  })

  it('counts rows that have no number', async () => {
    const { grids } = await readSheet('<row/><row /><row><c><v>1</v></c></row>')
    expect(grids[0]?.rows).toEqual([[''], [''], ['1']])
  })

  it('keeps merges inside the used area, and hides what they cover', async () => {
    const { grids, problems } = await readSheet(
      '<row r="1"><c r="A1"><v>1</v></c><c r="B1"><v>2</v></c><c r="C1"><v>3</v></c></row><row r="2"><c r="A2"><f>A1</f></c><c r="B2"><v>5</v></c></row>',
      {
        after:
          '<mergeCells count="5"><mergeCell ref="A1:A2"/><mergeCell ref="B1:XFD1"/><mergeCell ref="B2"/><mergeCell ref="C2:Z9"/><mergeCell ref="E4:F5"/></mergeCells>',
      },
    )
    expect(problems).toEqual([])
    expect(grids[0]?.rows).toEqual([
      ['1', '2', ''],
      ['', '5', ''],
    ])
    expect(grids[0]?.merges).toEqual([
      { row: 0, column: 0, rows: 2, columns: 1 },
      { row: 0, column: 1, rows: 1, columns: 2 },
    ])
  })

  it('leaves out merges that claim more cells than there are', async () => {
    const merges = '<mergeCell ref="A1:B2"/>'.repeat(1000)
    const { grids } = await readSheet('<row r="2"><c r="A2"><v>1</v></c><c r="B2"><v>2</v></c></row>', {
      after: `<mergeCells>${merges}</mergeCells>`,
    })
    expect(grids[0]?.merges).toHaveLength(1)
  })

  it('is made for each sheet that shows something, hidden ones last', async () => {
    const data = '<row r="1"><c r="A1"><v>1</v></c></row>'
    const { grids, problems, format, encoding, path } = await readEntries(
      entriesOf([
        { name: '表三', data },
        { name: '表四', data, state: 'veryHidden' },
        { name: 'Sheet3' },
        { name: '图', kind: 'chartsheet' },
        { name: '__proto__', data },
        { name: 'constructor', data },
      ]),
    )
    expect(grids.map(grid => grid.sheet)).toEqual(['表三', '__proto__', 'constructor', '表四'])
    expect(grids.map(grid => grid.notes?.isHidden)).toEqual([false, false, false, true])
    expect(grids.map(grid => grid.rows)).toEqual([[['1']], [['1']], [['1']], [['1']]])
    expect({ problems, format, encoding, path }).toEqual({
      problems: [],
      format: 'xlsx',
      encoding: null,
      path: '镇.xlsx',
    })
  })

  it.each([
    ['表三', '表三!B1'],
    ['2020', "'2020'!B1"],
    ['附表(1)', "'附表(1)'!B1"],
    ['it&apos;s', "'it''s'!B1"],
  ])('of sheet %s has addresses like %s', async (name, address) => {
    const { grids } = await readEntries(
      entriesOf([{ name, data: '<row r="1"><c r="A1"><v>1</v></c></row>' }]),
    )
    expect(grids[0]?.locate(0, 1).address).toBe(address)
  })
})

describe('limits', () => {
  it('a lone cell far away gives no grid', async () => {
    const far = { name: '远', data: '<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>' }
    const near = { name: '近', data: '<row r="1"><c r="A1"><v>1</v></c></row>' }
    const { grids, problems } = await readEntries(entriesOf([far, near]))
    expect(grids.map(grid => grid.sheet)).toEqual(['近'])
    expect(problems).toMatchObject([
      {
        name: 'limit-exceeded',
        location: { line: 1_048_576, column: 16_384, address: '远!XFD1048576' },
        data: { limit: 'cells', actual: '17179869184', allowed: 2_000_000 },
      },
    ])
  })

  it('counts the cells of all sheets together', async () => {
    const data = '<row r="150000"><c r="J150000"><v>1</v></c></row>'
    const { grids, problems } = await readEntries(
      entriesOf([
        { name: '甲', data },
        { name: '乙', data },
      ]),
    )
    expect(grids.map(grid => grid.sheet)).toEqual(['甲'])
    expect(problems).toMatchObject([{ name: 'limit-exceeded', data: { actual: '3000000' } }])
  })

  it.each<[string, WorkbookXml & { readonly data?: string }, number]>([
    ['cells', { data: `<row r="1">${'<c/>'.repeat(limits.cells + 1)}</row>` }, 2_000_001],
    ['rows', { data: '<row/>'.repeat(4 * limits.cells + 4) }, 2_000_001],
    ['strings', { strings: '<si/>'.repeat(4 * limits.cells + 4) }, 2_000_001],
  ])('too many %s without content are refused before they are parsed', async (_, workbook, least) => {
    const { grids, problems } = await readSheet(workbook.data ?? '', workbook)
    expect(grids).toEqual([])
    const [problem] = problems
    expect(problem).toMatchObject({
      name: 'limit-exceeded',
      location: documentStart,
      data: { limit: 'cells' },
    })
    expect(problem?.name === 'limit-exceeded' && Number(problem.data.actual)).toBeGreaterThanOrEqual(least)
  })

  it('a hyperlink over a whole sheet costs nothing', async () => {
    const { grids, problems } = await readSheet('<row r="1"><c r="A1"><v>1</v></c></row>', {
      after: '<hyperlinks><hyperlink ref="A1:XFD1048576" location="A1"/></hyperlinks>',
    })
    expect(grids[0]?.rows).toEqual([['1']])
    expect(problems).toEqual([])
  })

  it('parts that declare more than is allowed are refused', async () => {
    const [first, ...rest] = entriesOf([{ name: '表三' }])
    const { grids, problems } = await readEntries([{ ...first!, size: 200 * 1024 * 1024 }, ...rest])
    expect(grids).toEqual([])
    expect(problems).toEqual([
      {
        name: 'limit-exceeded',
        location: documentStart,
        data: { limit: 'inflatedSize', actual: '201', allowed: 128 },
      },
    ])
  })

  it('parts that inflate to more than they declare are damaged', async () => {
    const bomb = {
      name: 'xl/bomb.xml',
      content: new Uint8Array(limits.inflatedSize * megabyte + 1),
      size: 100,
    }
    const { problems } = await readEntries(entriesOf([{ name: '表三' }], { more: [bomb] }))
    expect(problems).toMatchObject([
      { name: 'damaged-file', data: { detail: 'xl/bomb.xml: cannot be inflated to its declared size' } },
    ])
  })
})

describe('what is no good workbook', () => {
  const good = entriesOf([{ name: '表三', data: '<row r="1"><c r="A1"><v>1</v></c></row>' }])

  async function detailOf(document: Promise<Document>): Promise<unknown> {
    const { grids, problems } = await document
    expect(grids).toEqual([])
    expect(problems).toMatchObject([{ name: 'damaged-file', location: documentStart }])
    return problems[0]?.data
  }

  it('not a zip file', async () => {
    expect(await detailOf(read(new TextEncoder().encode('表三')))).toEqual({ detail: 'not a zip file' })
  })

  it('cut short, at whatever byte', async () => {
    const bytes = writeZip(good)
    for (let length = 4; length < bytes.length; length += 97) await detailOf(read(bytes.subarray(0, length)))
  })

  it.each([
    ['[Content_Types].xml', 'Unsupported ZIP file'],
    ['xl/workbook.xml', 'Cannot find file xl/workbook.xml in zip'],
    ['xl/worksheets/sheet1.xml', 'sheet 表三 cannot be parsed'],
  ])('without %s', async (without, detail) => {
    expect(await detailOf(readEntries(good.filter(entry => entry.name !== without)))).toEqual({ detail })
  })

  it('without sheets, and without any part', async () => {
    expect(await detailOf(readEntries(entriesOf([])))).toEqual({ detail: 'no sheets' })
    expect(await detailOf(readEntries([]))).toEqual({ detail: 'Unsupported ZIP file' })
  })

  it.each([
    ['<sheetData>', '', 'xl/worksheets/sheet1.xml: no whole list of cells'],
    ['</sheetData>', '', 'xl/worksheets/sheet1.xml: no whole list of cells'],
    [/<worksheet[\s\S]*/, '<theme/>', 'xl/worksheets/sheet1.xml: no whole list of cells'],
    [/(?<=<worksheet)[\s\S]*/, ' xmlns="', 'xl/worksheets/sheet1.xml: no whole list of cells'],
    [/<\/sheetData>[\s\S]*/, '', 'xl/worksheets/sheet1.xml: no whole list of cells'],
    ['<c r="A1">', '<c r="A1"><v>2</v></c><c r="A1">', '1 of 2 cells can be read'],
  ])('a sheet in which %s is lost is not passed over', async (what, instead, detail) => {
    const broken = good.map(entry =>
      entry.name === 'xl/worksheets/sheet1.xml'
        ? { ...entry, content: String(entry.content).replace(what, instead) }
        : entry,
    )
    expect(await detailOf(readEntries(broken))).toEqual({ detail })
  })

  it('a sheet that its workbook does not name any more is no damage', async () => {
    const left = { name: 'xl/worksheets/sheet9.xml', content: '<worksheet><sheetData><row><c><v>1</v>' }
    const { grids, problems } = await readEntries([...good, left])
    expect({ rows: grids.map(grid => grid.rows), problems }).toEqual({ rows: [[['1']]], problems: [] })
  })

  it('two sheets of one name', async () => {
    const twice = [{ name: '表三' }, { name: '表三' }]
    expect(await detailOf(readEntries(entriesOf(twice)))).toEqual({ detail: 'two sheets have the same name' })
  })

  it.each(['A0', '5', 'A1048577', 'XFE1', 'A99999999999'])('a cell at %s', async reference => {
    const data = `<row r="1"><c r="${reference}"><v>1</v></c></row>`
    expect(await detailOf(readSheet(data))).toEqual({ detail: 'sheet 表三 cannot be parsed' })
  })

  it('a string that the table of strings lacks, beside a good sheet', async () => {
    const bad = { name: '坏', data: '<row r="1"><c r="A1" t="s"><v>7</v></c></row>' }
    const { grids, problems } = await readEntries(
      entriesOf([bad, { name: '好', data: '<row r="1"><c r="A1"><v>1</v></c></row>' }]),
    )
    expect(grids.map(grid => grid.sheet)).toEqual(['好'])
    expect(problems).toMatchObject([{ name: 'damaged-file', data: { detail: 'sheet 坏 cannot be parsed' } }])
  })

  it('an encrypted entry is protection, not damage', async () => {
    const { grids, problems } = await readEntries(good.map(entry => ({ ...entry, flags: 1 })))
    expect(grids).toEqual([])
    expect(problems).toEqual([{ name: 'protected-file', location: documentStart, data: {} }])
  })

  it('whatever is thrown below comes out as an Error, and nothing is printed', () => {
    const printed = vi.spyOn(console, 'error').mockImplementation(() => {})
    const parts = new Map<string, Uint8Array>()
    parts[Symbol.iterator] = () => {
      console.error('noise')
      throw undefined
    }
    expect(() => parseWorkbook({ parts, mostCells: 1 })).toThrow(
      new Error('cannot be parsed', { cause: undefined }),
    )
    expect(printed).not.toHaveBeenCalled()
    console.error('restored')
    expect(printed).toHaveBeenCalledOnce()
  })
})

describe('known vulnerabilities of the parser', () => {
  it('CVE-2023-30533: a comment at __proto__ leaves other objects alone', async () => {
    const comments = `<comments xmlns="${main}"><authors><author>a</author></authors><commentList><comment ref="__proto__" authorId="0"><text><t>x</t></text></comment></commentList></comments>`
    const rels = `<Relationships xmlns="${packages}/relationships"><Relationship Id="rId1" Type="${relations}/comments" Target="../comments1.xml"/></Relationships>`
    const entries = entriesOf([{ name: '表三', data: '<row r="1"><c r="A1"><v>1</v></c></row>' }], {
      more: [
        { name: 'xl/comments1.xml', content: comments },
        { name: 'xl/worksheets/_rels/sheet1.xml.rels', content: rels },
      ],
    })
    expect((await readEntries(entries)).grids[0]?.rows).toEqual([['1']])
    // The parser itself, which sees the comment here.
    const all = readZip(writeZip(entries), host, { limits, wanted: () => true })
    if (all.kind === 'ok') parseWorkbook({ ...all, mostCells: 1 })
    expect(all.kind).toBe('ok')
    const inherited: string[] = []
    for (const key in {}) inherited.push(key)
    expect(inherited).toEqual([])
    expect(({} as Record<string, unknown>).c).toBeUndefined()
  })

  it('CVE-2024-22363: many unclosed comments are read to the end', async () => {
    const noise = '<!--'.repeat(200_000)
    const { grids, problems } = await readSheet('<row r="1"><c r="A1"><v>1</v></c></row>', {
      before: noise,
      after: noise,
      strings: noise,
    })
    expect(grids[0]?.rows).toEqual([['1']])
    expect(problems).toEqual([])
  })
})

describe('writing', () => {
  const sheets: readonly SheetToWrite[] = [
    {
      name: '表三',
      rows: [['（本列数据的勾稽关系）', '', '总计'], [], ['第一项', 12, 59237.2449], ['=1+1', '012', -3, 0]],
      merges: [
        { row: 0, column: 0, rows: 2, columns: 2 },
        { row: 0, column: 2, rows: 2, columns: 1 },
      ],
      widths: [30, 8],
    },
    { name: '__proto__', rows: [['<a>&"\'']], merges: [] },
    { name: '空', rows: [], merges: [] },
  ]

  it('is read again as it was written', async () => {
    const { grids, problems } = await read(writeWorkbook(sheets))
    expect(problems).toEqual([])
    expect(grids.map(({ sheet, rows, merges }) => ({ sheet, rows, merges }))).toEqual([
      {
        sheet: '表三',
        rows: [
          ['（本列数据的勾稽关系）', '', '总计', ''],
          ['', '', '', ''],
          ['第一项', '12', '59237.2449', ''],
          ['=1+1', '012', '-3', '0'],
        ],
        merges: sheets[0]?.merges,
      },
      { sheet: '__proto__', rows: [['<a>&"\'']], merges: [] },
    ])
  })

  it('gives the same bytes at another time and after another workbook', async () => {
    const first = writeWorkbook(sheets)
    const formats = '<numFmts count="1"><numFmt numFmtId="180" formatCode="0&quot;件&quot;"/></numFmts>'
    await readSheet('', { styles: formats })
    vi.useFakeTimers({ now: new Date('2031-05-06T07:08:09Z'), toFake: ['Date'] })
    expect(Buffer.from(writeWorkbook(sheets)).equals(Buffer.from(first))).toBe(true)
  })

  it('writes text as text and numbers as numbers', () => {
    const zip = readZip(writeWorkbook(sheets), host, { limits, wanted: () => true })
    const part = (name: string) =>
      new TextDecoder().decode(zip.kind === 'ok' ? zip.parts.get(name) : undefined)
    const sheet = part('xl/worksheets/sheet1.xml')
    expect(sheet).toMatch(
      /<c r="A4" t="s"><v>\d+<\/v><\/c><c r="B4" t="s"><v>\d+<\/v><\/c><c r="C4"><v>-3<\/v>/,
    )
    expect(sheet).toContain('<col min="1" max="1" customWidth="1" width="30.83203125"/>')
    expect(sheet).not.toContain('<f>')
    expect(part('docProps/core.xml')).not.toMatch(/created|modified/)
  })
})
