import { type LaidOutReport, partsOf, textRows } from './laid-out.ts'

/** A report with tables between vertical lines; the text of a cell that spans others stands in the first of them. */
export function writeMarkdown(report: LaidOutReport, write: (text: string) => string = text => text): string {
  const marks = { title: '# ', heading: '## ', text: '' }
  const parts = partsOf(report).map(part => {
    if (part.kind !== 'table') return `${marks[part.kind]}${part.text}\n`
    const [head, ...rows] = textRows(part.table).map(
      cells => `| ${cells.map(text => write(text.replaceAll('|', '\\|'))).join(' | ')} |`,
    )
    const rule = `|${' --- |'.repeat(part.table.columns)}`
    return [head, rule, ...rows, ''].join('\n')
  })
  return parts.join('\n')
}
