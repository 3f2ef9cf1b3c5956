import { type Cell, type Edition, editionById, type TableId } from '../core/editions/index.ts'
import type { Figures } from './balanced.ts'

/** A report kept as figures: what a document is made from, and what reading it must give back. */
export interface KeptReport {
  readonly body: string
  readonly year: number
  readonly editions: Readonly<Record<TableId, string>>
  /** The writing of cells where it is not just the number. */
  readonly writing: Readonly<Record<string, string>>
  /** Null where the cell is blank. */
  readonly facts: Readonly<Record<string, string | null>>
}

export function keptReport(
  edition: string,
  figures: Figures,
  body = '示例镇',
  year = edition === '2019' ? 2020 : 2024,
): KeptReport {
  const editions = { activeDisclosure: edition, requests: edition, reviewLitigation: edition }
  return { body, year, editions, writing: {}, facts: Object.fromEntries(figures) }
}

export function tablesOf({ editions }: KeptReport): Edition['tables'] {
  const table = (id: TableId) => editionById(editions[id])!.tables[id]
  return {
    activeDisclosure: table('activeDisclosure'),
    requests: table('requests'),
    reviewLitigation: table('reviewLitigation'),
  }
}

export function titleOf({ body, year }: KeptReport): string {
  return `${body}${year}年政府信息公开工作年度报告`
}

export function figureOf({ writing, facts }: KeptReport, { ref }: Cell): string {
  return writing[ref] ?? facts[ref] ?? ''
}
