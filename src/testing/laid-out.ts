import { printTable, type SectionId, sections, tableIds } from '../core/editions/index.ts'
import type { FormSheet } from '../core/templates/index.ts'
import { figureOf, type KeptReport, tablesOf, titleOf } from './figures.ts'

/** A report as it stands on paper, with the text of every cell: what it is written from in any format. */
export interface LaidOutReport {
  readonly title: string
  readonly tables: readonly LaidOutTable[]
  /** Null where the report is nothing but tables. */
  readonly texts: ReportTexts | null
}

/** The running text: paragraphs before the first section, and those of each section, above its table. */
export type ReportTexts = { readonly preface: readonly string[] } & Readonly<
  Record<SectionId, readonly string[]>
>

/** One thing after another, as it stands on paper. */
export type Part =
  | { readonly kind: 'title' | 'heading' | 'text'; readonly text: string }
  | { readonly kind: 'table'; readonly table: LaidOutTable }

export interface LaidOutTable {
  /** 表二, 表三 or 表四. */
  readonly name: string
  /** The section title above it. */
  readonly heading: string
  readonly rows: number
  readonly columns: number
  /** In no order. */
  readonly cells: readonly LaidOutCell[]
}

/** Rows and columns count from 0. */
export interface LaidOutCell {
  readonly row: number
  readonly column: number
  readonly rows: number
  readonly columns: number
  readonly text: string
  /** Of the figure that goes here; null for captions, heads and labels. */
  readonly ref: string | null
}

/** The report in the printed form: a title, then the three tables. */
export function reportSheet(report: KeptReport): FormSheet {
  return sheetOf(layOut(report))
}

export function layOut(report: KeptReport, texts: ReportTexts | null = null): LaidOutReport {
  const tables = tablesOf(report)
  return {
    title: titleOf(report),
    texts,
    tables: tableIds.map(id => {
      const { name, form } = tables[id]
      const { rows, columns, cells } = printTable(tables[id])
      const laid = cells.map(({ cell, text, ...area }) => ({
        ...area,
        text: cell ? figureOf(report, cell) : text,
        ref: cell?.ref ?? null,
      }))
      return { name, heading: `${form.section}、${form.title}`, rows, columns, cells: laid }
    }),
  }
}

/** The title, and each section with what is in it; sections without a table are left out where there is no text. */
export function partsOf({ title, tables, texts }: LaidOutReport): readonly Part[] {
  const said = (lines: readonly string[] = []) => lines.map(text => ({ kind: 'text', text }) as const)
  const own = sections.flatMap(({ id, number, title }): readonly Part[] => {
    const table = tables[tableIds.indexOf(id as (typeof tableIds)[number])]
    if (!table && !texts) return []
    const heading = { kind: 'heading', text: table?.heading ?? `${number}、${title}` } as const
    return [heading, ...said(texts?.[id]), ...(table ? [{ kind: 'table', table } as const] : [])]
  })
  return [{ kind: 'title', text: title }, ...said(texts?.preface), ...own]
}

/** The texts of a table in rows; a cell's text stands in its top left corner, the rest of it is empty. */
export function textRows({ rows, columns, cells }: LaidOutTable): string[][] {
  const texts = Array.from({ length: rows }, () => Array.from({ length: columns }, () => ''))
  for (const { row, column, text } of cells) texts[row]![column] = text
  return texts
}

/** All tables on one sheet, one below the other under their section titles, all rows equally wide. */
export function sheetOf(report: LaidOutReport): FormSheet {
  const rows: string[][] = []
  const merges: FormSheet['merges'][number][] = []
  for (const part of partsOf(report)) {
    if (part.kind === 'table') {
      merges.push(...mergesOf(part.table, rows.length))
      rows.push(...textRows(part.table))
    } else rows.push(...(part.kind === 'heading' ? [[]] : []), [part.text])
  }
  const width = Math.max(...rows.map(row => row.length))
  return { name: '年度报告', rows: rows.map(row => [...row, ...Array(width - row.length).fill('')]), merges }
}

/** A sheet for each table; the title of the report stands above the first one. */
export function sheetsOf({ title, tables }: LaidOutReport): FormSheet[] {
  return tables.map((table, index) => {
    const head = index === 0 ? title : table.heading
    const rows = [[head, ...Array<string>(table.columns - 1).fill('')], ...textRows(table)]
    return { name: table.name, rows, merges: mergesOf(table, 1) }
  })
}

function mergesOf({ cells }: LaidOutTable, top: number): FormSheet['merges'] {
  return cells
    .filter(({ rows, columns }) => rows > 1 || columns > 1)
    .map(({ row, column, rows, columns }) => ({ row: row + top, column, rows, columns }))
}
