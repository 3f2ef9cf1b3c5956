import { documentStart, type Location } from '../document/location.ts'
import type { Host } from '../host.ts'
import { bodyTypeNamed } from '../model/body.ts'
import type { RosterBody } from '../model/collection.ts'
import { faultOf, type RosterFault } from '../model/roster.ts'
import { defaultLimits, readSource, type Source } from '../readers/index.ts'

/** The heads of the columns of a roster, in both languages; only the first must be there. */
const heads = {
  name: ['单位', 'name'],
  aliases: ['别名', 'aliases'],
  parent: ['上级单位', 'parent'],
  type: ['类型', 'type'],
  from: ['起始年', 'from'],
  until: ['终止年', 'until'],
} as const

type Column = keyof typeof heads

export type ReadRoster =
  | { readonly kind: 'roster'; readonly bodies: readonly RosterBody[] }
  | { readonly kind: 'wrong'; readonly location: Location; readonly fault: RosterFileFault }

export type RosterFileFault =
  | { readonly kind: 'unread' }
  | { readonly kind: 'no-name-column' }
  | { readonly kind: 'unknown-column' | 'blank-name' | 'type' | 'year'; readonly text: string }
  | { readonly kind: RosterFault['kind']; readonly text: string }

/** A list of bodies from a table: its first row names the columns, each row below is a body. */
export async function readRoster(source: Source, host: Host): Promise<ReadRoster> {
  const read = await readSource(source, host, defaultLimits)
  const grid = read.kind === 'read' ? read.document.grids.find(({ rows }) => rows.length > 0) : undefined
  if (!grid) return { kind: 'wrong', location: documentStart, fault: { kind: 'unread' } }
  const wrong = (row: number, column: number, fault: RosterFileFault): ReadRoster => ({
    kind: 'wrong',
    location: grid.locate(row, Math.max(column, 0)),
    fault,
  })
  const first = grid.rows.findIndex(row => row.some(cell => cell.trim() !== ''))
  const columns = new Map<Column, number>()
  for (const [at, cell] of (grid.rows[first] ?? []).entries()) {
    const text = cell.trim()
    const column = (Object.keys(heads) as Column[]).find(key =>
      (heads[key] as readonly string[]).includes(text.toLowerCase()),
    )
    if (column) columns.set(column, at)
    else if (text !== '') return wrong(first, at, { kind: 'unknown-column', text })
  }
  if (!columns.has('name')) return wrong(Math.max(first, 0), 0, { kind: 'no-name-column' })

  const bodies: RosterBody[] = []
  const rowOf: number[] = []
  for (let row = first + 1; row < grid.rows.length; row++) {
    const cells = grid.rows[row]!
    if (cells.every(cell => cell.trim() === '')) continue
    const textOf = (column: Column) => cells[columns.get(column) ?? -1]?.trim() ?? ''
    const at = (column: Column) => columns.get(column) ?? 0
    const name = textOf('name')
    if (name === '') return wrong(row, at('name'), { kind: 'blank-name', text: '' })
    const type = textOf('type')
    if (type !== '' && !bodyTypeNamed(type)) return wrong(row, at('type'), { kind: 'type', text: type })
    for (const column of ['from', 'until'] as const)
      if (!/^(?:20\d{2}年?)?$/.test(textOf(column)))
        return wrong(row, at(column), { kind: 'year', text: textOf(column) })
    const yearOf = (column: 'from' | 'until') => Number.parseInt(textOf(column), 10) || null
    bodies.push({
      name,
      aliases: textOf('aliases')
        .split(/[;；、]/)
        .map(alias => alias.trim())
        .filter(Boolean),
      parent: textOf('parent') || null,
      type: bodyTypeNamed(type),
      from: yearOf('from'),
      until: yearOf('until'),
      location: grid.locate(row, at('name')),
    })
    rowOf.push(row)
  }
  const fault = faultOf(bodies)
  if (fault)
    return wrong(rowOf[fault.index]!, columnOf(fault, columns), { kind: fault.kind, text: fault.name })
  return { kind: 'roster', bodies }
}

function columnOf({ kind }: RosterFault, columns: ReadonlyMap<Column, number>): number {
  return columns.get(kind === 'unknown-parent' ? 'parent' : 'name') ?? 0
}
