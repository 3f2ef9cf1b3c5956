import fc from 'fast-check'
import { describe, expect, it, vi } from 'vitest'
import { checkSource } from '../../src/core/index.ts'
import { readSource } from '../../src/core/readers/index.ts'
import { defaultLimits, type Limits } from '../../src/core/readers/reader.ts'
import { readDocx } from '../../src/core/readers/word/docx.ts'
import { nodeHost as host } from '../../src/node/host.ts'
import { writeDocument } from '../../src/testing/write-docx.ts'
import { writeZip } from '../../src/testing/write-zip.ts'

async function read(body: string, parts: Readonly<Record<string, string>> = {}, limits?: Partial<Limits>) {
  const source = { path: '年报.docx', bytes: writeDocument(body, 'word', parts) }
  const document = await readDocx(source, { host, limits: { ...defaultLimits, ...limits } })
  return {
    /** Tables as rows of cells joined with a bar, other text as its lines. */
    grids: document.grids.map(({ rows }) => rows.map(cells => cells.join('|'))),
    merges: document.grids.map(({ merges }) => merges),
    problems: document.problems.map(({ name, location, data }) => ({
      name,
      address: location.address,
      data: data as Record<string, unknown>,
    })),
    document,
  }
}

const r = (text: string, properties = '') =>
  `<w:r>${properties && `<w:rPr>${properties}</w:rPr>`}<w:t>${text}</w:t></w:r>`
const p = (text: string) => `<w:p>${r(text)}</w:p>`
const tc = (content: string, properties = '') => `<w:tc><w:tcPr>${properties}</w:tcPr>${content}</w:tc>`
const cell = (text: string, properties = '') => tc(p(text), properties)
const tr = (...cells: readonly string[]) => `<w:tr>${cells.join('')}</w:tr>`
const tbl = (...rows: readonly string[]) => `<w:tbl>${rows.join('')}</w:tbl>`
const span = (columns: number | string) => `<w:gridSpan w:val="${columns}"/>`
const start = '<w:vMerge w:val="restart"/>'
const further = '<w:vMerge/>'

/** The rows of a document that is one table. */
async function rowsOf(...rows: readonly string[]) {
  return (await read(tbl(...rows))).grids[0]
}

/** The text of a document that is one paragraph. */
async function textOf(content: string) {
  return (await read(`<w:p>${content}</w:p>`)).grids[0]
}

/** Cuts a grid into areas, from the top left; by cell, the number of its area. */
function partition(height: number, width: number, draws: readonly { rows: number; columns: number }[]) {
  const owners = Array.from({ length: height }, () => Array<number>(width).fill(-1))
  const areas: { row: number; column: number; rows: number; columns: number }[] = []
  for (let row = 0; row < height; row++)
    for (let column = 0; column < width; column++) {
      if (owners[row]![column] !== -1) continue
      const draw = draws[areas.length % draws.length]!
      const rows = Math.min(1 + draw.rows, height - row)
      let columns = 1
      while (columns <= draw.columns && owners[row]![column + columns] === -1) columns++
      for (let at = row; at < row + rows; at++) owners[at]!.fill(areas.length, column, column + columns)
      areas.push({ row, column, rows, columns })
    }
  return { owners, areas }
}

describe('tables', () => {
  it('spans columns and rows', async () => {
    const { grids, merges } = await read(
      tbl(
        tr(cell('甲', start), cell('乙', span(2))),
        tr(cell('', further), cell('1'), cell('2')),
        tr(cell('', further), cell('3'), cell('4')),
      ),
    )
    expect(grids).toEqual([['甲|乙|', '|1|2', '|3|4']])
    expect(merges).toEqual([
      [
        { row: 0, column: 0, rows: 3, columns: 1 },
        { row: 0, column: 1, rows: 1, columns: 2 },
      ],
    ])
  })

  it('matches the cells of a merge by the grid, not by their order', async () => {
    const { merges } = await read(
      tbl(
        tr(cell('甲', span(2)), cell('乙', start)),
        tr(cell('1'), cell('2'), cell('', further)),
        tr(cell('3', span(2)), cell('', further)),
      ),
    )
    expect(merges[0]).toContainEqual({ row: 0, column: 2, rows: 3, columns: 1 })
  })

  it('keeps each cell in its column where a merge is broken', async () => {
    expect(
      await rowsOf(
        tr(cell('', further), cell('1')),
        tr(cell('', `${span(2)}${further}`), cell('2')),
        tr(cell('甲', start), cell('3')),
        tr(cell('乙', further), cell('4')),
        tr(cell('', further), cell('5')),
      ),
    ).toEqual(['|1', '||2', '甲|3', '乙|4', '|5'])
  })

  it('begins a row behind the columns it leaves out', async () => {
    expect(
      await rowsOf(
        tr(cell('甲'), cell('乙'), cell('丙')),
        `<w:tr><w:trPr><w:gridBefore w:val="2"/></w:trPr>${cell('1')}</w:tr>`,
      ),
    ).toEqual(['甲|乙|丙', '||1'])
  })

  it('puts every cell of any table where it stands', async () => {
    const sizes = fc.array(fc.record({ rows: fc.nat(3), columns: fc.nat(3) }), {
      minLength: 30,
      maxLength: 30,
    })
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 1, max: 6 }),
        fc.integer({ min: 1, max: 6 }),
        sizes,
        async (height, width, draws) => {
          const { owners, areas } = partition(height, width, draws)
          const rows = owners.map((cells, row) =>
            tr(
              ...cells.flatMap((index, column) => {
                const area = areas[index]!
                if (area.column !== column) return []
                const merge = area.rows === 1 ? '' : area.row === row ? start : further
                return [cell(area.row === row ? `${index}` : '', span(area.columns) + merge)]
              }),
            ),
          )
          const { document } = await read(tbl(...rows))
          const grid = document.grids[0]!
          const texts = owners.map((cells, row) =>
            cells.map((index, column) =>
              areas[index]!.row === row && areas[index]!.column === column ? `${index}` : '',
            ),
          )
          expect(grid.rows).toEqual(texts)
          expect(grid.merges).toEqual(areas.filter(area => area.rows * area.columns > 1))
        },
      ),
      { numRuns: 200 },
    )
  })

  it('joins cells the old way', async () => {
    const { grids, merges } = await read(
      tbl(tr(cell('甲', '<w:hMerge w:val="restart"/>'), cell('', '<w:hMerge/>'), cell('1'))),
    )
    expect(grids).toEqual([['甲||1']])
    expect(merges).toEqual([[{ row: 0, column: 0, rows: 1, columns: 2 }]])
  })

  it('clamps what no table has', async () => {
    const wide = await rowsOf(
      tr(cell('甲', span(999999999)), cell('1')),
      tr(cell('乙', span('-5')), cell('2')),
    )
    expect(wide).toEqual([`甲${'|'.repeat(63)}1`, '乙|2'])
  })

  it('reads rows and cells in content controls and smart tags', async () => {
    const control = (content: string) =>
      `<w:sdt><w:sdtPr><w:rPr><w:vanish/></w:rPr></w:sdtPr><w:sdtContent>${content}</w:sdtContent></w:sdt>`
    const smart = `<w:p><w:smartTag>${r('1')}<w:hyperlink>${r('2')}</w:hyperlink></w:smartTag></w:p>`
    expect(await rowsOf(control(tr(control(cell('甲')), tc(smart))))).toEqual(['甲|12'])
  })

  it('ignores the cells that rows had before they were changed', async () => {
    const before = `<w:tcPrChange><w:tcPr>${span(5)}${further}</w:tcPr></w:tcPrChange>`
    expect(await rowsOf(tr(cell('甲', before), cell('1')))).toEqual(['甲|1'])
  })
})

describe('tables inside tables', () => {
  const inner = tbl(tr(cell('1'), cell('2')))

  it('come out on their own, and show in the cell around them', async () => {
    const { grids } = await read(tbl(tr(cell('甲'), tc(p('乙') + inner + p(''))), tr(cell('丙'), cell('3'))))
    expect(grids).toEqual([['甲|乙\n1\n2', '丙|3'], ['乙'], ['1|2'], ['']])
  })

  it('are text when they have one cell', async () => {
    const { grids } = await read(tbl(tr(cell('甲'), tc(p('乙') + tbl(tr(cell('1'))) + p('丙')))))
    expect(grids).toEqual([['甲|乙\n1\n丙']])
  })

  it('take the place of a table that only arranges them', async () => {
    const { grids } = await read(tbl(tr(tc(p('标题') + inner)), tr(tc(p('说明') + inner))))
    expect(grids).toEqual([['标题'], ['1|2'], ['说明'], ['1|2']])
  })

  it('do not repeat long texts in the cell around them', async () => {
    const long = tbl(tr(cell('长'.repeat(201)), cell('1')))
    const { grids } = await read(tbl(tr(cell('甲'), tc(long))))
    expect(grids[0]).toEqual(['甲|'])
    expect(grids[1]).toEqual([`${'长'.repeat(201)}|1`])
  })

  it('are read hundreds of levels deep', async () => {
    const depth = 300
    const body = '<w:tbl><w:tr><w:tc>'.repeat(depth) + p('1') + '</w:tc></w:tr></w:tbl>'.repeat(depth)
    expect((await read(body)).grids).toEqual([['1']])
  })
})

describe('text', () => {
  it('keeps paragraphs and line breaks of a cell apart', async () => {
    const broken = `<w:p>${r('1')}<w:r><w:br/><w:t>2</w:t><w:cr/></w:r></w:p>`
    expect(await rowsOf(tr(tc(p('1') + p('2')), tc(broken)))).toEqual(['1\n2|1\n2\n'])
  })

  it('joins runs', async () => {
    expect(await textOf(`${r('1')}<w:proofErr/><w:bookmarkStart/>${r('2')}<w:ins>${r('3')}</w:ins>`)).toEqual(
      ['123'],
    )
  })

  it('reads tabs and hyphens as such, but no tab stops', async () => {
    const stops = '<w:pPr><w:tabs><w:tab w:val="left"/></w:tabs></w:pPr>'
    expect(
      await textOf(`${stops}<w:r><w:t>a</w:t><w:tab/><w:noBreakHyphen/><w:softHyphen/><w:t>1</w:t></w:r>`),
    ).toEqual(['a\t-1'])
  })

  it('reads symbols as far as they are characters', async () => {
    const symbol = (font: string, char: string) => `<w:r><w:sym w:font="${font}" w:char="${char}"/></w:r>`
    expect(
      await textOf(symbol('Symbol', 'F033') + symbol('Wingdings', 'F033') + symbol('宋体', '2460')),
    ).toEqual(['3□①'])
  })

  it('reads the results of fields, not their code', async () => {
    const mark = (type: string) => `<w:r><w:fldChar w:fldCharType="${type}"/></w:r>`
    const code = '<w:r><w:instrText>=SUM(ABOVE)</w:instrText></w:r>'
    const nested =
      mark('begin') + code + mark('begin') + code + mark('separate') + r('9') + mark('end') + mark('separate')
    expect(await textOf(mark('begin') + code + mark('separate') + r('12') + mark('end'))).toEqual(['12'])
    expect(await textOf(nested + r('7') + mark('end') + r('8'))).toEqual(['78'])
    expect(await textOf(`<w:fldSimple w:instr="PAGE">${r('5')}</w:fldSimple>`)).toEqual(['5'])
    expect(await textOf(mark('begin') + code + r('6'))).toEqual(['6'])
    expect((await read(`<w:p>${mark('begin')}${code}</w:p>${p('1')}`)).grids).toEqual([['', '1']])
  })

  it('reads one of several alternatives', async () => {
    const either = (requires: string) =>
      `<mc:AlternateContent><mc:Choice Requires="${requires}">${r('1')}</mc:Choice><mc:Choice Requires="wps">${r('2')}</mc:Choice><mc:Fallback>${r('3')}</mc:Fallback></mc:AlternateContent>`
    expect(await textOf(either('wps') + either('unknown'))).toEqual(['12'])
    expect(
      await textOf(
        '<mc:AlternateContent><mc:Fallback><w:r><w:t>3</w:t></w:r></mc:Fallback></mc:AlternateContent>',
      ),
    ).toEqual(['3'])
  })

  it('does not lose text without a paragraph', async () => {
    expect((await read(r('1'))).grids).toEqual([['1']])
  })

  it('names paragraphs by their number beside tables', async () => {
    const { document } = await read(p('甲') + tbl(tr(cell('1'))) + p('乙') + p('丙'))
    expect(document.grids.map(grid => grid.locate(grid.rows.length - 1, 0).address)).toEqual([
      '段落1',
      '表格1!A1',
      '段落3',
    ])
  })
})

describe('looks', () => {
  const style = (id: string, properties: string, kind = 'character', parent = '') =>
    `<w:style w:type="${kind}" w:styleId="${id}">${parent && `<w:basedOn w:val="${parent}"/>`}<w:rPr>${properties}</w:rPr></w:style>`
  const withStyles = (body: string, styles: string) => {
    const w = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    return read(body, {
      'word/_rels/document.xml.rels':
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="a" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles" Target="styles.xml"/></Relationships>',
      'word/styles.xml': `<w:styles ${w}>${styles}</w:styles>`,
    })
  }
  const named = (id: string) => `<w:rStyle w:val="${id}"/>`
  const paragraph = (id: string, content: string) =>
    `<w:p><w:pPr><w:pStyle w:val="${id}"/></w:pPr>${content}</w:p>`

  it('set off what is raised or lowered', async () => {
    const align = (value: string) => `<w:vertAlign w:val="${value}"/>`
    expect(await textOf(r('3') + r('1', align('superscript')))).toEqual(['3 1'])
    expect(await textOf(r('1', align('subscript')) + r('3'))).toEqual(['1 3'])
    expect(await textOf(r('3') + r('1', '<w:position w:val="6"/>'))).toEqual(['3 1'])
    expect(await textOf(r('3') + r('1', `${align('baseline')}<w:position w:val="0"/>`))).toEqual(['31'])
    expect(await textOf(r('1', align('superscript')) + r('2', align('superscript')))).toEqual(['12'])
  })

  it('set off the marks of notes', async () => {
    const note = (own: string) => `<w:footnoteReference${own} w:id="2"/>`
    const own = ' w:customMarkFollows="1"'
    expect(await textOf(`${r('3')}<w:r>${note(own)}<w:t>1</w:t></w:r>${r('2')}`)).toEqual(['3 1 2'])
    expect(await textOf(`${r('3')}<w:r>${note(own)}</w:r>${r('1')}`)).toEqual(['3 1'])
    expect(await textOf(`${r('3')}<w:r>${note('')}</w:r>`)).toEqual(['3'])
  })

  it('come from styles, and from those that they rest on', async () => {
    const styles =
      style('up', '<w:vertAlign w:val="superscript"/>') +
      style('mark', '', 'character', 'up') +
      style('gone', '<w:vanish/>', 'paragraph') +
      style('round', '', 'character', 'round') +
      style('struck', '<w:strike/>') +
      style('twice', '<w:dstrike/>', 'paragraph')
    const { grids, problems } = await withStyles(
      [
        `<w:p>${r('3')}${r('1', named('mark'))}${r('2', named('round'))}</w:p>`,
        paragraph('gone', r('4') + r('5', '<w:vanish w:val="0"/>')),
        paragraph('twice', r('6')),
        `<w:p>${r('7', named('struck'))}${r('8', `${named('struck')}<w:strike w:val="0"/>`)}</w:p>`,
      ].join(''),
      styles,
    )
    expect(grids).toEqual([['3 1 2', '5', '', '8']])
    expect(problems.map(({ data }) => [data.kind, data.count, data.text])).toEqual([
      ['hidden', 1, '4'],
      ['struck', 2, '6'],
    ])
  })

  it('of a paragraph are turned off by the same of a run', async () => {
    const styles =
      style('a', '<w:vanish/><w:strike/>', 'paragraph') + style('b', '<w:vanish/><w:strike/>', 'character')
    expect((await withStyles(paragraph('a', r('1', named('b'))), styles)).grids).toEqual([['1']])
  })

  it('come from what is usual in the document', async () => {
    const usual = `<w:style w:type="paragraph" w:default="1" w:styleId="a"><w:rPr><w:strike/></w:rPr></w:style>`
    expect((await withStyles(p('1'), usual)).grids).toEqual([['']])
    const defaults = '<w:docDefaults><w:rPrDefault><w:rPr><w:vanish/></w:rPr></w:rPrDefault></w:docDefaults>'
    expect((await withStyles(p('1'), defaults)).grids).toEqual([['']])
    const ofRows =
      '<w:style w:type="table" w:default="1" w:styleId="a"><w:tblStylePr><w:rPr><w:vanish/></w:rPr></w:tblStylePr></w:style>'
    expect((await withStyles(p('1'), ofRows)).grids).toEqual([['1']])
  })

  it('of pages count in tables, not in a table of contents', async () => {
    const { grids, problems } = await read(
      `<w:p>${r('1', '<w:webHidden/>')}</w:p>${tbl(tr(tc(`<w:p>${r('2', '<w:webHidden/>')}</w:p>`)))}`,
    )
    expect(grids).toEqual([['1'], ['']])
    expect(problems.map(({ address, data }) => [address, data.kind])).toEqual([['表格1!A1', 'hidden']])
  })
})

describe('content controls', () => {
  const control = (content: string, properties = '<w:showingPlcHdr/>') =>
    `<w:sdt><w:sdtPr>${properties}</w:sdtPr><w:sdtContent>${content}</w:sdtContent></w:sdt>`

  it('are blank until they are filled in', async () => {
    expect(await rowsOf(tr(tc(`<w:p>${control(r('0'))}</w:p>`), control(cell('0')), cell('1')))).toEqual([
      '||1',
    ])
    expect(await textOf(control(r('1'), '<w:showingPlcHdr w:val="0"/>') + r('2'))).toEqual(['12'])
    expect(await textOf(control(r('1') + control(r('2'), '')) + r('3'))).toEqual(['23'])
  })

  it('do not take away tables', async () => {
    expect((await read(control(p('0') + tbl(tr(cell('1')))))).grids).toEqual([[''], ['1']])
  })
})

describe('numbers of lists', () => {
  const item = (text: string, level: number) =>
    `<w:p><w:pPr><w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="1"/></w:numPr></w:pPr>${r(text)}</w:p>`

  it('are shown as Word counts them', async () => {
    const items = [0, 1, 1, 2, 2, 1, 0, 1, 2].map((level, index) => item(`${index}`, level))
    expect((await read(items.join(''))).grids[0]).toEqual([
      '一、\t0',
      '（一）\t1',
      '（二）\t2',
      '1.\t3',
      '2.\t4',
      '（三）\t5',
      '二、\t6',
      '（一）\t7',
      '1.\t8',
    ])
  })

  it('are not counted in what a cell above covers', async () => {
    const body = tbl(tr(tc(item('甲', 0), start)), tr(tc(item('', 0), further)), tr(tc(item('乙', 0))))
    expect((await read(body)).grids).toEqual([['一、\t甲', '', '二、\t乙']])
  })

  it('come from styles too, and start where a list says', async () => {
    const w = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    const relation = (kind: string) =>
      `<Relationship Id="${kind}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/${kind}" Target="${kind}.xml"/>`
    const parts = {
      'word/_rels/document.xml.rels': `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${relation('numbering')}${relation('styles')}</Relationships>`,
      'word/styles.xml': `<w:styles ${w}><w:style w:type="paragraph" w:styleId="a"><w:pPr><w:numPr><w:numId w:val="2"/></w:numPr></w:pPr></w:style><w:style w:styleId="b"><w:basedOn w:val="a"/></w:style><w:style w:styleId="c"><w:basedOn w:val="c"/></w:style></w:styles>`,
      'word/numbering.xml': `<w:numbering ${w}><w:abstractNum w:abstractNumId="7"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimalEnclosedCircle"/><w:suff w:val="nothing"/><w:lvlText w:val="%1"/></w:lvl></w:abstractNum><w:num w:numId="2"><w:abstractNumId w:val="7"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="9"/></w:lvlOverride></w:num></w:numbering>`,
    }
    const styled = (style: string) => `<w:p><w:pPr><w:pStyle w:val="${style}"/></w:pPr>${r(style)}</w:p>`
    const off =
      '<w:p><w:pPr><w:pStyle w:val="a"/><w:numPr><w:numId w:val="0"/></w:numPr></w:pPr><w:r><w:t>d</w:t></w:r></w:p>'
    expect((await read(styled('a') + styled('b') + styled('c') + off, parts)).grids[0]).toEqual([
      '⑨a',
      '⑩b',
      'c',
      'd',
    ])
  })
})

describe('changes', () => {
  const gone = (text: string) => `<w:del w:id="1"><w:r><w:delText>${text}</w:delText></w:r></w:del>`

  it('are accepted, and the first is named', async () => {
    const moved = `<w:p><w:moveFrom>${r('3')}</w:moveFrom><w:moveTo>${r('4')}</w:moveTo></w:p>`
    const { grids, problems } = await read(
      p('甲') +
        tbl(
          tr(cell('乙'), tc(`<w:p>${gone('9')}<w:ins>${r('1')}</w:ins>${r('2')}</w:p>`)),
          tr(tc(moved), cell('5')),
        ),
    )
    expect(grids[1]).toEqual(['乙|12', '4|5'])
    expect(problems).toEqual([{ name: 'tracked-changes', address: null, data: { place: '表格1!B1' } }])
  })

  it('take whole rows and cells away', async () => {
    const deleted = `<w:tr><w:trPr><w:del w:id="1"/></w:trPr>${cell('9')}</w:tr>`
    const inserted = `<w:tr><w:trPr><w:ins w:id="1"/></w:trPr>${cell('丁')}${cell('2', '<w:cellIns/>')}</w:tr>`
    const { grids, problems } = await read(
      tbl(tr(cell('甲'), cell('8', '<w:cellDel/>'), cell('1')), deleted, inserted),
    )
    expect(grids).toEqual([['甲|1', '丁|2']])
    expect(problems).toHaveLength(1)
    expect((await read(tbl(deleted) + p('1'))).grids).toEqual([['1']])
  })

  it('join paragraphs whose end is deleted', async () => {
    const joined = (text: string) => `<w:p><w:pPr><w:rPr><w:del w:id="1"/></w:rPr></w:pPr>${r(text)}</w:p>`
    expect(await rowsOf(tr(tc(joined('1') + joined('2') + p('3')), tc(joined('4'))))).toEqual(['123|4'])
  })

  it('of looks alone are none', async () => {
    const { problems } = await read(
      `<w:p><w:pPr><w:pPrChange><w:pPr/></w:pPrChange></w:pPr>${r('1', '<w:rPrChange><w:rPr><w:vanish/></w:rPr></w:rPrChange>')}</w:p>`,
    )
    expect(problems).toEqual([])
  })
})

describe('what is left out', () => {
  const box = (text: string) => `<wps:txbx><w:txbxContent>${p(text)}</w:txbxContent></wps:txbx>`
  const shape = (text: string) =>
    `<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing>${box(text)}</w:drawing></mc:Choice><mc:Fallback><w:pict><v:shape><v:textbox><w:txbxContent>${p(text)}</w:txbxContent></v:textbox></v:shape></w:pict></mc:Fallback></mc:AlternateContent></w:r>`
  const object = (program: string) =>
    `<w:p><w:r><w:object><v:shape><v:imagedata/></v:shape><o:OLEObject ProgID="${program}"/></w:object></w:r></w:p>`
  const picture = '<w:p><w:r><w:drawing><a:graphic><a:blip/></a:graphic></w:drawing></w:r></w:p>'
  const chunk = '<w:altChunk/>'
  const of = (kind: string, count: number, text: string, isInCell = false) => ({
    kind,
    count,
    text,
    isInCell,
  })

  it('is a text box, named once', async () => {
    const { grids, problems } = await read(
      tbl(tr(cell('甲'), tc(`<w:p>${shape('12')}</w:p><w:p>${shape('13')}</w:p>`))),
    )
    expect(grids).toEqual([['甲|']])
    expect(problems).toEqual([
      { name: 'left-out-text', address: '表格1!B1', data: of('text-box', 2, '12', true) },
    ])
    expect((await read(`<w:p>${shape('仅供参阅')}</w:p>`)).problems).toEqual([])
  })

  it('is hidden, struck or a formula', async () => {
    const { grids, problems } = await read(
      `<w:p>${r('1')}${r('2', '<w:vanish/>')}${r('3', '<w:vanish/>')}${r('4', '<w:vanish w:val="0"/>')}</w:p><w:p>${r('5', '<w:strike/>')}${r('6')}</w:p><w:p><m:oMath><m:r><m:t>7</m:t></m:r></m:oMath></w:p>`,
    )
    expect(grids).toEqual([['14', '6', '']])
    expect(problems.map(({ address, data }) => [address, data])).toEqual([
      ['段落1', of('hidden', 1, '23')],
      ['段落2', of('struck', 1, '5')],
      ['段落3', of('formula', 1, '7')],
    ])
  })

  it('is a workbook or an inserted file, and any object or picture where there is no table', async () => {
    const body = object('Excel.Sheet.12') + object('ET.Workbook.6') + object('Package') + picture + chunk
    const data = async (text: string) => (await read(text)).problems.map(problem => problem.data)
    const always = [of('workbook', 2, 'Excel.Sheet.12'), of('inserted-file', 1, '')]
    expect(await data(tbl(tr(cell('1'))) + body)).toEqual(always)
    expect(await data(body)).toEqual([always[0], of('object', 1, 'Package'), of('picture', 1, ''), always[1]])
  })

  it('is named in each cell of a table', async () => {
    const struck = tc(`<w:p>${r('9', '<w:strike/>')}${r('3')}</w:p>`)
    const { problems } = await read(`${tbl(tr(struck, struck))}<w:p>${r('8', '<w:strike/>')}</w:p>`)
    expect(problems.map(({ address, data }) => [address, data])).toEqual([
      ['表格1!A1', of('struck', 1, '9', true)],
      ['表格1!B1', of('struck', 1, '9', true)],
      ['段落1', of('struck', 1, '8')],
    ])
  })

  it('is whatever stands alone in a cell', async () => {
    const bare = '<w:p><w:r><w:drawing><a:graphic/></w:drawing></w:r></w:p>'
    const letter = '<w:p><m:oMath><m:r><m:t>x</m:t></m:r></m:oMath></w:p>'
    const alone = [picture, bare, object('Equation.3'), letter]
    const found = async (cells: readonly string[]) =>
      (await read(tbl(tr(cell('甲'), ...cells.map(content => tc(content)))) + picture)).problems.map(
        ({ address, data }) => [address, data.kind],
      )
    expect(await found(alone)).toEqual([
      ['表格1!B1', 'picture'],
      ['表格1!C1', 'picture'],
      ['表格1!D1', 'object'],
      ['表格1!E1', 'formula'],
    ])
    expect(await found(alone.map(content => content + p('1')))).toEqual([])
  })

  it('is a field that its code draws', async () => {
    const mark = (type: string) => `<w:r><w:fldChar w:fldCharType="${type}"/></w:r>`
    const code = (text: string) => `<w:r><w:instrText>${text}</w:instrText></w:r>`
    const field = (text: string, result = '') => mark('begin') + code(text) + result + mark('end')
    const found = async (content: string) =>
      (await read(tbl(tr(tc(`<w:p>${content}</w:p>`))))).problems.map(({ data }) => [data.kind, data.text])
    const circle = String.raw`eq \o\ac(○,21)`
    expect(await found(field(circle))).toEqual([['formula', circle]])
    expect(await found(r('3') + field(circle, mark('separate')))).toEqual([['formula', circle]])
    expect(await found(field('FORMDROPDOWN'))).toEqual([['formula', 'FORMDROPDOWN']])
    expect(await found('<w:fldSimple w:instr="=1+2"/>')).toEqual([['formula', '=1+2']])
    expect(await found(field('=1+2', mark('separate') + r('3')))).toEqual([])
    expect(await found(`<w:fldSimple w:instr="=1+2">${r('3')}</w:fldSimple>`)).toEqual([])
    expect(await found(field('TC "1"'))).toEqual([])
  })

  it('makes a file without tables one that was checked when it is named', async () => {
    const check = (path: string, isNamed: boolean, body = picture) =>
      checkSource(
        { path, bytes: writeDocument(body), isNamed },
        { language: 'en', profile: 'standard' },
        host,
      )
    const codes = async (...given: Parameters<typeof check>) => {
      const checked = await check(...given)
      return checked.kind === 'skipped' ? checked.reason : checked.file.diagnostics.map(({ code }) => code)
    }
    expect(await codes('通知.docx', false)).toBe('no-sign')
    expect(await codes('通知.docx', true)).toEqual(['GJ016'])
    expect(await codes('通知.docx', true, p('通知'))).toBe('no-sign')
    expect(await codes('通知.docx', false, `<w:p><w:ins>${r('1')}</w:ins></w:p>`)).toBe('no-sign')
    expect(await codes('示例镇2024年政府信息公开工作年度报告.docx', false)).toEqual(['GJ001', 'GJ016'])
  })
})

describe('containers', () => {
  const details = async (body: string, parts: Readonly<Record<string, string>>) => {
    const { grids, problems } = await read(body, parts)
    expect(grids).toEqual([])
    return problems.map(({ name, data }) => [name, data.detail ?? data.limit])
  }

  it('refuses what is damaged', async () => {
    expect(await details('<w:p>', {})).toEqual([
      ['damaged-file', expect.stringContaining('word/document.xml:2:')],
    ])
    expect(await details('', { 'word/document.xml': '<html/>' })).toEqual([
      ['damaged-file', 'word/document.xml: the root is ?:html instead of w:document'],
    ])
    expect(await details('', { 'word/document.xml': '' })).toHaveLength(1)
    expect(await details('', { 'word/numbering.xml': '<a' })).toHaveLength(1)
    expect(await details('', { '_rels/.rels': '<Relationships' })).toHaveLength(1)
    const bytes = writeZip([{ name: 'word/document.xml', content: '<a/>' }])
    const lost = await readDocx({ path: 'a.docx', bytes }, { host, limits: defaultLimits })
    expect(lost.problems).toMatchObject([{ name: 'damaged-file', data: { detail: 'no document part' } }])
  })

  it('refuses a document type, expands nothing', async () => {
    const xml =
      '<!DOCTYPE w [<!ENTITY a SYSTEM "file:///etc/passwd">]><w:document xmlns:w="x">&a;</w:document>'
    expect(await details('', { 'word/document.xml': xml })).toEqual([
      ['damaged-file', 'word/document.xml: a document type is declared'],
    ])
    expect(await details(p('&a;'), {})).toHaveLength(1)
  })

  it('refuses elements too deep inside each other', async () => {
    const deep = (depth: number) => '<w:x>'.repeat(depth) + '</w:x>'.repeat(depth)
    expect(await details(deep(999), {})).toEqual([['limit-exceeded', 'nesting']])
    expect((await read(deep(990) + p('1'))).grids).toEqual([['1']])
  })

  it('finds the document by its type when the references are lost', async () => {
    const { grids } = await read(p('1'), {
      '_rels/.rels': '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"/>',
    })
    expect(grids).toEqual([['1']])
  })

  it('finds the document wherever it stands', async () => {
    const kind = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument'
    const relations = `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="a" Type="${kind}" Target="./x/../Text/main.xml"/></Relationships>`
    const main = `<x:document xmlns:x="http://purl.oclc.org/ooxml/wordprocessingml/main"><x:body><x:p><x:r><x:t>1</x:t></x:r></x:p></x:body></x:document>`
    const bytes = writeZip([
      {
        name: '[Content_Types].xml',
        content: '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
      },
      { name: '_rels/.rels', content: relations },
      { name: 'text/Main.xml', content: main },
    ])
    const result = await readSource({ path: 'a.docx', bytes }, host)
    expect(result.kind === 'read' && result.document.grids.map(({ rows }) => rows)).toEqual([[['1']]])
  })

  it('survives names that mean something to JavaScript', async () => {
    const { grids } = await read(
      `<w:__proto__ w:constructor="1" __proto__="2" xmlns:__proto__="x">${p('1')}</w:__proto__><constructor xmlns=""/>${p('2')}`,
      { 'word/__proto__.xml': '<a/>' },
    )
    expect(grids).toEqual([['1', '2']])
    expect(({} as Record<string, unknown>).constructor).toBe(Object)
  })

  it('reads a document by its content, whatever its name', async () => {
    const found = async (path: string) => {
      const result = await readSource({ path, bytes: writeDocument(p('1')) }, host)
      return result.kind === 'read' ? result.document.problems.map(({ name }) => name) : result.problem.name
    }
    expect(await found('a.docx')).toEqual([])
    expect(await found('a.docm')).toEqual([])
    for (const name of ['a.doc', 'a.wps', 'a.xlsx', 'a.dotx'])
      expect(await found(name)).toEqual(['name-mismatch'])
  })

  it('reads large files in the thread', async () => {
    const apart = vi.spyOn(host, 'parseApart')
    const rows = Array.from({ length: 20_000 }, (_, row) => tr(cell('甲'), cell(String(row))))
    const { grids } = await read(tbl(...rows))
    expect(grids[0]).toHaveLength(20_000)
    expect(apart).toHaveBeenCalledOnce()
    apart.mockRestore()
  })

  it('bounds cells and tables', async () => {
    const names = async (body: string, limits: Partial<Limits>) =>
      (await read(body, {}, limits)).problems.map(({ data }) => data.limit)
    expect(await names(tbl(tr(cell('1', span(63)))), { cells: 62 })).toEqual(['cells'])
    expect(await names(tbl(tr(cell('1'))).repeat(3), { sheets: 2 })).toEqual(['sheets'])
  })
})

it('orders what it says of paragraphs and tables as they follow each other', async () => {
  const hidden = (text: string) => `<w:p>${r(text, '<w:vanish/>')}</w:p>`
  const struck = (text: string) => `<w:p>${r(text, '<w:strike/>')}</w:p>`
  const body = `${p('').repeat(11)}${hidden('1')}${tbl(tr(tc(struck('2'))))}<w:p><m:oMath><m:r><m:t>3</m:t></m:r></m:oMath></w:p>`
  const source = { path: '2024年政府信息公开工作年度报告.docx', bytes: writeDocument(body) }
  const checked = await checkSource(source, { language: 'en', profile: 'standard' }, host)
  if (checked.kind === 'skipped') throw new Error(checked.reason)
  const places = checked.file.diagnostics.map(({ location }) => location.address)
  expect(places).toEqual([null, '段落12', '表格1!A1', '段落13'])
})
