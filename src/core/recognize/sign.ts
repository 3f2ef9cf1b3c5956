import type { Document } from '../document/document.ts'
import { documentStart, type Location } from '../document/location.ts'
import type { Problem } from '../document/problem.ts'
import { latestEdition, tableIds } from '../editions/index.ts'
import { isUnmistakable } from './evidence.ts'
import { garblingOf } from './garbled.ts'
import { namesReport, parseTitle } from './identify.ts'
import { meaningsOf } from './labels.ts'

const sections = tableIds.map(id => latestEdition.form.tables[id])

/** Why a document without any table seems to be a report all the same; null when it does not. */
export function problemOfNothing(document: Document): Problem | null {
  const sign = signOf(document)
  if (sign) return { name: 'no-table-found', ...sign }
  const garbling = garblingOf(document)
  return garbling && { name: 'garbled-text', location: documentStart, data: { garbling } }
}

/**
 * A label that only these forms have, a section title, or the report's title on a line of its own: a document that
 * shows one and yields no table was not checked.
 */
function signOf(document: Document): { location: Location; data: { sign: string } } | null {
  for (const grid of document.grids) {
    for (const [row, cells] of grid.rows.entries()) {
      for (const [column, raw] of cells.entries()) {
        const text = raw.trim()
        const titles = text.length > 80 ? sections.filter(({ title }) => text.includes(title)) : []
        // All tables on one line, with no cell left of them; a sentence may name one, but not with its number.
        const isGlued =
          titles.length > 1 || titles.some(({ section, title }) => text.includes(`${section}、${title}`))
        if (isGlued) return { location: grid.locate(row, column), data: { sign: titles[0]!.title } }
        if (text.length < 4 || text.length > 80) continue
        const isTitle =
          parseTitle(text) !== null && cells.every(other => other === raw || /^[\s"]*$/.test(other))
        if (isTitle || isUnmistakable(raw, meaningsOf(raw)))
          return { location: grid.locate(row, column), data: { sign: text } }
      }
    }
  }
  const fileName = document.path.slice(document.path.lastIndexOf('/') + 1)
  return namesReport(fileName) ? { location: documentStart, data: { sign: fileName } } : null
}
