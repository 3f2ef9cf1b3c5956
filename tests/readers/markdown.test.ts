import { describe, expect, it } from 'vitest'
import { readSource } from '../../src/core/readers/index.ts'
import { nodeHost } from '../../src/node/host.ts'
import { encode, type TextStyle } from '../../src/testing/write-text.ts'

async function read(text: string, path = 'a.md', encoding: TextStyle['encoding'] = 'utf-8') {
  const result = await readSource({ path, bytes: encode(text, encoding) }, nodeHost)
  if (result.kind === 'unread') throw new Error('not read')
  return result.document
}

const rowsOf = async (text: string, path = 'a.md') => (await read(text, path)).grids.map(({ rows }) => rows)
const rule = '| --- | --- |\n'

describe('tables', () => {
  it.each([
    ['with lines at the ends', `| 甲 | 乙 |\n${rule}| 1 | 2 |`],
    ['without them', '甲 | 乙\n--- | ---\n1 | 2'],
    ['aligned', '|甲|乙|\n|:-:|--:|\n|1|2|'],
    ['with tabs and blanks around', `  |\t甲 |  乙\t|  \n${rule}\t| 1 | 2`],
    ['quoted', `> | 甲 | 乙 |\n> | --- | --- |\n> | 1 | 2 |`],
    ['without a rule', '| 甲 | 乙 |\n| 1 | 2 |'],
    ['with a rule of another program', '| 甲 | 乙 |\n|----+----|\n| 1 | 2 |'],
    ['set off', '| **甲** | `乙` |\n| - | - |\n| *1* | ***2*** |'],
  ])('%s', async (_, text) => {
    const want = [
      ['甲', '乙'],
      ['1', '2'],
    ]
    for (const lineEnd of ['\n', '\r\n', '\r'])
      expect(await rowsOf(text.replaceAll('\n', lineEnd))).toEqual([want])
  })

  it.each([
    ['a \\| b', 'a | b'],
    ['甲<br>乙<BR />丙', '甲\n乙\n丙'],
    ['', ''],
    ['&nbsp;', '\u00a0'],
    ['1\\.属于国家秘密', '1.属于国家秘密'],
    ['\\-3', '-3'],
    ['-', '-'],
    ['**总计** 12', '**总计** 12'],
    ['**1** **2**', '**1** **2**'],
    ['*', '*'],
    ['\u30001\u3000', '\u30001\u3000'],
    ['&lt;1&gt;', '<1>'],
  ])('the text of %j', async (cell, text) => {
    expect((await rowsOf(`| 甲 | 乙 |\n${rule}| ${cell} | 2 |`))[0]![1]).toEqual([text, '2'])
  })

  it('keep a row of single dashes that is no rule', async () => {
    expect(await rowsOf(`| 甲 | 乙 |\n${rule}| - | - |\n| \\- | \\- |`)).toEqual([
      [
        ['甲', '乙'],
        ['-', '-'],
        ['-', '-'],
      ],
    ])
  })

  it('stand among the lines of the file', async () => {
    const text = `# 标题\n\n> 引文\n- **一项**\n2024年|2023年\n\n| 甲 | 乙 |\n${rule}## 表二\n| 1 | 2 |\n|---|---|\n甲\t乙\n1\t2\n完`
    expect(await rowsOf(text)).toEqual([
      [['标题'], ['引文'], ['一项'], ['2024年|2023年']],
      [['甲', '乙']],
      [['表二']],
      [['1', '2']],
      [
        ['甲', '乙'],
        ['1', '2'],
      ],
      [['完']],
    ])
  })

  it('in HTML are read as pages are, with places in the whole file', async () => {
    const text =
      '# 题\n\n<html><body><table><tr><td rowspan=2>甲</td><td>1</td></tr>\n\n<tr><td>2</td></tr></table></body></html>\n\n说明：`<table>` 标签\n\n| 乙 | 3 |\n|--|--|\n'
    const { grids } = await read(text)
    expect(grids.map(({ rows }) => rows)).toEqual([
      [['题']],
      [
        ['甲', '1'],
        ['', '2'],
      ],
      [['说明：`<table>` 标签']],
      [['乙', '3']],
    ])
    expect(grids[1]!.locate(1, 1)).toEqual({
      line: 5,
      column: 9,
      endLine: 5,
      endColumn: 10,
      address: '表格1!B2',
    })
  })

  it('in HTML that never close go to the end', async () => {
    expect(await rowsOf('<table><tr><td>甲<td>1\n<tr><td>乙<td>2\n')).toEqual([
      [
        ['甲', '1'],
        ['乙', '2'],
      ],
    ])
  })
})

it('each cell stands where its text does', async () => {
  const text = `标题\n|  **甲**|  |\n${rule}| 1 | \`2\` | 3`
  const { grids } = await read(text)
  const lines = text.split('\n')
  const shown = grids.flatMap(grid =>
    grid.rows.flatMap((cells, row) =>
      cells.map((_, column) => {
        const at = grid.locate(row, column)
        return lines[at.line - 1]!.slice(at.column - 1, at.endColumn - 1)
      }),
    ),
  )
  expect(shown).toEqual(['标题', '甲', '', '1', '2', '3'])
})

describe('what a file is', () => {
  it.each(['txt', 'md', 'markdown', ''])('a table pasted into .%s is Markdown', async name => {
    for (const encoding of ['utf-8-bom', 'utf-16le', 'utf-16be-bom', 'gb18030'] as const) {
      const { format, problems, grids } = await read(
        `说明\n\n| 甲 | 乙 |\n${rule}`,
        name ? `a.${name}` : 'a',
        encoding,
      )
      expect({ format, problems }).toEqual({ format: 'md', problems: [] })
      expect(grids[1]!.rows).toEqual([['甲', '乙']])
    }
  })

  it('text separated by tabs under the name of Markdown is read as such', async () => {
    const { format, grids } = await read('甲\t乙\n1\t2\n')
    expect(format).toBe('md')
    expect(grids[0]!.rows).toEqual([
      ['甲', '乙'],
      ['1', '2'],
    ])
  })

  it('one line that begins with a vertical line makes no Markdown', async () => {
    const { format, grids } = await read('|甲\n甲\t乙\n1\t2\n', 'a.txt')
    expect(format).toBe('txt')
    expect(grids[0]!.rows[2]).toEqual(['1', '2'])
  })

  it('a whole page under the name of Markdown is a page', async () => {
    const { format } = await read('<!DOCTYPE html><html><head></head><table><tr><td>1<td>2</table></html>')
    expect(format).toBe('html')
  })
})

describe('bounds', () => {
  it.each([
    ['vertical lines', '|'.repeat(300_000)],
    ['rows', '| |\n'.repeat(100_000)],
    ['marks', `|${'*_'.repeat(150_000)}|\n|--|`],
    ['backslashes', `|${'\\'.repeat(300_000)}|\n|--|`],
    ['angle brackets', `${'<'.repeat(300_000)}\n|a|\n|-|`],
    ['signs of quotation', `${'> '.repeat(150_000)}\n|a|\n|-|`],
    ['tables that never close', '<table>\n\n'.repeat(30_000)],
    ['closed tables', '<table></table>\n'.repeat(10_000)],
    ['breaks', `|${' <br'.repeat(70_000)}|\n|--|`],
    ['blanks', `|${' '.repeat(300_000)}a|\n|--|`],
  ])('many %s', async (_, text) => {
    const { problems } = await read(text)
    expect(problems.filter(({ name }) => name !== 'limit-exceeded')).toEqual([])
  })
})
