import type { Outcome } from '../constraints/evaluate.ts'
import type { Diagnostic, FileResult, Related, Relations } from '../diagnostics/diagnostic.ts'
import { compareLocation, documentStart } from '../document/location.ts'
import { bodyKey } from '../model/body.ts'
import type { CollectedReport, Roster, RosterBody, YearEvent, YearStep } from '../model/collection.ts'
import type { Fact } from '../model/fact.ts'
import { type Levels, withSeverities } from '../policy/severities.ts'
import { type CollectionFinding, type GroupRule, rules, type SeriesRule, severityOf } from '../rules/index.ts'
import { settingsFile } from './check-source.ts'
import { collectReports, groupOf } from './collect-reports.ts'
import { excerptAround, locationOf, plainData, relatedTo, type Wording, worded } from './describe.ts'
import { besideReadable, readableForms } from './unread-renditions.ts'
import type { NamedByPath } from './whose-report.ts'
import { stepsOf } from './year-steps.ts'

/** What settings say of the reports of a run as a whole. */
export interface CollectionSettings {
  readonly roster: Roster | null
  readonly events: readonly YearEvent[]
  /** True when the run was given all files that the settings are for. */
  readonly isWhole: boolean
  /** Paths of files in formats that are not read, whose names alone can say whose reports they are. */
  readonly passedOver?: readonly string[]
  /** Whose report a path says it is; null where paths say nothing. */
  namedBy(path: string): NamedByPath | null
  /** How what is found in a file is worded, and the levels that it is given. */
  optionsFor(path: string): Wording & { readonly levels?: Levels }
}

interface Found {
  readonly rule: SeriesRule | GroupRule
  readonly finding: CollectionFinding
  readonly event: YearEvent | null
}

/**
 * Compares the reports of a run with each other: each with that of the year before, and those of a year with one
 * another. The files with what that says of them after what they say themselves; what is said of the roster is a file of
 * its own. Files come and go in the order of their paths.
 */
export function checkCollection(
  files: readonly FileResult[],
  settings: CollectionSettings,
): readonly FileResult[] {
  const { roster, events, isWhole, passedOver = [] } = settings
  const reports = files.filter(({ role }) => role === 'report')
  const collected = collectReports(reports, passedOver, roster, settings.namedBy)
  const found = new Map<string, Found[]>()
  const between = new Map<string, Record<Outcome, number>>()
  const add = (each: Found) => {
    const path = pathOf(each.finding.of, roster)
    found.set(path, [...(found.get(path) ?? []), each])
  }
  const count = ({ path }: CollectedReport, outcome: Outcome) => {
    const counts = between.get(path) ?? { held: 0, failed: 0, unknown: 0 }
    counts[outcome]++
    between.set(path, counts)
  }
  for (const own of collected.series.values())
    for (const step of stepsOf(own, collected, roster)) {
      for (const { constraint, evaluation } of step.relations)
        if (constraint.relation === '=') count(step.current, evaluation.outcome)
      const event = eventOf(step, events)
      for (const rule of seriesRules) for (const finding of rule.check(step)) add({ rule, finding, event })
    }
  for (const year of collected.years) {
    const group = groupOf(year, collected, roster, isWhole)
    for (const rule of groupRules)
      for (const finding of rule.check(group, count)) add({ rule, finding, event: null })
  }
  const readable = readableForms(reports)
  const checked = files.map(file => {
    const form = readable.get(file.path)
    const own = form ? besideReadable(file, form, settings.optionsFor(file.path)) : file
    return withFound(own, found.get(file.path) ?? [], between.get(file.path) ?? null, settings)
  })
  const ofRoster = roster ? (found.get(roster.path) ?? []) : []
  if (!roster || ofRoster.length === 0) return checked
  const listed = settingsFile(roster.path, [], settings.optionsFor(roster.path))
  return [...checked, withFound(listed, ofRoster, null, settings)].sort((a, b) => (a.path < b.path ? -1 : 1))
}

const seriesRules = rules.filter(rule => rule.on === 'series')
const groupRules = rules.filter(rule => rule.on === 'group')

function isReport(of: CollectionFinding['of']): of is CollectedReport {
  return 'path' in of
}

function pathOf(of: CollectedReport | RosterBody, roster: Roster | null): string {
  return isReport(of) ? of.path : roster!.path
}

function eventOf({ current }: YearStep, events: readonly YearEvent[]): YearEvent | null {
  const key = bodyKey(current.body)
  return events.find(({ body, year }) => year === current.year && bodyKey(body) === key) ?? null
}

function withFound(
  file: FileResult,
  found: readonly Found[],
  between: Relations | null,
  { optionsFor }: CollectionSettings,
): FileResult {
  if (found.length === 0 && !between) return file
  const { levels = {}, ...wording } = optionsFor(file.path)
  const added = found.map(each => describe(each, wording)).sort(inPlace)
  // Levels were put on the rest already.
  const settled = withSeverities({ ...file, diagnostics: added, causes: [], off: [] }, levels)
  return {
    ...file,
    between: between ?? file.between,
    diagnostics: [...file.diagnostics, ...settled.diagnostics],
    off: [...new Set([...file.off, ...settled.off])].sort(),
  }
}

function describe({ rule, finding, event }: Found, wording: Wording): Diagnostic {
  const { of, at, data, sides, related = [] } = finding
  const fact = at && 'cell' in at ? at : null
  const own = finding.severity ?? severityOf(rule, wording.profile)
  const said = worded(rule, data, event && own !== 'info' ? 'info' : own, wording)
  return {
    ...said,
    ...(event && own !== 'info' ? { message: withEvent(said.message, event, wording) } : {}),
    ref: fact?.cell.ref ?? null,
    location: at ? locationOf(at) : isReport(of) ? documentStart : of.location,
    related: related.map(each => relatedIn(each, finding, wording)),
    data: plainData(data),
    excerpt: fact && isReport(of) ? excerptAround(fact, of) : null,
    fixes: [],
    subjects: [{ ref: fact?.cell.ref ?? '', value: sides }],
  }
}

function relatedIn(
  { of, fact }: { readonly of: CollectedReport; readonly fact: Fact },
  finding: CollectionFinding,
  wording: Wording,
): Related {
  const related = relatedTo(fact, wording)
  return of === finding.of ? related : { ...related, path: of.path, format: of.format }
}

function withEvent(message: string, { kind, reason, who }: YearEvent, { language }: Wording): string {
  return language === 'en'
    ? `${message} Declared: ${kindWords.en[kind]}, ${reason} (${who}).`
    : `${message}已说明：${kindWords.zh[kind]}，${reason}（${who}）。`
}

const kindWords = {
  zh: { reorganisation: '机构改革', correction: '更正' },
  en: { reorganisation: 'reorganisation', correction: 'correction' },
} as const

/** By place, then by code; the same for the same reports in any order. */
function inPlace(a: Diagnostic, b: Diagnostic): number {
  return (
    compareLocation(a.location, b.location) ||
    (a.code < b.code ? -1 : a.code > b.code ? 1 : 0) ||
    (a.subjects[0]!.value < b.subjects[0]!.value ? -1 : 1)
  )
}
