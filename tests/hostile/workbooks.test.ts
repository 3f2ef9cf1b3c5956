import { writeWorkbook } from '../../src/core/readers/workbooks/sheetjs.ts'
import { balancedFigures, keptReport, reportSheet } from '../../src/testing/index.ts'
import { writeZip } from '../../src/testing/write-zip.ts'
import { type HostileFile, testHostile } from './check-apart.ts'
import { partsOf } from './parts.ts'

const sheet = reportSheet(keptReport('2021', balancedFigures('2021', 5)))
const good = partsOf(writeWorkbook([sheet]))
const million = 1_000_000

const sheetPart = 'xl/worksheets/sheet1.xml'
const strings = 'xl/sharedStrings.xml'
const workbook = 'xl/workbook.xml'

/** The good report with one part changed; that one is stored, for packed it would be a bomb. */
function changed(part: string, change: (content: string) => string): Uint8Array {
  const entries = good.map(entry =>
    entry.name === part ? { ...entry, content: change(entry.content), method: 0 } : entry,
  )
  return writeZip(entries)
}

const inFront = (piece: string) => (content: string) =>
  content.replace(/<(?=sst|worksheet|workbook)/, `${piece}<`)
const afterRows = (piece: string) => (content: string) =>
  content.replace('</sheetData>', `</sheetData>${piece}`)
const moreRows = (piece: string) => (content: string) =>
  content.replace('</sheetData>', `${piece}</sheetData>`)
const row = (cells: string, number = 200) => `<row r="${number}">${cells}</row>`
const inline = (text: string) => `<c r="A200" t="inlineStr"><is><t>${text}</t></is></c>`

/** Ten times ten times … `ha`, as an entity. */
const laughs = Array.from(
  { length: 10 },
  (_, at) => `<!ENTITY lol${at + 1} "${at === 0 ? 'ha' : `&lol${at};`.repeat(10)}">`,
).join('')
const doctype = `<!DOCTYPE sst [${laughs}<!ENTITY outside SYSTEM "file:///etc/passwd">]>`
const entityIn = (content: string) =>
  content.replace(/(?<=<t[^<>]*>)[^<]*政府信息公开工作年度报告/, '&outside;&lol10;')

const damaged = ['GJ005']
const limit = ['GJ008']

const files: readonly Omit<HostileFile, 'name'>[] = [
  {
    what: 'a sheet that says it is as large as can be',
    content: () =>
      changed(sheetPart, content => content.replace(/<dimension[^<>]*>/, '<dimension ref="A1:XFD1048576"/>')),
    says: [],
  },
  {
    what: 'a lone cell in the last corner',
    content: () => changed(sheetPart, moreRows(row('<c r="XFD1048576"><v>1</v></c>', 1048576))),
    says: limit,
  },
  {
    what: 'a merge of the whole sheet',
    content: () =>
      changed(sheetPart, content =>
        content.replace('</mergeCells>', '<mergeCell ref="A1:XFD1048576"/></mergeCells>'),
      ),
    says: [],
  },
  {
    what: 'a million merges',
    content: () =>
      changed(sheetPart, content =>
        content.replace('</mergeCells>', `${'<mergeCell ref="A1:O60"/>'.repeat(million / 4)}</mergeCells>`),
      ),
    says: [],
  },
  {
    what: 'a sheet with ten million letters in a cell',
    content: () => changed(sheetPart, moreRows(row(inline('x'.repeat(10 * million))))),
    says: [],
  },
  {
    what: 'a shared string of ten million letters',
    content: () =>
      changed(strings, content =>
        content.replace('</sst>', `<si><t>${'x'.repeat(10 * million)}</t></si></sst>`),
      ),
    says: [],
  },
  {
    what: 'a string in a million runs',
    content: () =>
      changed(strings, content =>
        content.replace('</sst>', `<si>${'<r><t>x</t></r>'.repeat(million / 4)}</si></sst>`),
      ),
    says: [],
  },
  {
    what: 'more shared strings than there are',
    content: () =>
      changed(strings, content => content.replace(/ (unique)?[cC]ount="\d+"/g, ' $1Count="4294967295"')),
    says: [],
  },
  {
    what: 'a shared string that is not there',
    content: () => changed(sheetPart, content => content.replace(/(?<=t="s"><v>)\d+/, '4294967295')),
    says: damaged,
  },
  {
    what: 'millions of cells',
    content: () => changed(sheetPart, moreRows(row('<c/>'.repeat(3 * million)))),
    says: limit,
  },
  {
    what: 'rows without end',
    content: () =>
      changed(
        sheetPart,
        moreRows(Array.from({ length: 300_000 }, (_, at) => row('<c><v>1</v></c>', at + 61)).join('')),
      ),
    says: limit,
  },
  {
    what: 'elements inside each other',
    content: () => changed(sheetPart, afterRows('<ext>'.repeat(million / 2))),
    says: [],
  },
  {
    what: 'a comment that never ends',
    content: () => changed(sheetPart, afterRows('<!--'.repeat(million / 2))),
    says: [],
  },
  {
    what: 'tags that never end',
    content: () => changed(sheetPart, afterRows('<c '.repeat(million / 2))),
    says: [],
  },
  {
    what: 'attributes without end',
    content: () => changed(sheetPart, afterRows(`<ext ${'a="1" '.repeat(million / 2)}/>`)),
    says: [],
  },
  {
    what: 'a formula without end',
    content: () =>
      changed(sheetPart, moreRows(row(`<c r="A200"><f>${'A1+('.repeat(million)}</f><v>1</v></c>`))),
    says: [],
  },
  {
    what: 'formulas that share a formula over a whole sheet',
    content: () =>
      changed(
        sheetPart,
        moreRows(row('<c r="A200"><f t="shared" ref="A1:XFD1048576" si="0">A1</f><v>1</v></c>')),
      ),
    says: [],
  },
  {
    what: 'an array formula over a whole sheet',
    content: () =>
      changed(sheetPart, moreRows(row('<c r="A200"><f t="array" ref="A1:XFD1048576">A1</f><v>1</v></c>'))),
    says: [],
  },
  {
    what: 'columns as wide as can be',
    content: () =>
      changed(sheetPart, content =>
        content.replace(
          '<sheetData>',
          `<cols>${'<col min="1" max="16384" width="9"/>'.repeat(10_000)}</cols><sheetData>`,
        ),
      ),
    says: [],
  },
  {
    what: 'a number format without end',
    content: () =>
      changed('xl/styles.xml', content =>
        content
          .replace(/<numFmts?.*?\/>/, '')
          .replace(
            '<fonts',
            `<numFmts count="1"><numFmt numFmtId="200" formatCode="${'0;'.repeat(million)}"/></numFmts><fonts`,
          ),
      ),
    says: [],
  },
  {
    what: 'two thousand sheets',
    content: () =>
      changed(workbook, content =>
        content.replace(
          '</sheets>',
          `${Array.from({ length: 2000 }, (_, at) => `<sheet name="s${at}" sheetId="${at + 2}" r:id="rId1"/>`).join('')}</sheets>`,
        ),
      ),
    says: limit,
  },
  {
    what: 'sheets without end',
    content: () =>
      changed(workbook, content =>
        content.replace(
          '</sheets>',
          `${'<sheet name="s" sheetId="2" r:id="rId1"/>'.repeat(20_000)}</sheets>`,
        ),
      ),
    says: limit,
  },
  {
    what: 'a sheet with a name that objects know',
    content: () => changed(workbook, content => content.replace('name="年度报告"', 'name="__proto__"')),
    says: [],
  },
  {
    what: 'a defined name that objects know',
    content: () =>
      changed(workbook, content =>
        content.replace(
          '</sheets>',
          '</sheets><definedNames><definedName name="__proto__">A1</definedName></definedNames>',
        ),
      ),
    says: [],
  },
  {
    what: 'a shared string that objects know',
    content: () => changed(strings, content => content.replace('</sst>', '<si><t>__proto__</t></si></sst>')),
    says: [],
  },
  // Entities.
  {
    what: 'entities that stand for a billion laughs',
    content: () => changed(strings, content => entityIn(inFront(doctype)(content))),
    says: [],
  },
  {
    what: 'entities in a sheet',
    content: () =>
      changed(sheetPart, content =>
        inFront(doctype)(content).replace('</sheetData>', `${row(inline('&lol10;&outside;'))}</sheetData>`),
      ),
    says: [],
  },
  {
    what: 'entities in the list of sheets',
    content: () =>
      changed(workbook, content => inFront(doctype)(content).replace('name="年度报告"', 'name="&outside;"')),
    says: [],
  },
]

testHostile(files.map(file => ({ ...file, name: '2024年政府信息公开工作年度报告.xlsx' })))
