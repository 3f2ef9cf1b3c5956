import { type BoundConstraint, expandRelation, type LinearConstraint, rollUp } from '../constraints/linear.ts'
import type { BlockForm, EditionForm, Group, Item, Node, TableForm, TableId, ValueKind } from './form.ts'
import { isGroup, tableIds } from './form.ts'

/** One row or column of a table, with its full id and the heads it stands under. */
export interface Line {
  /** `outcomes.denied.stateSecret`, `legalEntity.business` */
  readonly id: string
  readonly label: string
  readonly aliases: readonly string[]
  /** Position among the rows, or columns, of the table, from 0. */
  readonly order: number
  /** Labels of the heads above, outermost first. */
  readonly heads: readonly string[]
  readonly basis: string | null
  readonly value: ValueKind
  readonly unit: string | null
  /** True for a subtotal that the form does not have but reports add. */
  readonly isSubtotal: boolean
}

export interface Cell {
  /** `table.row.column` */
  readonly ref: string
  /** Position in `Table.cells`, from 0. */
  readonly index: number
  readonly table: TableId
  readonly row: Line
  readonly column: Line
  readonly value: ValueKind
  readonly isSubtotal: boolean
}

export interface Block {
  readonly form: BlockForm
  readonly rows: readonly Line[]
  readonly columns: readonly Line[]
}

export interface Table {
  readonly id: TableId
  /** 表二, 表三 or 表四 */
  readonly name: string
  readonly form: TableForm
  readonly blocks: readonly Block[]
  /** Of all blocks, in the order of the form; possible subtotals are among them. */
  readonly rows: readonly Line[]
  readonly columns: readonly Line[]
  row(id: string): Line | undefined
  /** The cells of the form in its order, then those of possible subtotals. */
  readonly cells: readonly Cell[]
  /** How many of `cells` the form itself has. */
  readonly size: number
  /** Relations between the cells of the form. */
  readonly constraints: readonly Constraint[]
  /** Relations that hold a subtotal: judged only where a report adds that subtotal. */
  readonly subtotalConstraints: readonly Constraint[]
  /** What relates it to the table of the year before, as the form writes it. */
  readonly continues: EditionForm['continues']
  cell(row: string, column: string): Cell | undefined
}

/** A constraint over the cells of a table; its operands stand at the cells' positions. */
export interface Constraint extends BoundConstraint {
  readonly table: Table
  readonly subjectCell: Cell
}

export interface Edition {
  readonly id: string
  readonly form: EditionForm
  readonly tables: Readonly<Record<TableId, Table>>
}

/** Tables are compiled when they are first asked for: a file needs those of one edition. */
export function compileEdition(form: EditionForm): Edition {
  const tables = {}
  for (const id of tableIds) {
    let table: Table | undefined
    const get = () => {
      table ??= compileTable(id, form)
      return table
    }
    Object.defineProperty(tables, id, { enumerable: true, get })
  }
  return { id: form.id, form, tables: tables as Record<TableId, Table> }
}

function compileTable(id: TableId, edition: EditionForm): Table {
  const form = edition.tables[id]
  let [rowOrder, columnOrder] = [0, 0]
  const blocks = form.blocks.map(block => ({
    form: block,
    rows: linesOf(block.rows).map(line => ({ ...line, order: rowOrder++ })),
    columns: linesOf(block.columns).map(line => ({ ...line, order: columnOrder++ })),
  }))
  const cells = cellsOf(id, blocks)
  const byRef = new Map(cells.map(cell => [cell.ref, cell]))
  const byLine = new Map<string, Map<string, Cell>>()
  for (const cell of cells)
    byLine.set(cell.row.id, (byLine.get(cell.row.id) ?? new Map()).set(cell.column.id, cell))
  const rows = blocks.flatMap(block => block.rows)
  const rowsById = new Map(rows.map(row => [row.id, row]))
  const size = cells.filter(cell => !cell.isSubtotal).length
  const table: Table = {
    id,
    name: `表${form.section}`,
    form,
    blocks,
    rows,
    row: line => rowsById.get(line),
    columns: blocks.flatMap(block => block.columns),
    cells,
    size,
    constraints: [],
    // Few reports add a subtotal, and there are more relations with subtotals than without.
    get subtotalConstraints() {
      const own = bind(totalsOf(table, true))
      Object.defineProperty(table, 'subtotalConstraints', { value: own })
      return own
    },
    continues: edition.continues.filter(({ left }) => left[0]!.startsWith(`${id}.`)),
    cell: (row, column) => byLine.get(row)?.get(column),
  }
  const bind = (constraints: readonly LinearConstraint[]) =>
    constraints.map(({ id, kind, relation, terms, subject }): Constraint => {
      const operands = terms.map(({ weight, ref }) => {
        const { index, value } = byRef.get(ref)!
        return { weight, index, isSigned: value === 'change' }
      })
      return { id, kind, relation, terms, subject, table, operands, subjectCell: byRef.get(subject)! }
    })
  return Object.assign(table, {
    constraints: bind([...totalsOf(table, false), ...relationsOf(table, edition)]),
  })
}

function cellsOf(table: TableId, blocks: readonly Block[]): Cell[] {
  const cells: Cell[] = []
  for (const isSubtotal of [false, true])
    for (const { rows, columns } of blocks)
      for (const row of rows)
        for (const column of columns) {
          if ((row.isSubtotal || column.isSubtotal) !== isSubtotal) continue
          const ref = refOf(table, row.id, column.id)
          cells.push({ ref, index: cells.length, table, row, column, value: column.value, isSubtotal })
        }
  return cells
}

export function refOf(table: TableId, row: string, column: string): string {
  return join(join(table, row), column)
}

/** The lines of a tree of rows or columns, a possible subtotal before the lines it sums. */
export function linesOf(
  nodes: readonly Node[],
  prefix = '',
  heads: readonly string[] = [],
): Omit<Line, 'order'>[] {
  return nodes.flatMap(node => {
    if (!isGroup(node)) return [lineOf(node, join(prefix, node.id), heads, false)]
    const inner = linesOf(node.items, join(prefix, node.id ?? ''), [...heads, node.label])
    if (!node.subtotal) return inner
    return [lineOf(node, join(prefix, node.subtotal), heads, true), ...inner]
  })
}

function lineOf(
  node: Item | Group,
  id: string,
  heads: readonly string[],
  isSubtotal: boolean,
): Omit<Line, 'order'> {
  const item: Partial<Item> = isGroup(node) ? {} : node
  return {
    id,
    label: node.label,
    aliases: node.aliases ?? [],
    heads,
    basis: item.basis ?? null,
    value: item.value ?? 'count',
    unit: item.unit ?? null,
    isSubtotal,
  }
}

/** The totals of the form's own lines, or those in which an added subtotal stands. */
function totalsOf(table: Table, ofSubtotals: boolean): LinearConstraint[] {
  return table.blocks.flatMap(({ form, rows, columns }) => [
    ...sumsOf(form.columns).flatMap(sum =>
      rows
        .filter(row => (row.isSubtotal || sum.kind === 'subtotal') === ofSubtotals)
        .map(row => bindSum(table, sum, line => refOf(table.id, row.id, line), row.id)),
    ),
    ...sumsOf(form.rows).flatMap(sum =>
      columns
        .filter(column => (column.isSubtotal || sum.kind === 'subtotal') === ofSubtotals)
        .map(column => bindSum(table, sum, line => refOf(table.id, line, column.id), column.id)),
    ),
  ])
}

function relationsOf({ id, cells, size }: Table, { relations }: EditionForm): LinearConstraint[] {
  const own = relations.filter(relation => relation.left[0]!.startsWith(`${id}.`))
  const refs = new Set(cells.slice(0, size).map(cell => cell.ref))
  return own.flatMap(template => expandRelation(template, refs))
}

/** A total and the lines that it is the sum of. */
interface Sum {
  readonly kind: LinearConstraint['kind']
  readonly total: string
  readonly parts: readonly string[]
}

function sumsOf(nodes: readonly Node[], prefix = ''): Sum[] {
  const own = nodes.flatMap((node): Sum[] => {
    if (isGroup(node)) return []
    if (!node.totals) return []
    const others = nodes.filter(other => other !== node)
    return [{ kind: node.totals, total: join(prefix, node.id), parts: leavesOf(others, prefix) }]
  })
  const inner = nodes.filter(isGroup).flatMap(group => {
    const path = join(prefix, group.id ?? '')
    const subtotal = group.subtotal && subtotalOf(group, join(prefix, group.subtotal), path)
    return [...(subtotal ? [subtotal] : []), ...sumsOf(group.items, path)]
  })
  return [...own, ...inner]
}

/** A subtotal over heads that have totals of their own is the sum of those, else of all lines below. */
function subtotalOf(group: Group, total: string, path: string): Sum {
  const totals = sumsOf(group.items, path).map(sum => sum.total)
  return { kind: 'subtotal', total, parts: totals.length > 0 ? totals : leavesOf(group.items, path) }
}

function leavesOf(nodes: readonly Node[], prefix: string): string[] {
  return linesOf(nodes, prefix)
    .filter(line => !line.isSubtotal)
    .map(line => line.id)
}

function bindSum(table: Table, sum: Sum, ref: (line: string) => string, across: string): LinearConstraint {
  const id = [
    table.id,
    sum.kind,
    sum.kind === 'subtotal' || table.id === 'reviewLitigation' ? sum.total : '',
    across,
  ]
  return rollUp(id.filter(Boolean).join('/'), sum.kind, ref(sum.total), sum.parts.map(ref))
}

function join(prefix: string, id: string): string {
  if (prefix === '') return id
  return id === '' ? prefix : `${prefix}.${id}`
}
