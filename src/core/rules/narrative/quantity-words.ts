import { latestEdition, type TableId } from '../../editions/index.ts'
import type { Quantity, Term } from '../../narrative/claim.ts'
import { tableInEnglish } from '../words.ts'

/** A quantity as a sum of lines: `requests.newRequests + requests.carriedOver`. */
export function expressionOf(quantity: Quantity): string {
  return quantity.map(({ weight, line }, index) => `${signOf(weight, index)}${line}`).join('')
}

function signOf(weight: Term['weight'], index: number): string {
  if (weight < 0) return ' - '
  return index === 0 ? '' : ' + '
}

/** Expressions of one table in the words of the form, the table named once. */
export function quantitiesZh(expressions: readonly string[]): readonly string[] {
  return expressions.map((expression, index) => {
    const name = named(expression).replaceAll(' + ', '＋').replaceAll(' - ', '－')
    return index === 0 ? `${tableOf(expression)}${name}` : name
  })
}

export function quantitiesEn(expressions: readonly string[]): readonly string[] {
  return expressions.map((expression, index) =>
    index === 0 ? `${tableInEnglish(tableOf(expression))} ${named(expression)}` : named(expression),
  )
}

/** `requests.newRequests = 12` of one table: 表三“…”为12. */
export function valuesZh(values: readonly string[]): string {
  const [names, numbers] = taken(values)
  return quantitiesZh(names)
    .map((name, index) => `${name}为${numbers[index]}`)
    .join('，')
}

export function valuesEn(values: readonly string[]): string {
  const [names, numbers] = taken(values)
  return quantitiesEn(names)
    .map((name, index) => `${name} is ${numbers[index]}`)
    .join(', ')
}

function taken(values: readonly string[]): [readonly string[], readonly string[]] {
  const pairs = values.map(value => value.split(' = ') as [string, string])
  return [pairs.map(([name]) => name), pairs.map(([, number]) => number)]
}

function tableOf(expression: string): string {
  return latestEdition.tables[expression.slice(0, expression.indexOf('.')) as TableId].name
}

function named(expression: string): string {
  return expression.replace(/[A-Za-z]+(?:\.[A-Za-z]+)+(?:@[A-Za-z.]+)?/g, line => `“${lineName(line)}”`)
}

/** A row, the head of a group of rows, or a cell of the other tables. */
function lineName(line: string): string {
  const [ref, column] = line.split('@') as [string, string?]
  const [id, ...rest] = ref.split('.') as [TableId, ...string[]]
  const { rows, columns, cells } = latestEdition.tables[id]
  if (id === 'requests') {
    const name = rest.join('.')
    const row = rows.find(row => row.id === name)
    const label = row?.label ?? rows.find(row => row.id.startsWith(`${name}.`))!.heads.at(-1)!
    const short = label.replace(/（区分处理.*$/, '')
    if (!column) return short
    const own = columns.find(each => each.id === column)
    return `${short} ${own?.label ?? columns.find(each => each.id.startsWith(`${column}.`))!.heads.at(-1)}`
  }
  const { row, column: head } = cells.find(cell => cell.ref === line)!
  return [row.label, head.heads.at(-1), head.label].filter(Boolean).join(' ')
}
