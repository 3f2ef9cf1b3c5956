import type { ConstraintKind, RelationTemplate } from '../constraints/linear.ts'

/** 表二, 表三, 表四: the tables of sections 二, 三 and 四. */
export const tableIds = ['activeDisclosure', 'requests', 'reviewLitigation'] as const
export type TableId = (typeof tableIds)[number]

/** What a cell takes: a whole number ≥ 0, a whole number of either sign, or 万元 ≥ 0 with decimals. */
export type ValueKind = 'count' | 'change' | 'money'

/** A row or column of the form that holds figures. */
export interface Item {
  /** Part of refs, unique among its siblings. */
  readonly id: string
  /** As the form prints it. */
  readonly label: string
  /** Other writings met in published reports; they mean the same and are reported as drift. */
  readonly aliases?: readonly string[]
  /** The clause that defines the item. */
  readonly basis?: string
  /** Of a column; `count` unless said otherwise. */
  readonly value?: ValueKind
  /** Of a column: the unit that its head must state. */
  readonly unit?: string
  /** Present when the item is the sum of all other items under the same head. */
  readonly totals?: ConstraintKind
}

/** A head over several rows or columns. */
export interface Group {
  /** Null when refs pass over it. */
  readonly id: string | null
  readonly label: string
  readonly aliases?: readonly string[]
  /** Id under which a subtotal is kept when a report adds one that the form does not have. */
  readonly subtotal?: string
  readonly items: readonly Node[]
}

export type Node = Item | Group

export function isGroup(node: Node): node is Group {
  return 'items' in node
}

/** Rows under one head of columns. 表二 has several blocks, the other tables one each. */
export interface BlockForm {
  /** A full-width row above the head, 第二十条第（一）项. */
  readonly caption?: string
  /** The head of the label column. */
  readonly stubHead?: string
  /** Grid columns that labels take in the printed form. */
  readonly stubWidth: number
  /** A text above all columns, 申请人情况. */
  readonly columnsHead?: string
  readonly columns: readonly Node[]
  /** One item with an empty id and label where the form prints a bare row of figures. */
  readonly rows: readonly Node[]
}

export interface TableForm {
  /** 二, 三 or 四. */
  readonly section: string
  readonly title: string
  readonly titleAliases?: readonly string[]
  readonly blocks: readonly BlockForm[]
}

/** One official form, as data. Everything that gouji knows of the form is derived from this object. */
export interface EditionForm {
  readonly id: string
  /** The document that prescribes the form. */
  readonly document: string
  readonly name: string
  /** Report years for which the form is prescribed; `to` is null while it is in force. */
  readonly years: { readonly from: number; readonly to: number | null }
  /** Report years in which bodies were encouraged, not bound, to use the form. */
  readonly encouraged: readonly number[]
  readonly tables: Readonly<Record<TableId, TableForm>>
  /** Relations beyond the totals that `totals` and `subtotal` declare. */
  readonly relations: readonly RelationTemplate[]
  /** Relations with the report of the year before, in whichever form that is; its refs are marked `before:`. */
  readonly continues: readonly RelationTemplate[]
}

/** The union of all refs of a form: `requests.newRequests.total` and so on. A mistyped ref does not compile. */
export type RefOf<Form extends { readonly tables: unknown }> = {
  [Table in keyof Form['tables'] & string]: Form['tables'][Table] extends { readonly blocks: infer Blocks }
    ? BlockRefs<Table, Blocks extends readonly unknown[] ? Blocks[number] : never>
    : never
}[keyof Form['tables'] & string]

type BlockRefs<Table extends string, Block> = Block extends {
  readonly rows: infer Rows
  readonly columns: infer Columns
}
  ? Join<Join<Table, ItemIds<Rows>>, ItemIds<Columns>>
  : never

type ItemIds<Nodes, Prefix extends string = ''> = Nodes extends readonly (infer Each)[]
  ? Each extends { readonly id: infer Id; readonly items: infer Items }
    ? ItemIds<Items, Id extends string ? Join<Prefix, Id> : Prefix>
    : Each extends { readonly id: infer Id extends string }
      ? Join<Prefix, Id>
      : never
  : never

type Join<Left extends string, Right extends string> = Left extends ''
  ? Right
  : Right extends ''
    ? Left
    : `${Left}.${Right}`
