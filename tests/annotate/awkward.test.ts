import { describe, expect, test } from 'vitest'
import { awkwardParts, writeParts } from './awkward.ts'
import { entriesOf, expectPatched, sheetsOf } from './compare.ts'
import { annotateAs, diagnostic, result } from './results.ts'

const odd = `'a''b & "c" (1)'`
const findings = result([
  diagnostic(`${odd}!B2`, 'warning', '有批注'),
  diagnostic(`${odd}!B2`, 'error', '又一处'),
  diagnostic(`${odd}!A2`, 'info', '有格式的批注'),
  diagnostic(`${odd}!C1`, 'error', '空格，本列有格式'),
  diagnostic(`${odd}!C4`, 'error', '空格，本行有格式'),
  diagnostic(`${odd}!A6`, 'error', '没有的行 <&> "=1+1" _x0041_ \u0001'),
  diagnostic(`${odd}!A12`, 'error', '末尾没有的行'),
  diagnostic(`'表 三'!B1`, 'error', '没有编号的格'),
  diagnostic(`'表 三'!B2`, 'error', '夹在中间的空格'),
  diagnostic('核对结果!B3', 'error', '空表'),
  diagnostic('核对结果!A5', 'error', '空表'),
  diagnostic('1:1', 'error', '整个文件', { ref: null }),
])
const parts = awkwardParts()
const original = writeParts(parts)
const { bytes: copy, extension, remarks } = await annotateAs(original, findings)
const entries = entriesOf(copy)
const text = (name: string) => entries.get(name)!.text

test('a workbook with macros stays one, and what need not change is packed as it was', () => {
  expect({ extension, remarks }).toEqual({ extension: 'xlsm', remarks: [] })
  const changed = [...entries].filter(
    ([name, { packed }]) => !entriesOf(original).get(name)?.packed.equals(packed),
  )
  expect(changed.map(([name]) => name)).toEqual([
    '[Content_Types].xml',
    'xl/workbook.xml',
    'xl/_rels/workbook.xml.rels',
    'xl/styles.xml',
    'xl/worksheets/sheet1.xml',
    'xl/comments1.xml',
    'xl/drawings/vmlDrawing1.vml',
    'xl/other/Sheet.xml',
    'xl/worksheets/sheet3.xml',
    'xl/comments2.xml',
    'xl/other/_rels/Sheet.xml.rels',
    'xl/drawings/vmlDrawing2.vml',
    'xl/comments3.xml',
    'xl/worksheets/_rels/sheet3.xml.rels',
    'xl/drawings/vmlDrawing3.vml',
    'xl/worksheets/sheet2.xml',
  ])
  expectPatched(original, copy, /./)
})

describe('the workbook', () => {
  const workbook = text('xl/workbook.xml')

  test('begins with the new sheet under a free name and a free number', () => {
    expect(workbook).toContain(
      `<x:sheets><x:sheet name="核对结果2" sheetId="10" r:id="rId4"/><x:sheet r:id="r1" sheetId="7"`,
    )
    expect(text('xl/_rels/workbook.xml.rels')).toContain(
      '<Relationship Id="rId4" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet2.xml"/>',
    )
    expect(text('[Content_Types].xml')).toContain('<t:Override PartName="/xl/worksheets/sheet2.xml"')
  })

  test('counts sheets from the new one on', () => {
    expect(workbook).toContain(
      '<x:workbookView activeTab="0" firstSheet="0" xWindow="5"/><x:workbookView activeTab="0"/>',
    )
    expect([...workbook.matchAll(/localSheetId=["'](\d)/g)].map(match => match[1])).toEqual(['1', '2'])
    for (const name of ['xl/worksheets/sheet1.xml', 'xl/other/Sheet.xml'])
      expect(text(name)).not.toContain('tabSelected')
    expect(text('xl/worksheets/sheet2.xml').match(/<sheetView /g)).toHaveLength(2)
  })

  test('is otherwise as it was', () => {
    const undone = workbook
      .replace(/<x:sheet name="核对结果2"[^>]*>/, '')
      .replace(/activeTab="0" firstSheet="0"/, 'activeTab="2" firstSheet="1"')
      .replace('<x:workbookView activeTab="0"/>', '<x:workbookView activeTab="1"/>')
      .replace(' localSheetId="1"', ' localSheetId="0"')
      .replace(' localSheetId="2"', ` localSheetId='1'`)
    expect(undone).toBe(parts['xl/workbook.xml'])
  })
})

test('cells keep their formats, and blank ones get those of their row or column', () => {
  const styles = text('xl/styles.xml')
  const list = [
    ...styles.slice(styles.indexOf('<x:cellXfs')).matchAll(/<x:xf [^>]*?(?:\/>|>.*?<\/x:xf>)/g),
  ].map(match => match[0])
  const sheet = text('xl/worksheets/sheet1.xml')
  const styleAt = (address: string) =>
    list[Number(new RegExp(`<x:c r="${address}" s="(\\d+)"`).exec(sheet)![1])]
  // Two fills that every workbook has were missing.
  expect(styleAt('B2')).toBe(
    '<x:xf numFmtId="170" applyNumberFormat="1" fillId="2" applyFill="1"><x:alignment horizontal="center"/></x:xf>',
  )
  expect(styleAt('C4')).toBe(styleAt('B2'))
  expect(styleAt('C1')).toBe('<x:xf numFmtId="9" fillId="2" applyFill="1"/>')
  expect(styleAt('A6')).toBe('<x:xf numFmtId="0" fillId="2" applyFill="1"/>')
  expect(sheet).toMatch(/<x:c r="A2" t="inlineStr" s="\d+">/)
  expect(sheet).toMatch(/<x:c r="C1" s="\d+"\/><\/x:row>/)
  expect([...sheet.matchAll(/<x:row r="(\d+)"/g)].map(match => match[1])).toEqual([
    '1',
    '2',
    '2',
    '4',
    '6',
    '9',
    '12',
  ])
  const [, , fill] = [...styles.matchAll(/<x:fill>.*?<\/x:fill>/g)]
  expect(fill![0]).toContain('<x:fgColor rgb="FFFFC7CE"/>')
  expect(styles).toMatch(
    /<x:numFmts count="1">.*<x:fonts>.*<x:fills count="6">.*<x:borders count="2">.*<x:cellXfs count="\d+">/,
  )
  expect(styles).toContain(`<x:cellXfs count="${list.length}">`)
})

test('cells without numbers are counted', () => {
  expect(text('xl/other/Sheet.xml')).toMatch(
    /<row><c><v>1<\/v><\/c><c t="str" s="\d+"><v>二<\/v><\/c><\/row><row><c r="B2" s="\d+"\/><c r="C2">/,
  )
  expect(text('xl/worksheets/sheet3.xml')).toMatch(
    /<sheetData><row r="3"><c r="B3" s="\d+"\/><\/row><row r="5"><c r="A5" s="\d+"\/><\/row><\/sheetData><legacyDrawing /,
  )
})

test('the drawing of notes stands where the schema wants it', () => {
  const sheet = text('xl/other/Sheet.xml')
  const [, id] = /<legacyDrawing [^>]*r:id="(\w+)"\/><mc:AlternateContent>/.exec(sheet)!
  expect(text('xl/other/_rels/Sheet.xml.rels')).toMatch(
    new RegExp(`Id="${id}" [^>]*/vmlDrawing" Target="../drawings/vmlDrawing2.vml"`),
  )
})

test('notes that were there are added to', async () => {
  const comments = text('xl/comments1.xml')
  expect(comments).toContain('<x:author>王某</x:author><x:author>gouji</x:author>')
  expect(comments).toContain(
    '<x:comment ref="B2" authorId="0"><x:text><x:r><x:t>旧批注</x:t></x:r><x:r><x:t xml:space="preserve">\n\n[gouji] 警告 GJ302 有批注\n[gouji] 错误 GJ302 又一处</x:t></x:r></x:text></x:comment>',
  )
  expect(comments).toContain(
    '<x:t xml:space="preserve"> 已核</x:t></x:r><x:r><x:t xml:space="preserve">\n\n[gouji] 提示',
  )
  const drawing = text('xl/drawings/vmlDrawing1.vml')
  expect(drawing).toContain('data="1,2"')
  expect(drawing.match(/ObjectType="Note"/g)).toHaveLength(4)
  expect(drawing.startsWith(parts['xl/drawings/vmlDrawing1.vml']!.slice(0, 200))).toBe(true)
  expect(drawing).toContain('<br>按钮')
  const shapes = [1, 2, 3].flatMap(number => [
    ...text(`xl/drawings/vmlDrawing${number}.vml`).matchAll(/id="(_x0000_s\d+)"/g),
  ])
  const ids = shapes.map(match => match[1])
  expect(new Set(ids).size).toBe(ids.length)
})

test('links lead to the cells; texts stay texts', async () => {
  const [sheet] = await sheetsOf(copy)
  const rows = sheet!.rows.filter(row => /^\d+$/.test(String(row[0])))
  expect(rows.map(row => row[4])).toEqual(findings.diagnostics.map(({ message }) => message))
  const links = [...text('xl/worksheets/sheet2.xml').matchAll(/ location="([^"]*)"/g)].map(match => match[1])
  expect(links[0]).toBe(`'a''b &amp; &quot;c&quot; (1)'!B2`)
  expect(links).toHaveLength(findings.diagnostics.length - 1)
  expect(rows.at(-1)![3]).toBe('整个文件')
  expect(text('xl/worksheets/sheet2.xml')).not.toContain('<f>')
  expect(text('xl/worksheets/sheet2.xml')).toContain('&lt;&amp;&gt; &quot;=1+1&quot; _x005F_x0041_ _x0001_')
})

test.each<[string, (parts: Record<string, string>) => void]>([
  [
    'without styles',
    each => {
      delete each['xl/styles.xml']
      each['xl/_rels/workbook.xml.rels'] = each['xl/_rels/workbook.xml.rels']!.replace(
        /<Relationship Target='styles[^>]*>/,
        '',
      )
      each['[Content_Types].xml'] = each['[Content_Types].xml']!.replace(
        /<t:Override PartName="\/xl\/styles[^>]*>/,
        '',
      )
    },
  ],
  [
    'without a list of cell styles',
    each => (each['xl/styles.xml'] = each['xl/styles.xml']!.replace(/<x:cellXfs.*<\/x:cellXfs>/, '')),
  ],
  [
    'with lists that have no end tag',
    each =>
      (each['xl/styles.xml'] = each['xl/styles.xml']!.replace(
        '<x:fonts>',
        '<x:fills/><x:borders count="0"/><x:fonts>',
      )),
  ],
  [
    'of the strict kind',
    each => {
      for (const name in each)
        each[name] = each[name]!.replaceAll(
          'http://schemas.openxmlformats.org/spreadsheetml/2006/main',
          'http://purl.oclc.org/ooxml/spreadsheetml/main',
        ).replaceAll(
          'http://schemas.openxmlformats.org/officeDocument/2006/relationships',
          'http://purl.oclc.org/ooxml/officeDocument/relationships',
        )
    },
  ],
])('a workbook %s', async (_, change) => {
  const changed = awkwardParts()
  change(changed)
  const { bytes, remarks } = await annotateAs(writeParts(changed), findings)
  expect(remarks).toEqual([])
  const sheets = await sheetsOf(bytes)
  expect(sheets.map(({ name }) => name)).toEqual(['核对结果2', `a'b & "c" (1)`, '表 三', '核对结果'])
  const cell = sheets[1]!.cells!.get('1,1')!
  expect(cell.style?.fill).toMatchObject({ fgColor: { rgb: expect.stringContaining('FFC7CE') } })
  expect(cell.comment?.text).toContain('又一处')
})

test('a workbook with names in capitals', async () => {
  const { 'xl/worksheets/sheet1.xml': sheet, ...others } = awkwardParts()
  const { bytes, remarks } = await annotateAs(
    writeParts({ ...others, 'XL/Worksheets/SHEET1.xml': sheet! }),
    findings,
  )
  expect(remarks).toEqual([])
  expect([...entriesOf(bytes).keys()]).not.toContain('xl/worksheets/sheet1.xml')
  expect(entriesOf(bytes).get('XL/Worksheets/SHEET1.xml')!.text).toMatch(/r="A12" s="\d+"/)
})

test('a workbook that cannot be patched is made anew from its cells, and says so', async () => {
  const changed = awkwardParts()
  changed['xl/comments1.xml'] = changed['xl/comments1.xml']!.replace('</x:commentList>', '')
  // Which the library that reads cells does not pass over.
  changed['xl/worksheets/sheet1.xml'] = changed['xl/worksheets/sheet1.xml']!.replace(/<!--.*?-->/, '')
  const made = await annotateAs(writeParts(changed), findings)
  expect(made.extension).toBe('xlsx')
  expect(made.remarks.join()).toContain('没有带过来')
  const sheets = await sheetsOf(made.bytes)
  expect(sheets.map(({ name }) => name)).toEqual(['核对结果', `a'b & "c" (1)`, '表 三'])
  expect(sheets[1]!.cells!.get('1,1')!.comment!.text).toContain('又一处')
})
