import { editions as compiled, type Line, type Table, tableIds } from '../editions/index.ts'

/** One official form. */
export interface EditionInfo {
  /** `2021` */
  readonly id: string
  readonly name: string
  /** The document that prescribes it. */
  readonly document: string
  /** Report years for which it is prescribed; `to` is null while it is in force. */
  readonly years: { readonly from: number; readonly to: number | null }
  readonly tables: readonly TableInfo[]
}

export interface TableInfo {
  /** `activeDisclosure`, `requests`, `reviewLitigation` */
  readonly table: string
  /** 表二, 表三, 表四 */
  readonly name: string
  readonly title: string
  /** In the order of the form. */
  readonly cells: readonly CellInfo[]
  readonly relations: readonly RelationInfo[]
}

export interface CellInfo {
  readonly ref: string
  /** The labels of its row as the form prints them, outermost first; none where the form prints a bare row. */
  readonly row: readonly string[]
  /** The labels of its column. */
  readonly column: readonly string[]
  /** A whole number ≥ 0, a whole number of either sign, or 万元 ≥ 0 with decimals. */
  readonly value: 'count' | 'change' | 'money'
  /** 件, 万元; null where the form states none. */
  readonly unit: string | null
}

/** Σ weight × cell = 0 (an identity), or ≥ 0 (a bound). */
export interface RelationInfo {
  /** `requests/balance/naturalPerson` */
  readonly id: string
  readonly kind: string
  readonly relation: '=' | '>='
  readonly terms: readonly { readonly ref: string; readonly weight: 1 | -1 }[]
}

/** Every official form that is known, oldest first. */
export function editions(): readonly EditionInfo[] {
  return compiled.map(({ id, form, tables }) => ({
    id,
    name: form.name,
    document: form.document,
    years: { from: form.years.from, to: form.years.to },
    tables: tableIds.map(table => tableInfo(tables[table])),
  }))
}

function tableInfo({ id, name, form, cells, size, constraints }: Table): TableInfo {
  return {
    table: id,
    name,
    title: form.title,
    cells: cells.slice(0, size).map(({ ref, row, column, value }) => ({
      ref,
      row: labelsOf(row),
      column: labelsOf(column),
      value,
      unit: column.unit,
    })),
    relations: constraints.map(({ id: relationId, kind, relation, terms }) => ({
      id: relationId,
      kind,
      relation,
      terms: terms.map(({ ref, weight }) => ({ ref, weight })),
    })),
  }
}

function labelsOf({ heads, label }: Line): readonly string[] {
  return [...heads, label].filter(text => text !== '')
}
