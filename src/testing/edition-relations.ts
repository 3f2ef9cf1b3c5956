import type { ConstraintKind } from '../core/constraints/linear.ts'
import type { Cell, Constraint, Line } from '../core/editions/index.ts'
import { rules } from '../core/rules/index.ts'
import { lineName } from '../core/rules/words.ts'

/** Relations in words; those that say the same of several rows or columns stand together. */
export function relationList(constraints: readonly Constraint[]): string {
  const groups = new Map<string, string[]>()
  for (const constraint of constraints) {
    const { place, text } = relationText(constraint)
    const head = `**${text}**（${ruleLink(constraint.kind)}）`
    groups.set(head, [...(groups.get(head) ?? []), `- \`${constraint.id}\`${place && `：${place}`}`])
  }
  return [...groups].map(([head, items]) => `${head}\n\n${items.join('\n')}\n`).join('\n')
}

/** What a relation says, `（七）总计 ＝ …`, and of which row or column; the latter empty for a table of one row. */
function relationText({ table, relation, terms, subject }: Constraint) {
  const cells = new Map(table.cells.map(cell => [cell.ref, cell]))
  const all = terms.map(term => cells.get(term.ref)!)
  const { row, column } = cells.get(subject)!
  const isOneRow = all.every(cell => cell.row.id === row.id)
  const [shared, own] = isOneRow ? [row, column] : [column, row]
  const lineOf = (cell: Cell) => (isOneRow ? cell.column : cell.row)
  const isUnderOneHead = all.every(cell => headOf(lineOf(cell)) === headOf(own))
  const name = (line: Line) =>
    isUnderOneHead || headOf(line) === own.label
      ? shortLabel(line)
      : lineName({ ...line, label: shortLabel(line) })
  const side = (weight: 1 | -1) =>
    all
      .flatMap((cell, index) => (terms[index]!.weight === weight ? [name(lineOf(cell))] : []))
      .join(' ＋ ') || '0'
  const head = isOneRow && isUnderOneHead && headOf(own) ? `${headOf(own)}：` : ''
  const place = lineName({ ...shared, label: shortLabel(shared) })
  return {
    text: `${head}${side(1)} ${relation === '=' ? '＝' : '≥'} ${side(-1)}`,
    place: place && `“${place}”${isOneRow ? '行' : '列'}`,
  }
}

function headOf({ heads }: Line): string | undefined {
  return heads.at(-1)
}

/** Without explanations in brackets. */
function shortLabel({ label, isSubtotal }: Line): string {
  return `${label.replace(/（[^）]{4,}）$/, '')}${isSubtotal ? ' 小计' : ''}`
}

function ruleLink(kind: ConstraintKind): string {
  const rule = rules.find(each => each.on === 'relation' && each.kind === kind)!
  return `[${rule.code}](../rules/${rule.code}.md)`
}
