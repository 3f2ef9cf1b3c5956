import { describe, expect, it } from 'vitest'
import type { Document } from '../../src/core/document/document.ts'
import { documentStart } from '../../src/core/document/location.ts'
import { readSource } from '../../src/core/readers/index.ts'
import { defaultLimits } from '../../src/core/readers/reader.ts'
import { nodeHost } from '../../src/node/host.ts'
import { type EntryToWrite, writeZip } from '../../src/testing/write-zip.ts'

const spaces = ['office', 'table', 'text', 'style', 'drawing']
  .map(
    name => `xmlns:${name === 'drawing' ? 'draw' : name}="urn:oasis:names:tc:opendocument:xmlns:${name}:1.0"`,
  )
  .join(' ')

function contentOf(sheets: string, styles = ''): string {
  return `<?xml version="1.0" encoding="UTF-8"?><office:document-content ${spaces}><office:automatic-styles>${styles}</office:automatic-styles><office:body><office:spreadsheet>${sheets}</office:spreadsheet></office:body></office:document-content>`
}

function entriesOf(content: string, more: readonly EntryToWrite[] = []): EntryToWrite[] {
  return [
    { name: 'mimetype', content: 'application/vnd.oasis.opendocument.spreadsheet', method: 0 },
    { name: 'content.xml', content },
    { name: 'META-INF/manifest.xml', content: '<manifest:manifest/>' },
    ...more,
  ]
}

async function read(entries: readonly EntryToWrite[], limits = defaultLimits): Promise<Document> {
  const result = await readSource({ path: '镇.ods', bytes: writeZip(entries) }, nodeHost, limits)
  if (result.kind === 'unread') throw new Error(result.problem.name)
  return result.document
}

function readRows(rows: string, limits = defaultLimits): Promise<Document> {
  return read(entriesOf(contentOf(`<table:table table:name="表三">${rows}</table:table>`)), limits)
}

const row = (...cells: readonly string[]) => `<table:table-row>${cells.join('')}</table:table-row>`
const cell = (attributes: string, content = '') =>
  `<table:table-cell ${attributes}>${content}</table:table-cell>`
const float = (value: string, shown = value) =>
  cell(`office:value-type="float" office:value="${value}"`, `<text:p>${shown}</text:p>`)
const string = (text: string) => cell('office:value-type="string"', `<text:p>${text}</text:p>`)

async function textsOf(...cells: readonly string[]): Promise<readonly string[] | undefined> {
  const { grids, problems } = await readRows(row(...cells))
  expect(problems).toEqual([])
  return grids[0]?.rows[0]
}

describe('text of a cell', () => {
  it('numbers are what the cell holds, with or without what it shows', async () => {
    const bare = '<table:table-cell office:value-type="float" office:value="5"/>'
    expect(await textsOf(float('59237.2449'), float('12.6', '13'), bare, float('1E21', '1E+21'))).toEqual([
      '59237.2449',
      '12.6',
      '5',
      '1000000000000000000000',
    ])
    expect(
      await textsOf(
        cell('office:value-type="percentage" office:value="0.12"', '<text:p>12%</text:p>'),
        cell('office:value-type="currency" office:value="251000"', '<text:p>251000元</text:p>'),
        cell('office:value-type="float" office:value="abc"', '<text:p>abc</text:p>'),
        cell('office:value-type="boolean" office:boolean-value="true"', '<text:p>真</text:p>'),
      ),
    ).toEqual(['12%', '251000元', '#NUM!', 'TRUE'])
  })

  it('texts are taken from paragraphs, not from comments and pictures', async () => {
    expect(
      await textsOf(
        string('第一<text:span>项</text:span>'),
        cell('office:value-type="string"', '<text:p>甲</text:p><text:p>乙</text:p>'),
        string('a<text:s text:c="2"/>b<text:tab/>c<text:line-break/>d'),
        string('\n  上   下\n'),
        cell(
          'office:value-type="string"',
          '<office:annotation><text:p>批注</text:p></office:annotation><text:p>12</text:p><draw:frame><draw:text-box><text:p>图</text:p></draw:text-box></draw:frame>',
        ),
        cell('office:value-type="string" office:string-value="只有值"'),
        cell('', '<text:p>无类型</text:p>'),
        '<table:table-cell/>',
        string('&lt;a&amp;'),
      ),
    ).toEqual(['第一项', '甲\n乙', 'a  b\tc\nd', '上 下 ', '12', '只有值', '无类型', '', '<a&'])
  })

  it('what is raised, lowered, struck through or hidden is set off', async () => {
    const style = (name: string, properties: string, parent = '') =>
      `<style:style style:name="${name}" style:family="text" style:parent-style-name="${parent}"><style:text-properties ${properties}/></style:style>`
    const styles = [
      style('up', 'style:text-position="33% 58%" style:text-line-through-type="none"'),
      style('down', 'style:text-position="sub 58%"'),
      style('struck', 'style:text-line-through-style="solid" style:text-line-through-type="single"'),
      style('hidden', 'text:display="none"'),
      style('child', '', 'up'),
      style('plain', 'style:text-position="0% 100%" style:text-line-through-style="none"'),
    ].join('')
    const span = (name: string) => `1<text:span text:style-name="${name}">2</text:span>3`
    const cells = [
      ...['up', 'down', 'struck', 'hidden', 'child', 'plain'].map(name => string(span(name))),
      string('1<text:hidden-text text:string-value="2">2</text:hidden-text>3'),
      cell('office:value-type="string" office:string-value="123"', `<text:p>${span('up')}</text:p>`),
    ]
    const sheet = `<table:table table:name="表三">${row(...cells)}</table:table>`
    const { grids } = await read(entriesOf(contentOf(sheet, styles)))
    expect(grids[0]?.rows).toEqual([['1 2 3', '1 2 3', '1 2 3', '1 2 3', '1 2 3', '123', '1 2 3', '1 2 3']])
  })

  it('errors are their codes', async () => {
    const error = (text: string) =>
      cell(
        'table:formula="of:=1/0" office:value-type="string" office:string-value=""',
        `<text:p>${text}</text:p>`,
      )
    const old = cell(
      'table:formula="of:=1/0" office:value-type="float" office:value="0"',
      '<text:p>Err:502</text:p>',
    )
    expect(await textsOf(error('#DIV/0!'), old)).toEqual(['#DIV/0!', 'Err:502'])
  })

  it('a formula without a stored result is blank and reported', async () => {
    const { grids, problems } = await readRows(
      row(float('1'), '<table:table-cell table:formula="of:=SUM([.A1:.B1])"/>'),
    )
    expect(grids[0]?.rows).toEqual([['1', '']])
    expect(problems.map(({ name, data, location }) => [name, data, location.address])).toEqual([
      ['formula-without-value', { formula: '=SUM(A1:B1)' }, '表三!B1'],
    ])
  })

  it('dates and times are reported', async () => {
    const { grids, problems } = await readRows(
      row(
        cell('office:value-type="date" office:date-value="2024-03-01"', '<text:p>3月1日</text:p>'),
        cell('office:value-type="date" office:date-value="2024-03-01"'),
        cell('office:value-type="time" office:time-value="PT08H30M00S"', '<text:p>8:30</text:p>'),
      ),
    )
    expect(grids[0]?.rows).toEqual([['3月1日', '2024-03-01', '8:30']])
    expect(problems.map(({ name }) => name)).toEqual(['date-cell', 'date-cell', 'date-cell'])
  })
})

describe('grid', () => {
  it('repeats cells and rows, and counts those without content', async () => {
    const repeated = (count: number, name = 'columns') => `table:number-${name}-repeated="${count}"`
    const { grids } = await readRows(
      [
        `<table:table-row ${repeated(2, 'rows')}><table:table-cell/></table:table-row>`,
        `<table:table-header-rows><table:table-row ${repeated(2, 'rows')}>${cell(`${repeated(2)} office:value-type="float" office:value="0"`, '<text:p>0</text:p>')}<table:table-cell ${repeated(2)}/>${float('7')}</table:table-row></table:table-header-rows>`,
        `<table:table-row ${repeated(1_048_570, 'rows')}>${cell(repeated(16_384))}</table:table-row>`,
      ].join(''),
    )
    const blank = ['', '', '', '', '']
    expect(grids[0]?.rows).toEqual([blank, blank, ['0', '0', '', '', '7'], ['0', '0', '', '', '7']])
  })

  it('keeps merges, and hides what they cover', async () => {
    const { grids } = await readRows(
      row(
        cell(
          'table:number-columns-spanned="2" table:number-rows-spanned="2" office:value-type="string"',
          '<text:p>总计</text:p>',
        ),
        '<table:covered-table-cell office:value-type="float" office:value="9"/>',
        float('1'),
      ) + row('<table:covered-table-cell table:number-columns-repeated="2"/>', float('2')),
    )
    expect(grids[0]).toMatchObject({
      rows: [
        ['总计', '', '1'],
        ['', '', '2'],
      ],
      merges: [{ row: 0, column: 0, rows: 2, columns: 2 }],
    })
  })

  it('knows hidden rows, columns and sheets, and tables inside cells are no sheets', async () => {
    const hides = (name: string) =>
      `<style:style style:name="${name}" style:family="table"><style:table-properties table:display="false"/></style:style>`
    const content = contentOf(
      [
        `<table:table table:name="旧" table:style-name="t1">${row(float('1'))}</table:table>`,
        `<table:table table:name="底稿" table:style-name="t2">${row(float('1'))}</table:table>`,
        `<table:table table:name="表三" table:style-name="t3"><table:table-column/><table:table-column table:number-columns-repeated="2" table:visibility="collapse"/>${row(float('1'), cell('', `<table:table table:name="内" table:is-sub-table="true">${row(float('8'))}</table:table>`), float('2'))}<table:table-row table:visibility="filter">${float('3')}</table:table-row></table:table>`,
      ].join(''),
      hides('t1'),
    )
    const styles = `<office:document-styles ${spaces}><office:styles>${hides('t2')}</office:styles></office:document-styles>`
    const { grids } = await read(entriesOf(content, [{ name: 'styles.xml', content: styles }]))
    expect(grids.map(({ sheet, notes }) => [sheet, notes?.isHidden])).toEqual([
      ['表三', false],
      ['旧', true],
      ['底稿', true],
    ])
    expect(grids[0]?.rows).toEqual([
      ['1', '', '2'],
      ['3', '', ''],
    ])
    expect([...(grids[0]?.notes?.hiddenRows ?? [])]).toEqual([1])
    expect([...(grids[0]?.notes?.hiddenColumns ?? [])]).toEqual([1, 2])
  })
})

describe('limits', () => {
  it.each([
    [
      'columns',
      `<table:table-row>${cell('table:number-columns-repeated="16384" office:value-type="float" office:value="1"')}</table:table-row>`.repeat(
        200,
      ),
      '3276800',
    ],
    [
      'rows and columns',
      `<table:table-row table:number-rows-repeated="1048576">${cell('table:number-columns-repeated="16384" office:value-type="float" office:value="1"')}</table:table-row>`,
      '17179869184',
    ],
  ])('repeated %s are refused before they are made', async (_, rows, actual) => {
    const { grids, problems } = await readRows(rows)
    expect(grids).toEqual([])
    expect(problems).toEqual([
      {
        name: 'limit-exceeded',
        location: documentStart,
        data: { limit: 'cells', actual, allowed: 2_000_000 },
      },
    ])
  })

  it('elements too deep inside each other are refused', async () => {
    const { problems } = await readRows(row(string('<text:span>'.repeat(2000) + '</text:span>'.repeat(2000))))
    expect(problems).toMatchObject([{ name: 'limit-exceeded', data: { limit: 'nesting' } }])
  })

  it('a large one is parsed apart, and ended when it takes too long', async () => {
    const rows = row(float('1')).repeat(40_000)
    const limits = { ...defaultLimits, inflatedRatio: 2000 }
    expect((await readRows(rows, limits)).grids[0]?.rows).toHaveLength(40_000)
    expect((await readRows(rows, { ...limits, seconds: 0 })).problems).toMatchObject([
      { name: 'limit-exceeded', data: { limit: 'seconds' } },
    ])
  })
})

describe('what is no good spreadsheet', () => {
  it.each([
    ['cut off', '<office:document-content>', 'content.xml'],
    [
      'with entities',
      `<!DOCTYPE x [<!ENTITY a "1">]>${contentOf('').replace(/^<\?.*?\?>/, '')}`,
      'document type',
    ],
    ['without sheets', contentOf(''), 'no sheets'],
    ['with two sheets of one name', contentOf('<table:table table:name="甲"/>'.repeat(2)), 'same name'],
  ])('%s is damaged', async (_, content, detail) => {
    const { grids, problems } = await read(entriesOf(content))
    expect(grids).toEqual([])
    expect(problems).toMatchObject([{ name: 'damaged-file' }])
    expect(JSON.stringify(problems)).toContain(detail)
  })

  it('an encrypted one is protected, and another kind of document is not read', async () => {
    const manifest =
      '<manifest:manifest><manifest:file-entry><manifest:encryption-data/></manifest:file-entry></manifest:manifest>'
    const encrypted = entriesOf('\u0001').map(entry =>
      entry.name.startsWith('META-INF') ? { ...entry, content: manifest } : entry,
    )
    expect((await read(encrypted)).problems).toMatchObject([{ name: 'protected-file' }])
  })

  it('a text document is told by its type, whatever its name', async () => {
    const entries = (method: 0 | 8) =>
      entriesOf(contentOf('')).map(entry =>
        entry.name === 'mimetype'
          ? { ...entry, content: 'application/vnd.oasis.opendocument.text', method }
          : entry,
      )
    const data = { format: 'OpenDocument (.odt)', advice: 'save-as-docx' }
    for (const path of ['报告.odt', '报告.docx', '报告.ods', '报告'])
      expect(await readSource({ path, bytes: writeZip(entries(0)) }, nodeHost)).toMatchObject({
        kind: 'unread',
        problem: { name: 'unread-format', data },
      })
    expect((await read(entries(8))).problems).toMatchObject([{ name: 'unread-format', data }])
  })
})
