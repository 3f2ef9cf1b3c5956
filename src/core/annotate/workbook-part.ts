import { inside, type Parts } from './parts.ts'
import { greatest, relationsOf } from './relations.ts'
import {
  applyEdits,
  attributeOf,
  attributesOf,
  childrenOf,
  type Edit,
  encodeText,
  rootOf,
  withAttribute,
} from './xml.ts'

/** What the workbook's own part says. */
export interface WorkbookPart {
  readonly name: string
  /** Of its elements and those of sheets; of the types of its relations. */
  readonly main: string
  readonly relations: string
  /** In their order. */
  readonly sheets: readonly { readonly name: string; readonly part: string | null }[]
  readonly windows: number
}

const transitional = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'

/** @throws an Error when the container has no workbook. */
export function openWorkbook(parts: Parts): WorkbookPart {
  const [start] = relationsOf(parts, '').filter(({ type }) => type.endsWith('/officeDocument'))
  const name = start?.target ?? 'xl/workbook.xml'
  const text = parts.read(name)
  if (text === null) throw new Error('no workbook')
  const root = rootOf(text)
  const space = root.prefix === '' ? 'xmlns' : `xmlns:${root.prefix.slice(0, -1)}`
  const main = attributeOf(text, root, space)
  const list = childrenOf(text, root).find(child => child.name === 'sheets')
  if (!main || !list) throw new Error('no list of sheets')
  const targets = new Map(relationsOf(parts, name).map(({ id, target }) => [id, target]))
  const sheets = childrenOf(text, list).map(element => {
    const attributes = attributesOf(text, element)
    const id = [...attributes].find(([key]) => key.endsWith(':id'))?.[1] ?? ''
    return { name: attributes.get('name') ?? '', part: targets.get(id) ?? null }
  })
  const views = childrenOf(text, root).find(child => child.name === 'bookViews')
  return {
    name,
    main,
    relations: start ? start.type.slice(0, -'/officeDocument'.length) : transitional,
    sheets,
    windows: views ? Math.max(1, childrenOf(text, views).length) : 1,
  }
}

/** Puts a sheet before all others and shows it; what counts sheets from the first counts one more. */
export function putFirst(text: string, sheet: { readonly name: string; readonly relation: string }): string {
  const root = rootOf(text)
  const children = childrenOf(text, root)
  const list = children.find(({ name }) => name === 'sheets')!
  const old = childrenOf(text, list).map(element => attributesOf(text, element))
  const number = greatest(old.map(each => Number(each.get('sheetId')))) + 1
  const idName = old.flatMap(each => [...each.keys()]).find(key => key.endsWith(':id')) ?? 'r:id'
  const line = `<${root.prefix}sheet name="${encodeText(sheet.name)}" sheetId="${number}" ${idName}="${sheet.relation}"/>`
  const edits: Edit[] = [inside(text, list, list.tagEnd, line)]
  const retag = (element: (typeof children)[number], change: (tag: string) => string) =>
    edits.push({
      start: element.start,
      end: element.tagEnd,
      text: change(text.slice(element.start, element.tagEnd)),
    })
  for (const child of children) {
    if (child.name === 'bookViews')
      for (const view of childrenOf(text, child))
        retag(view, tag => zeroed(zeroed(tag, 'activeTab'), 'firstSheet'))
    if (child.name === 'definedNames')
      for (const name of childrenOf(text, child)) {
        const sheet = attributeOf(text, name, 'localSheetId')
        if (sheet !== undefined)
          retag(name, tag => withAttribute(tag, 'localSheetId', String(Number(sheet) + 1)))
      }
  }
  return applyEdits(text, edits)
}

function zeroed(tag: string, name: string): string {
  return new RegExp(`\\s${name}\\s*=`).test(tag) ? withAttribute(tag, name, '0') : tag
}

/** Free among the names of sheets, which do not differ by case alone. */
export function freeSheetName(wanted: string, taken: readonly string[]): string {
  const names = new Set(taken.map(name => name.toLowerCase()))
  for (let number = 1; ; number++) {
    const name = number === 1 ? wanted : `${wanted}${number}`
    if (!names.has(name.toLowerCase())) return name
  }
}
