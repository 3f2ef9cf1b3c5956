/** What the library passes over in silence: it looks for cells with patterns and takes what it finds. */

/**
 * @throws an Error when the sheets of a workbook are cut or broken, so that fewer cells were read than they hold.
 * `read`: how many cells with content the library gave.
 */
export function expectWholeSheets(parts: ReadonlyMap<string, string>, read: number): void {
  const relations = [...parts].filter(([name]) => name.endsWith('.rels')).map(([, part]) => part)
  let written = 0
  for (const [name, part] of parts) {
    if (!/^\/?xl\/worksheets\/[^/]*\.xml$/i.test(name)) continue
    const base = name.slice(name.lastIndexOf('/') + 1)
    // Left behind by a program that deleted the sheet.
    if (!relations.some(relation => relation.includes(base))) continue
    const cells = countCells(part)
    if (cells === null) throw new Error(`${name}: no whole list of cells`)
    written += cells
  }
  if (read < written) throw new Error(`${read} of ${written} cells can be read`)
}

/** Cells that say something: a value that is not empty, or a text of their own. Null for what is no sheet. */
function countCells(text: string): number | null {
  const start = /<(?:\w+:)?sheetData(?:\s[^<>]*)?>/.exec(text)
  // SheetJS itself leaves the list out of a blank sheet.
  if (!start) return isWhole(text) && !/<(?:\w+:)?(?:row|c)[\s>]/.test(text) ? 0 : null
  if (start[0].endsWith('/>')) return 0
  const end = text.lastIndexOf('sheetData')
  if (!/<\/(?:\w+:)?$/.test(text.slice(Math.max(start.index + 1, end - 20), end))) return null
  let cells = 0
  const content = /<(?:\w+:)?(?:v(?:\s[^<>]*)?>[^<\s]|is>)/g
  content.lastIndex = start.index
  while (content.exec(text)) cells++
  return cells
}

/** A sheet to its end. */
function isWhole(text: string): boolean {
  return /<(?:\w+:)?worksheet[\s/>]/.test(text) && /(?:\/>|worksheet\s*>)$/.test(text.slice(-100).trimEnd())
}
