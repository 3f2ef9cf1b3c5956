import { type EntryToWrite, writeZip } from '../../src/testing/write-zip.ts'

/** A workbook made by hand that uses what programs seldom do; parts by name, so that a test can change them. */
export function awkwardParts(): Record<string, string> {
  const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
  const documents = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
  const packages = 'http://schemas.openxmlformats.org/package/2006'
  const relations = (...lines: readonly (readonly [id: string, type: string, target: string])[]) =>
    `<Relationships xmlns="${packages}/relationships">${lines
      .map(
        ([id, type, target]) => `<Relationship Target='${target}' Id="${id}" Type="${documents}/${type}"/>`,
      )
      .join('')}</Relationships>`
  const type = (part: string, kind: string) => `<t:Override PartName="${part}" ContentType="${kind}"/>`
  const sheetType = 'application/vnd.openxmlformats-officedocument.spreadsheetml'
  return {
    'xl/vbaProject.bin': 'macros',
    '[Content_Types].xml':
      `<t:Types xmlns:t="${packages}/content-types"><t:Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>` +
      `<t:Default Extension="xml" ContentType="application/xml"/><t:Default Extension="bin" ContentType="application/vnd.ms-office.vbaProject"/>` +
      `<t:Default Extension="VML" ContentType="application/vnd.openxmlformats-officedocument.vmlDrawing"/>` +
      `${type('/xl/workbook.xml', 'application/vnd.ms-excel.sheet.macroEnabled.main+xml')}${type('/xl/worksheets/sheet1.xml', `${sheetType}.worksheet+xml`)}` +
      `${type('/xl/other/Sheet.xml', `${sheetType}.worksheet+xml`)}${type('/xl/worksheets/sheet3.xml', `${sheetType}.worksheet+xml`)}` +
      `${type('/xl/styles.xml', `${sheetType}.styles+xml`)}${type('/xl/comments1.xml', `${sheetType}.comments+xml`)}</t:Types>`,
    '_rels/.rels': relations(['rId1', 'officeDocument', '/xl/workbook.xml']),
    'xl/workbook.xml':
      `<?xml version="1.0" encoding="UTF-8"?>\n<!-- > not a tag --><x:workbook xmlns:x="${main}" xmlns:r="${documents}"><x:workbookPr codeName="W"/>` +
      '<x:bookViews><x:workbookView activeTab="2" firstSheet="1" xWindow="5"/><x:workbookView activeTab="1"/></x:bookViews>' +
      `<x:sheets><x:sheet r:id="r1" sheetId="7" name="a'b &amp; &quot;c&quot; (1)"/><x:sheet name="表 三" sheetId="3" r:id="r2"/><x:sheet name="核对结果" sheetId="9" state="hidden" r:id="r3"/></x:sheets>` +
      `<x:definedNames><x:definedName name="_xlnm.Print_Area" localSheetId="0">'a''b &amp; "c" (1)'!$A$1:$B$2</x:definedName><x:definedName name="_xlnm.Print_Titles" localSheetId='1'>'表 三'!$1:$1</x:definedName><x:definedName name="率">0.5</x:definedName></x:definedNames></x:workbook>`,
    'xl/_rels/workbook.xml.rels': relations(
      ['r1', 'worksheet', '/xl/worksheets/sheet1.xml'],
      ['r2', 'worksheet', 'other/Sheet.xml'],
      ['r3', 'worksheet', 'worksheets/sheet3.xml'],
      ['rId3', 'styles', 'styles.xml'],
      ['v', 'vbaProject', 'vbaProject.bin'],
    ),
    'xl/styles.xml':
      `<x:styleSheet xmlns:x="${main}"><x:numFmts count="1"><x:numFmt numFmtId="170" formatCode="0&quot;件&quot;"/></x:numFmts><x:fonts><x:font><x:sz val="9"/></x:font></x:fonts>` +
      '<x:cellXfs count="3"><x:xf numFmtId="0"/><x:xf numFmtId="170" applyNumberFormat="1" fillId="0" applyFill="0"><x:alignment horizontal="center"/></x:xf><x:xf numFmtId="9"/></x:cellXfs></x:styleSheet>',
    // Notes of both kinds, on a sheet with a button.
    'xl/worksheets/sheet1.xml':
      `<?xml version="1.0"?><x:worksheet xmlns:x="${main}" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" mc:Ignorable="x14ac"><x:sheetViews><x:sheetView tabSelected='1' workbookViewId="0"/></x:sheetViews>` +
      '<x:cols><x:col min="2" max="4" width="30" style="2"/></x:cols><x:sheetData>' +
      '<x:row r="1" spans="1:2"><x:c r="A1" s="1"><x:f>1+1</x:f><x:v>2</x:v></x:c></x:row><!-- <x:row r="2"> --><x:row r="2"><x:c r="A2" t="inlineStr"><x:is><x:t>x &gt; y</x:t></x:is></x:c><x:c r="B2" s="1"><x:v>5</x:v></x:c></x:row>' +
      '<x:row r="4" s="1" customFormat="1"/><x:row r="9"><x:c r="B9"><x:v>1</x:v></x:c></x:row></x:sheetData><x:mergeCells count="1"><x:mergeCell ref="A9:A10"/></x:mergeCells><x:pageMargins left="1" right="1" top="1" bottom="1" header="1" footer="1"/>' +
      `<x:legacyDrawing xmlns:r="${documents}" r:id="d1"/><x:tableParts count="0"/></x:worksheet>`,
    'xl/worksheets/_rels/sheet1.xml.rels': relations(
      ['d1', 'vmlDrawing', '../drawings/vmlDrawing1.vml'],
      ['c1', 'comments', '../comments1.xml'],
    ),
    'xl/comments1.xml':
      `<x:comments xmlns:x="${main}"><x:authors><x:author>王某</x:author></x:authors><x:commentList><x:comment ref="B2" authorId="0"><x:text><x:t>旧批注</x:t></x:text></x:comment>` +
      '<x:comment ref="A2" authorId="0"><x:text><x:r><x:rPr><x:b/></x:rPr><x:t>王某:</x:t></x:r><x:r><x:t xml:space="preserve"> 已核</x:t></x:r></x:text></x:comment></x:commentList></x:comments>',
    'xl/drawings/vmlDrawing1.vml':
      '<xml xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:x="urn:schemas-microsoft-com:office:excel"><o:shapelayout v:ext="edit"><o:idmap v:ext="edit" data="1"/></o:shapelayout>' +
      '<v:shape id="_x0000_s1025" type="#_x0000_t201"><div><br>按钮</div><x:ClientData ObjectType="Button"/></v:shape></xml>',
    // Rows and cells without numbers, protected, without relations.
    'xl/other/Sheet.xml':
      `<worksheet xmlns="${main}" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"><sheetViews><sheetView tabSelected="true" workbookViewId="0"/></sheetViews><sheetData><row><c><v>1</v></c><c t="str"><v>二</v></c></row><row><c r="C2"><v>3</v></c></row></sheetData>` +
      '<sheetProtection sheet="1" objects="1"/><mc:AlternateContent><mc:Choice Requires="x14"><controls/></mc:Choice></mc:AlternateContent><extLst><ext uri="{1}"/></extLst></worksheet>',
    'xl/worksheets/sheet3.xml': `<worksheet xmlns="${main}"><sheetData/></worksheet>`,
  }
}

export function writeParts(parts: Readonly<Record<string, string>>): Uint8Array {
  const entries: EntryToWrite[] = Object.entries(parts).map(([name, content], at) => ({
    name,
    content,
    // Some are stored.
    method: at % 3 === 0 ? 0 : 8,
  }))
  return writeZip(entries)
}
