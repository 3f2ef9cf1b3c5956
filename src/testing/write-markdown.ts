import { printedRows, printTable, tableIds } from '../core/editions/index.ts'
import { figureOf, type KeptReport, tablesOf, titleOf } from './figures.ts'

/** A report with tables between vertical lines; the text of a cell that spans others stands in the first of them. */
export function writeMarkdown(report: KeptReport, write: (text: string) => string = text => text): string {
  const tables = tablesOf(report)
  const parts = tableIds.map(id => {
    const { section, title } = tables[id].form
    const [head, ...rows] = printedRows(printTable(tables[id]), cell => figureOf(report, cell)).map(
      cells => `| ${cells.map(text => write(text.replaceAll('|', '\\|'))).join(' | ')} |`,
    )
    const rule = `|${' --- |'.repeat(printTable(tables[id]).columns)}`
    return [`## ${section}、${title}`, '', head, rule, ...rows, ''].join('\n')
  })
  return [`# ${titleOf(report)}`, '', ...parts].join('\n')
}
