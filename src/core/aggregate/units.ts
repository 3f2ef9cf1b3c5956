import { formatExact } from '../constraints/exact.ts'
import type { Report } from '../model/report.ts'

/** Which reports are added up for a body, and which are not. */
export interface Units {
  readonly added: readonly Report[]
  /** The body's own. */
  readonly own: readonly Report[]
  /** With the same figures as another of the same body: published in two formats, counted once. */
  readonly again: readonly Report[]
  /** Of one body, with different figures: which of them counts cannot be told. */
  readonly differing: readonly (readonly Report[])[]
}

/** Chooses the units of a body among the reports of a year. A report that names no body is a unit by itself. */
export function unitsOf(reports: readonly Report[], body: string): Units {
  const added: Report[] = []
  const own: Report[] = []
  const again: Report[] = []
  const differing: (readonly Report[])[] = []
  const byBody = new Map<string, Report[]>()
  for (const report of reports) {
    const key = report.body === null ? null : bodyKey(report.body)
    if (key === bodyKey(body)) own.push(report)
    else if (key === null) added.push(report)
    else {
      const others = byBody.get(key)
      if (others) others.push(report)
      else byBody.set(key, [report])
    }
  }
  for (const [first, ...others] of byBody.values()) {
    added.push(first!)
    if (others.every(other => figuresText(other) === figuresText(first!))) again.push(...others)
    else differing.push([first!, ...others])
  }
  const position = new Map(reports.map((report, index) => [report, index]))
  return { added: added.sort((a, b) => position.get(a)! - position.get(b)!), own, again, differing }
}

/** What names of one body have in common: blanks and a final 人民政府 tell nobody apart. */
function bodyKey(name: string): string {
  return name
    .normalize('NFC')
    .replace(/\s+/g, '')
    .replace(/(?<=.)人民政府$/, '')
}

function figuresText({ tables }: Report): string {
  const facts = tables.flatMap(table => table.facts.map(fact => fact?.value && formatExact(fact.value)))
  return `${tables.map(({ id }) => id).join()} ${facts.join()}`
}
