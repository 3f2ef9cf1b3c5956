import type { Edition, TableId } from '../editions/index.ts'
import { tableIds } from '../editions/index.ts'
import * as z from './zod.ts'

/** A report as a tree along its refs: whole numbers for counts, decimal strings for 万元, null where not known. */
export interface TypedReport {
  readonly body: string | null
  readonly year: number | null
  readonly editions: Readonly<Partial<Record<TableId, string>>>
  readonly tables: Readonly<Partial<Record<TableId, Tree>>>
}

export type Tree = { readonly [key: string]: Tree | number | string | null }

/** What a typed report is made from: the output of parsing a file. */
export interface ReportFacts {
  readonly body: string | null
  readonly year: number | null
  readonly tables: readonly { readonly table: string; readonly edition: string }[]
  readonly facts: readonly { readonly ref: string; readonly value: string | null }[]
}

/** Facts to a tree. Subtotals that a report adds are not part of the form and are left out. */
export function typedReport(report: ReportFacts, editions: readonly Edition[]): TypedReport {
  const values = new Map(report.facts.map(fact => [fact.ref, fact.value]))
  const used: Partial<Record<TableId, string>> = {}
  const trees: Partial<Record<TableId, Tree>> = {}
  for (const { table, edition } of report.tables) {
    const id = tableIds.find(each => each === table)!
    const form = editions.find(each => each.id === edition)!.tables[id]
    used[id] = edition
    const tree: MutableTree = {}
    for (const cell of form.cells.slice(0, form.size)) {
      const value = values.get(cell.ref) ?? null
      plant(
        tree,
        cell.ref.split('.').slice(1),
        value === null || cell.value === 'money' ? value : Number(value),
      )
    }
    trees[id] = tree
  }
  return { body: report.body, year: report.year, editions: used, tables: trees }
}

type MutableTree = { [key: string]: MutableTree | number | string | null }

function plant(tree: MutableTree, path: readonly string[], value: number | string | null): void {
  const [first, ...rest] = path
  if (rest.length === 0) tree[first!] = value
  else {
    const branch = (tree[first!] ?? {}) as MutableTree
    tree[first!] = branch
    plant(branch, rest, value)
  }
}

/** The schema of the typed tables of one edition: every cell present, of its kind, or null. */
export function tablesSchema(edition: Edition) {
  return z.object(Object.fromEntries(tableIds.map(id => [id, treeSchema(edition, id)])))
}

function treeSchema(edition: Edition, id: TableId): z.ZodType {
  const { cells, size } = edition.tables[id]
  const kinds = {
    count: z.int().min(0).nullable(),
    change: z.int().nullable(),
    money: z
      .string()
      .regex(/^\d+(\.\d+)?$/)
      .nullable(),
  }
  const branch = (
    own: readonly { readonly path: readonly string[]; readonly kind: keyof typeof kinds }[],
  ): z.ZodType => {
    const keys = [...new Set(own.map(({ path }) => path[0]!))]
    const entries = keys.map((key): [string, z.ZodType] => {
      const below = own.filter(({ path }) => path[0] === key)
      const leaf = below.find(({ path }) => path.length === 1)
      if (leaf) return [key, kinds[leaf.kind]]
      return [key, branch(below.map(({ path, kind }) => ({ path: path.slice(1), kind })))]
    })
    return z.strictObject(Object.fromEntries(entries))
  }
  return branch(cells.slice(0, size).map(cell => ({ path: cell.ref.split('.').slice(1), kind: cell.value })))
}
