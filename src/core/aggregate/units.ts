import { formatExact } from '../constraints/exact.ts'
import { type Body, bodyKey, bodyNamed, reportsIn } from '../model/body.ts'
import { listedBody, type Report } from '../model/report.ts'

/** Which reports are added up for a body, and which are not. */
export interface Units {
  readonly added: readonly Report[]
  /** The body's own. */
  readonly own: readonly Report[]
  /** With the same figures as another of the same body: published in two formats, counted once. */
  readonly again: readonly Report[]
  /** Of one body, with different figures: which of them counts cannot be told. */
  readonly differing: readonly (readonly Report[])[]
  /** Of bodies of the roster that are no units of this one. */
  readonly outside: readonly Report[]
  /** Of bodies that the roster does not have. */
  readonly unknown: readonly Report[]
  /** The units that the roster has for the year, and those of them without a report; null without a roster. */
  readonly expected: { readonly count: number; readonly missing: readonly string[] } | null
}

/**
 * Chooses the units of a body among the reports of a year: with a roster the bodies right below it, else all others.
 * Without a roster a report that names no body is a unit by itself.
 */
export function unitsOf(
  reports: readonly Report[],
  body: string,
  year: number,
  roster: readonly Body[] | null,
): Units {
  const members = roster && membersOf(roster, body, year)
  const found = { own: [] as Report[], outside: [] as Report[], unknown: [] as Report[] }
  const byUnit = new Map<Body | string, Report[]>()
  for (const report of reports) {
    const listed = roster ? listedBody(report, roster) : undefined
    const name = listed?.name ?? report.body
    if (name !== null && bodyKey(name) === bodyKey(body)) found.own.push(report)
    else if (!members) {
      const unit = name === null ? report.path : `${bodyKey(name)}\n`
      byUnit.set(unit, [...(byUnit.get(unit) ?? []), report])
    } else if (!listed) found.unknown.push(report)
    else if (!members.includes(listed)) found.outside.push(report)
    else byUnit.set(listed, [...(byUnit.get(listed) ?? []), report])
  }
  const units = [...byUnit.values()]
  const isAlike = ([first, ...others]: readonly Report[]) =>
    others.every(other => figuresText(other) === figuresText(first!))
  const missing = members?.filter(member => !byUnit.has(member)).map(({ name }) => name)
  return {
    ...found,
    added: inOrderOf(reports, new Set(units.map(([first]) => first!))),
    again: inOrderOf(reports, new Set(units.filter(isAlike).flatMap(unit => unit.slice(1)))),
    differing: units.filter(unit => !isAlike(unit)),
    expected: members && { count: members.length, missing: missing! },
  }
}

/** The bodies of a roster that have others below them and none above. */
export function headsOf(roster: readonly Body[]): readonly Body[] {
  return roster.filter(
    ({ name, parent }) =>
      parent === null && roster.some(each => each.parent !== null && bodyKey(each.parent) === bodyKey(name)),
  )
}

function membersOf(roster: readonly Body[], body: string, year: number): readonly Body[] {
  const head = bodyNamed(roster, body)
  return roster.filter(
    each => each.parent !== null && reportsIn(each, year) && bodyNamed(roster, each.parent) === head,
  )
}

function inOrderOf(reports: readonly Report[], chosen: ReadonlySet<Report>): readonly Report[] {
  return reports.filter(report => chosen.has(report))
}

function figuresText({ tables }: Report): string {
  const facts = tables.flatMap(table => table.facts.map(fact => fact?.value && formatExact(fact.value)))
  return `${tables.map(({ id }) => id).join()} ${facts.join()}`
}
