import { describe, expect, it } from 'vitest'
import { checkSource, dumpSource, parseSource } from '../../src/core/index.ts'
import { defaultLimits, readSource } from '../../src/core/readers/index.ts'
import { nodeHost } from '../../src/node/host.ts'
import { balancedFigures } from '../../src/testing/balanced.ts'
import { keptReport } from '../../src/testing/figures.ts'
import { layOut } from '../../src/testing/laid-out.ts'
import { htmlStyles } from '../../src/testing/write-html.ts'
import { encode } from '../../src/testing/write-text.ts'

async function read(page: string | Uint8Array, path = 'a.html', limits = defaultLimits) {
  const bytes = typeof page === 'string' ? encode(page, 'utf-8') : page
  const result = await readSource({ path, bytes }, nodeHost, limits)
  if (result.kind === 'unread') throw new Error('not read')
  return result.document
}

const rowsOf = async (page: string) => (await read(page)).grids.map(({ rows }) => rows)
const tableOf = async (rows: string) =>
  (await rowsOf(`<table>${rows}<tr><td>末<td>行</table>`))[0]!.slice(0, -1)
const cellOf = async (content: string) => (await tableOf(`<tr><td>${content}</td><td>x</td></tr>`))[0]![0]

describe('the text of a cell', () => {
  it.each([
    ['<p>1</p><p>2</p>', '1\n2'],
    ['1<br>2', '1\n2'],
    ['<div>1<div>2</div>3</div>', '1\n2\n3'],
    ['<ul><li>1<li>2</ul>', '1\n2'],
    ['<br>1<br><br>', '1'],
    [' 本年新\n  收 ', '本年新 收'],
    ['<b>1</b><span>2</span><font>3</font>', '123'],
    ['<span>12<o:p></o:p></span>', '12'],
    ['1 <b> 2</b>', '1 2'],
    ['&nbsp;', '\u00a0'],
    ['\u30001\u3000', '\u30001\u3000'],
    ['&#49;&#x32;&lt;&amp;', '12<&'],
    ['1<!-- 2 --><script>3</script><style>4</style><template>5</template><noscript>6</noscript>', '1'],
    ['5<sup>1</sup>', '5 1'],
    ['<del>5</del>6', '5 6'],
    ['<span style="text-decoration: underline line-through">9</span>3', '9 3'],
    ['3<span style="vertical-align:super">1</span>', '3 1'],
    ['3<span style="VERTICAL-ALIGN: 4pt">1</span>', '3 1'],
    ['3<span style="vertical-align:middle;text-decoration:none">1</span>', '31'],
    ['<ruby>3<rt>9</rt></ruby>', '3 9'],
    ['<input value="9">3<button>改</button>4', '9 3 改 4'],
    ['3<output>9</output>', '3 9'],
    ['<pre>3<sup>1</sup></pre>', '3 1'],
    ['<pre>3<br>1</pre>', '3\n1'],
    ['<input value="12"><input type=hidden value=3><input type=checkbox value=4>', '12'],
    ['<input type="TEXT" value = 12 >', '12'],
    ['<textarea>12\n13</textarea>', '12\n13'],
    ['<select><option>是<option selected>否</select>', '否'],
    ['<select><option>是<option>否</select>', '是'],
    ['<select multiple><option selected>是<option selected>否</select>', '是\n否'],
    ['<svg><text>1</text></svg>', '1'],
    ['3<svg><title>9</title><desc>9</desc></svg>', '3'],
    ['3<canvas>9</canvas><audio>9</audio><video>9</video><object>9</object>', '3'],
    ['<table><tr><td>1</table>', '1'],
    ['<table><tr><td><table><tr><td>1</table></table>2', '1\n2'],
  ])('%s', async (content, text) => {
    expect(await cellOf(content)).toBe(text)
  })
})

describe('text that nobody sees', () => {
  const told = async (page: string) => {
    const { grids, problems } = await read(page)
    return {
      rows: grids.map(({ rows }) => rows),
      problems: problems.map(({ name, location, data }) => ({ name, address: location.address, data })),
    }
  }
  const hidden = (address: string | null, count: number, text: string) => ({
    name: 'left-out-text',
    address,
    data: { kind: 'hidden', count, text, isInCell: address !== null },
  })

  it.each([
    '<span style="display:none">9</span>3',
    '<SPAN STYLE="COLOR:RED; DISPLAY : NONE !important">9</SPAN>3',
    '<span hidden>9</span>3',
    '<p style="visibility: hidden">9</p>3',
    '<span style="visibility:hidden">9<b style="visibility:visible">3</b></span>',
    '<span style="font-size:0pt">9<b style="font-size:200%"></b></span>3',
    '<div style="font-size:0">9<span class=figure>3</span></div>',
    "<span style='mso-hide:all'>9</span>3",
    '<div hidden><table><tr><td>9</table></div>3',
    '<dialog>9</dialog>3',
    '<table><tr><td><span hidden>9</span>3</table>',
  ])('%s', async content => {
    expect(await told(`<table><tr><td>规章<td>${content}</td></tr></table>`)).toEqual({
      rows: [[['规章', '3']]],
      problems: [hidden('表格1!B1', 1, '9')],
    })
  })

  it.each([
    '<span style="display:inline">3</span>',
    '<span hidden style="display:inline">3</span>',
    '<span style="display:none;display:block">3</span>',
    '<span style="font-size:0.5em">3</span>',
    '3<span style="display:none">&nbsp;</span>',
    '3<input type=hidden value=9>',
  ])('is not %s', async content => {
    const { problems, rows } = await told(`<table><tr><td>规章<td>${content}</td></tr></table>`)
    expect([rows[0]![0]![1], problems]).toEqual(['3', []])
  })

  it('is told of once where it is no part of a cell that is shown', async () => {
    const page =
      '<div style="display:none"><p>题</p><table><tr><td>规章<td>8</table></div>\n<table><tr><td>规章<td>3<tr hidden><td>9<td>9<tr><td>末<td hidden>7</td><td>4</table>'
    expect(await told(page)).toEqual({
      rows: [
        [
          ['规章', '3'],
          ['末', '4'],
        ],
      ],
      problems: [hidden(null, 3, '规章 8')],
    })
    expect((await read(page)).problems[0]!.location).toMatchObject({
      line: 1,
      column: page.indexOf('规章') + 1,
    })
  })

  it('is told of in a table that lays the page out', async () => {
    const inner = '<table><tr><td>规章<td>3</table>'
    expect(await told(`<table><tr><td><p hidden>2023年</p>${inner}<td></table>`)).toEqual({
      rows: [[['规章', '3']]],
      problems: [hidden(null, 1, '2023年')],
    })
  })

  it('is told of in a blank cell beside a table', async () => {
    const page = '<table><tr><td><p hidden>2023年</p><td><table><tr><td>规章<td>3</table></table>'
    expect((await told(page)).problems).toEqual([hidden('表格1!A1', 1, '2023年')])
  })

  it('is no part of a figure that a cell shows in a table of its own', async () => {
    const { rows, problems } = await told(
      '<table><tr><td>规章<td><table><tr><td><span hidden>9</span>3<td></table></table>',
    )
    expect(rows[0]).toEqual([['规章', '']])
    expect(problems).toEqual([hidden('表格2!A1', 1, '9')])
  })

  it('is marked between tabs', async () => {
    const { rows, problems } = await told('<pre>规章\t<span hidden>9</span>3\n末\t4</pre>')
    expect(rows).toEqual([
      [
        ['规章', '【隐藏文字】3'],
        ['末', '4'],
      ],
    ])
    expect(problems).toEqual([hidden(null, 1, '9')])
  })

  it('may be a table in the place of an object', async () => {
    const { rows, problems } = await told('<p>题<object><table><tr><td>规章<td>3</table></object>')
    expect([rows, problems]).toEqual([[[['题']]], [hidden(null, 1, '规章 3')]])
  })

  it('counts as missing in every cell', async () => {
    const report = keptReport('2021', balancedFigures('2021', 6))
    const page = htmlStyles
      .spans(layOut(report))
      .replace(/(<td[^>]*>(?:<(?!\/)[^>]*>)*)(?=[\d.]+<)/g, '$1<i style="display:none">9</i>')
    const { facts } = await parseSource({ path: 'a.html', bytes: encode(page, 'utf-8') }, nodeHost)
    expect(facts.length).toBeGreaterThan(0)
    expect(new Set(facts.map(({ state }) => state))).toEqual(new Set(['missing']))
  })

  it('does not win over the tables that are shown', async () => {
    const [before, now] = [7, 8].map(seed => keptReport('2021', balancedFigures('2021', seed)))
    const [old, shown] = [before!, now!].map(report => htmlStyles.spans(layOut(report)))
    const page = `<div style="display:none">${old}</div>${shown}`
    const { facts } = await parseSource({ path: 'a.html', bytes: encode(page, 'utf-8') }, nodeHost)
    expect(Object.fromEntries(facts.map(({ ref, value }) => [ref, value]))).toEqual(now!.facts)
  })
})

it.each([
  ['年报.files/sheet001.htm', '年报.files/sheet001.htm'],
  ['%E5%B9%B4.files/sheet001.htm', '年.files/sheet001.htm'],
  ['%C4%EA.files/a.htm', '%C4%EA.files/a.htm'],
])('a page of frames says where the table is: %s', async (src, text) => {
  const page = `<html><title>年报</title><frameset><frame src="${src}"><frame src=b.htm><noframes>x</noframes></frameset></html>`
  expect((await read(page)).problems).toEqual([
    {
      name: 'left-out-text',
      location: { line: 1, column: 1, endLine: 1, endColumn: 1, address: null },
      data: { kind: 'frame', count: 1, text, isInCell: false },
    },
  ])
})

describe('spans', () => {
  it('fills in rows and columns', async () => {
    const [grid] = (
      await read('<table><tr><td rowspan=2 colspan=2>a<td>b<tr><td>c<tr><td>d<td>e<td>f</table>')
    ).grids
    expect(grid!.rows).toEqual([
      ['a', '', 'b'],
      ['', '', 'c'],
      ['d', 'e', 'f'],
    ])
    expect(grid!.merges).toEqual([{ row: 0, column: 0, rows: 2, columns: 2 }])
  })

  it.each([
    ['0', 3],
    ['2', 2],
    ['99', 3],
    ['+2px', 2],
    ['-1', 1],
    ['x', 1],
    ['', 1],
  ])('rowspan="%s" in a group of three rows is %i', async (rowspan, rows) => {
    const { grids } = await read(
      `<table><tbody><tr><td rowspan="${rowspan}">a<td>b<tr><td>c<tr><td>d</tbody><tfoot><tr><td>e</tfoot></table>`,
    )
    expect(grids[0]!.merges).toEqual(rows === 1 ? [] : [{ row: 0, column: 0, rows, columns: 1 }])
    expect(grids[0]!.rows[3]).toEqual(['e'])
  })

  it.each([
    ['0', 1],
    ['3', 3],
    ['5000', 1000],
  ])('colspan="%s" is %i', async (colspan, columns) => {
    expect((await tableOf(`<tr><td colspan="${colspan}">a</td></tr>`))[0]).toHaveLength(columns)
  })
})

describe('the tree of the standard', () => {
  it.each([
    [
      'unclosed cells and rows',
      '<table><tr><td>1<td>2<tr><td>3<td>4</table>',
      [
        [
          ['1', '2'],
          ['3', '4'],
        ],
      ],
    ],
    ['rows copied without their table', '<!-- x --><tr><td>1</td><td>2</td></tr>', [[['1', '2']]]],
    ['cells outside of any table', '<div><td>1</td><td>2</td></div>', [[['1'], ['2']]]],
    ['text between rows', '<table><tr><td>1<td>2</tr>注<tr><td>3</table>', [[['注']], [['1', '2'], ['3']]]],
    [
      'a table in a paragraph',
      '<p>甲<table><tr><td>1<td>2</table>乙</p>',
      [[['甲']], [['1', '2']], [['乙']]],
    ],
    [
      'groups in the order of the file',
      '<table><tfoot><tr><td>1<td>2<tbody><tr><td>3</table>',
      [[['1', '2'], ['3']]],
    ],
    ['a caption', '<table><caption>表二</caption><tr><td>1<td>2</table>', [[['表二']], [['1', '2']]]],
    ['a table without cells', '<table></table><table><tr></tr></table>甲', [[['甲']]]],
    ['a table of one cell', '<table><tr><td>甲<p>乙</table>', [[['甲'], ['乙']]]],
    ['an empty file', ' ', []],
  ])('%s', async (_, page, grids) => {
    expect(await rowsOf(page)).toEqual(grids)
  })
})

describe('paragraphs', () => {
  it('end where a block begins or ends, and at a blank line', async () => {
    const page = '<title>题</title><h1>甲</h1>乙<b>丙</b><p>丁<br>戊<br><br>己<ul><li>庚<li>辛</ul>'
    expect(await rowsOf(page)).toEqual([[['题'], ['甲'], ['乙丙'], ['丁\n戊'], ['己'], ['庚'], ['辛']]])
  })

  it('are the lines of preformatted text; those with tabs are a table', async () => {
    const page = '<pre>\n甲 乙\r\n  丙</pre><pre>题\n甲\t<b>乙</b>\n1\t2</pre>'
    const { grids } = await read(page)
    expect(grids.map(({ rows }) => rows)).toEqual([
      [['甲 乙'], ['  丙']],
      [['题'], ['甲', '乙'], ['1', '2']],
    ])
    expect(page.slice(grids[1]!.locate(2, 1).column - 1 + page.lastIndexOf('\n') + 1)[0]).toBe('2')
  })
})

describe('tables in tables', () => {
  it('are read by themselves, and what lays them out is no table', async () => {
    const page = '<table><tr><td>甲<table><tr><td>1<td>2<tr><td>3<td>4</table>乙</td><td> </td></tr></table>'
    expect(await rowsOf(page)).toEqual([
      [['甲']],
      [
        ['1', '2'],
        ['3', '4'],
      ],
      [['乙']],
    ])
  })

  it('are text of the outer cell as well when they are small', async () => {
    const small = '<table><tr><td>1<td>2</table>'
    expect((await rowsOf(`<table><tr><td>数量<td>${small}</table>`))[0]).toEqual([['数量', '1\n2']])
    const large = `<table><tr><td>${'字'.repeat(200)}<td>2</table>`
    expect((await rowsOf(`<table><tr><td>数量<td>${large}</table>`))[0]).toEqual([['数量', '']])
  })

  it('may be nested as deeply as the limit allows', async () => {
    const levels = 240
    const page = `${'<table><tr><td>层<td>'.repeat(levels)}<p>底</p>${'</table>'.repeat(levels)}`
    const { grids, problems } = await read(page)
    expect(problems).toEqual([])
    expect(grids.filter(({ sheet }) => sheet !== null)).toHaveLength(levels)
  })

  it('ten levels of layout around a report change nothing', async () => {
    const report = keptReport('2021', balancedFigures('2021', 4))
    const wrap = '<table width=100%><tr><td>菜单<td>'
    const page = `${wrap.repeat(10)}${htmlStyles.spans(layOut(report))}${'</table>'.repeat(10)}`
    const parsed = await parseSource({ path: 'a.html', bytes: encode(page, 'utf-8') }, nodeHost)
    expect(Object.fromEntries(parsed.facts.map(({ ref, value }) => [ref, value]))).toEqual(report.facts)
  })
})

describe('places', () => {
  it('are those of the text inside the cell', async () => {
    const page =
      '<table>\r\n<tr><td rowspan=2> <p class=x>甲<br/>乙</p>\r\n</td><td></td>\r\n<td>12</td></tr></table>'
    const [grid] = (await read(page)).grids
    expect(grid!.locate(0, 0)).toEqual({
      line: 2,
      column: 31,
      endLine: 2,
      endColumn: 38,
      address: '表格1!A1',
    })
    expect(grid!.locate(0, 1)).toMatchObject({ line: 3, column: 10, endLine: 3, endColumn: 10 })
    expect(grid!.locate(0, 2)).toMatchObject({
      line: 4,
      column: 5,
      endLine: 4,
      endColumn: 7,
      address: '表格1!C1',
    })
  })

  it('of rows without their table and of fields are right too', async () => {
    const page = '<tr><td>1</td><td><input value="23"></td></tr>'
    const [grid] = (await read(page)).grids
    expect(
      [0, 1].map(column => grid!.locate(0, column)).map(at => page.slice(at.column - 1, at.endColumn - 1)),
    ).toEqual(['1', '23'])
  })
})

it.each([
  ['\n&nbsp;1', '&nbsp;1', '\u00a01'],
  ['12&#32;\n', '12', '12'],
  ['a &lt;5', 'a &lt;5', 'a <5'],
  ['1\r\n&#50;', '1\r\n&#50;', '1 2'],
  ['&notit; a&b c&', '&notit; a&b c&', '¬it; a&b c&'],
  ['𠮷&#8195;𠮷', '𠮷&#8195;𠮷', '𠮷\u2003𠮷'],
])('the place of %j holds its references whole', async (content, written, text) => {
  const page = `<table><tr><td>${content}</td><td></table>`
  const [grid] = (await read(page)).grids
  const at = grid!.locate(0, 0)
  const start =
    page
      .split('\n')
      .slice(0, at.line - 1)
      .join('\n').length +
    (at.line > 1 ? 1 : 0) +
    at.column -
    1
  expect([page.slice(start, start + written.length), grid!.rows[0]![0]]).toEqual([written, text])
  expect(at.endLine === at.line ? at.endColumn - at.column : written.length).toBe(written.length)
})

describe('what a file is', () => {
  const page = '<table><tr><td>规章</td><td>12</td></tr></table>'

  it.each(['xls', 'et', 'doc', 'txt', 'csv', 'mht', 'xlsx'])(
    'a page named .%s is read and its name reported',
    async name => {
      const { format, problems, grids } = await read(page, `a.${name}`)
      expect(format).toBe('html')
      expect(problems.map(problem => problem.name)).toEqual(['name-mismatch'])
      expect(grids[0]!.rows).toEqual([['规章', '12']])
    },
  )

  it.each(['html', 'htm', 'xhtml', ''])('a page named .%s is one', async name => {
    const { format, problems } = await read(page, name ? `a.${name}` : 'a')
    expect({ format, problems }).toEqual({ format: 'html', problems: [] })
  })

  it.each([
    ['a doctype', `<!DOCTYPE html>${page}`],
    ['a comment before the doctype', ` \n<!-- 存于网页 --><!DOCTYPE html>${page}`],
    ['a declaration', `<?xml version="1.0"?><html>${page}</html>`],
    ['a piece of a page', `<div class=x>${page}</div>`],
    ['rows', '<tr><td>规章</td><td>12</td></tr>'],
  ])('begins with %s', async (_, text) => {
    expect((await read(text, 'a.xls')).grids.at(-1)!.rows).toEqual([['规章', '12']])
  })

  it.each(['utf-8-bom', 'utf-16le', 'utf-16le-bom', 'utf-16be-bom', 'gb18030'] as const)(
    'is decoded by its bytes: %s',
    async encoding => {
      const text = `<html><head><meta charset=big5></head><body>${page}</body></html>`
      const { grids } = await read(encode(text, encoding))
      expect(grids[0]!.rows).toEqual([['规章', '12']])
      expect(grids[0]!.locate(0, 1).column).toBe(text.indexOf('12') + 1)
    },
  )

  it('is refused when its text cannot be decoded', async () => {
    const { grids, problems } = await read(Uint8Array.of(0x3c, 0x70, 0x3e, 0xff, 0xff, 0x80))
    expect(grids).toEqual([])
    expect(problems[0]!.name).toBe('undecodable-text')
  })
})

describe('bounds', () => {
  it.each(['<div>', '<table><tr><td>', '<b>', '<svg>', '<a><div>', '<template>', '<select><optgroup><div>'])(
    '%s without end',
    async tag => {
      const { problems } = await read(tag.repeat(200_000 / tag.length))
      expect(problems.every(({ name }) => name === 'limit-exceeded')).toBe(true)
    },
  )

  it('nesting', async () => {
    const page = `${'<div>'.repeat(50)}甲`
    expect((await read(page)).problems).toEqual([])
    expect((await read(page, 'a.html', { ...defaultLimits, nesting: 50 })).problems[0]).toMatchObject({
      name: 'limit-exceeded',
      data: { limit: 'nesting' },
    })
  })

  it('cells and tables', async () => {
    expect((await read(`<table>${'<td colspan=1000>'.repeat(2001)}`)).problems[0]).toMatchObject({
      data: { limit: 'cells' },
    })
    expect((await read('<table><td>1<td>2</table>'.repeat(1001))).problems[0]).toMatchObject({
      data: { limit: 'sheets' },
    })
  })

  it('elements that are opened again in every block', async () => {
    const open = Array.from({ length: 900 }, (_, index) => `<b id=${index}>`).join('')
    const { problems } = await read(`<p>${open}${'<p>x'.repeat(20_000)}`)
    expect(problems[0]!.name).toBe('damaged-file')
  })

  it('a large page is read in a thread of its own', async () => {
    const { grids, problems } = await read(`<table>${'<tr><td>行政许可<td>12</tr>'.repeat(15_000)}</table>`)
    expect(problems).toEqual([])
    expect(grids[0]!.rows).toHaveLength(15_000)
  })
})

describe('commands', () => {
  const report = keptReport('2021', balancedFigures('2021', 5))
  const source = { path: '示例镇.html', bytes: encode(htmlStyles.spans(layOut(report)), 'utf-8') }

  it('dump lists cells by address and paragraphs by place', async () => {
    const lines = (await dumpSource(source, nodeHost)).split('\n')
    expect(lines[0]).toBe('5:8\t示例镇2024年政府信息公开工作年度报告')
    expect(lines).toContain('表格1!A1\t第二十条第（一）项')
  })

  it('a figure is pointed at where it stands', async () => {
    const facts = { ...report.facts, 'reviewLitigation.review.total': '9999' }
    const text = htmlStyles.spans(layOut({ ...report, facts }))
    const checked = await checkSource(
      { path: '示例镇.html', bytes: encode(text, 'utf-8') },
      { language: 'zh-CN', profile: 'standard' },
      nodeHost,
    )
    if (checked.kind === 'skipped') throw new Error('skipped')
    const [{ location, code }] = checked.file.diagnostics as [(typeof checked.file.diagnostics)[number]]
    expect(code).toBe('GJ303')
    expect(location.address).toBe('表格3!E4')
    expect(text.split('\n')[location.line - 1]!.slice(location.column - 1, location.endColumn - 1)).toBe(
      '9999',
    )
  })
})
