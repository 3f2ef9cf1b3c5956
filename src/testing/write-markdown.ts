import { type LaidOutReport, textRows } from './laid-out.ts'

/** A report with tables between vertical lines; the text of a cell that spans others stands in the first of them. */
export function writeMarkdown(
  { title, tables }: LaidOutReport,
  write: (text: string) => string = text => text,
): string {
  const parts = tables.map(table => {
    const [head, ...rows] = textRows(table).map(
      cells => `| ${cells.map(text => write(text.replaceAll('|', '\\|'))).join(' | ')} |`,
    )
    const rule = `|${' --- |'.repeat(table.columns)}`
    return [`## ${table.heading}`, '', head, rule, ...rows, ''].join('\n')
  })
  return [`# ${title}`, '', ...parts].join('\n')
}
