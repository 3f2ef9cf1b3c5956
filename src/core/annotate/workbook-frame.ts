import { madeStyles, main } from './made-sheet.ts'
import { declaration, packages, typesName } from './parts.ts'
import { encodeText } from './xml.ts'

const documents = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const content = 'application/vnd.openxmlformats-officedocument.spreadsheetml'

/** The name of the part that holds a sheet, by its position from 0. */
export function sheetPart(at: number): string {
  return `xl/worksheets/sheet${at + 1}.xml`
}

/** All parts of a workbook but its sheets, in the order of the container. */
export function workbookFrame(
  sheets: readonly { readonly name: string; readonly isHidden: boolean }[],
): Readonly<Record<string, string>> {
  const sheetLines = sheets.map(({ name, isHidden }, at) => {
    const state = isHidden ? ' state="hidden"' : ''
    return `<sheet name="${encodeText(name)}" sheetId="${at + 1}"${state} r:id="rId${at + 1}"/>`
  })
  const relation = (id: number, type: string, target: string) =>
    `<Relationship Id="rId${id}" Type="${documents}/${type}" Target="${target}"/>`
  const relations = (...lines: readonly string[]) =>
    `${declaration}<Relationships xmlns="${packages}/relationships">${lines.join('')}</Relationships>`
  const type = (part: string, kind: string) =>
    `<Override PartName="/xl/${part}.xml" ContentType="${content}.${kind}+xml"/>`
  const sheetNames = sheets.map((_, at) => `worksheets/sheet${at + 1}`)
  return {
    [typesName]:
      `${declaration}<Types xmlns="${packages}/content-types">` +
      '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>' +
      '<Default Extension="xml" ContentType="application/xml"/>' +
      `${type('workbook', 'sheet.main')}${sheetNames.map(name => type(name, 'worksheet')).join('')}${type('styles', 'styles')}</Types>`,
    '_rels/.rels': relations(relation(1, 'officeDocument', 'xl/workbook.xml')),
    'xl/workbook.xml':
      `${declaration}<workbook xmlns="${main}" xmlns:r="${documents}"><bookViews><workbookView/></bookViews>` +
      `<sheets>${sheetLines.join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': relations(
      ...sheetNames.map((name, at) => relation(at + 1, 'worksheet', `${name}.xml`)),
      relation(sheets.length + 1, 'styles', 'styles.xml'),
    ),
    'xl/styles.xml': madeStyles,
  }
}
