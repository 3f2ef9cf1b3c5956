import type { Hidden } from '../document/problem.ts'
import type { Place } from '../model/fact.ts'

/** The first of the places that cannot be seen in its workbook, as data of a problem. */
export function hiddenAmong(places: readonly Place[]): { readonly hidden?: Hidden } {
  for (const { grid, row } of places) {
    const sheet = grid.sheet ?? ''
    if (grid.notes?.isHidden) return { hidden: { sheet, row: null } }
    if (grid.notes?.hiddenRows.has(row)) return { hidden: { sheet, row: row + 1 } }
  }
  return {}
}
