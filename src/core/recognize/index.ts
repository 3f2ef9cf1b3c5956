import { formatExact } from '../constraints/exact.ts'
import type { Document } from '../document/document.ts'
import type { Location } from '../document/location.ts'
import { isRefusal, type Problem } from '../document/problem.ts'
import {
  differsBetweenEditions,
  type Edition,
  editionById,
  editionOfYear,
  latestEdition,
  type TableId,
  tableIds,
} from '../editions/index.ts'
import { missing } from '../model/fact.ts'
import type { Narrative } from '../model/narrative.ts'
import { type Expected, formFacts, nothingExpected, type Report, type ReportTable } from '../model/report.ts'
import { buildTable } from './build-table.ts'
import { type Draft, draftTable } from './draft.ts'
import { findTables } from './find-tables.ts'
import { hiddenAmong } from './hidden.ts'
import { identify } from './identify.ts'
import { createKnownLayouts } from './known-layouts.ts'
import { mapColumns } from './map-columns.ts'
import { readNarrative } from './narrative.ts'
import { ofOneReport } from './one-report.ts'
import type { Part, Region } from './region.ts'
import { problemOfNothing } from './sign.ts'

export interface Recognized {
  readonly report: Report
  readonly problems: readonly Problem[]
  /** False when nothing in the document looks like a report. */
  readonly isReport: boolean
}

const knownLayouts = createKnownLayouts()

/** Grids to the tables of a report. What cannot be placed with certainty is left out and said. */
export function recognize(document: Document, expected: Expected = nothingExpected): Recognized {
  const { body, year } = identify(document, expected.named)
  const prescribed = (year === null ? undefined : editionOfYear(year)) ?? editionOf(expected.edition)
  const report = (tables: readonly ReportTable[]): Report => {
    const read = tables.map(table => withoutUnread(table, document))
    let narrative: Narrative | undefined
    return {
      ...{ path: document.path, body, year, expected, tables: read },
      get narrative() {
        narrative ??= readNarrative(document, tables)
        return narrative
      },
    }
  }
  const known = knownLayouts.find(document, prescribed)
  if (known) return { report: report(known), problems: [], isReport: true }

  const { tables, problems } = workOut(document, prescribed)
  const isOnOneGridEach = tables.every(table =>
    table.facts.every(fact => !fact?.place || fact.place.grid === table.place.grid),
  )
  if (problems.length === 0 && tables.length > 0 && isOnOneGridEach)
    knownLayouts.keep(document, prescribed, tables)
  if (tables.length > 0 || problems.length > 0) return { report: report(tables), problems, isReport: true }
  const problem = problemOfNothing(document)
  // What could not be read has said so itself.
  const isSaid = document.problems.some(isRefusal)
  return { report: report([]), problems: problem && !isSaid ? [problem] : [], isReport: problem !== null }
}

function workOut(
  document: Document,
  prescribed: Edition | undefined,
): { tables: ReportTable[]; problems: Problem[] } {
  const { regions, problems } = ofOneReport(document.grids, findTables(document.grids))
  const drafts = tableIds.flatMap(id =>
    draftsOf(
      id,
      regions.filter(region => region.table === id),
    ),
  )
  const evidence = (id: TableId) => drafts.find(draft => draft.id === id)?.evidence.edition
  const tables: ReportTable[] = []
  for (const draft of drafts) {
    const shown = draft.evidence.edition ?? (draft.id === 'reviewLitigation' ? evidence('requests') : null)
    const other = evidence('activeDisclosure') ?? evidence('requests')
    const edition = editionOf(shown) ?? prescribed ?? editionOf(other) ?? latestEdition
    const built = buildTable(draft, edition)
    if (!shown && !prescribed && differsBetweenEditions(draft.id)) problems.push(unclearEdition(built.table))
    const first = tables.find(table => table.id === draft.id)
    if (first) problems.push(duplicateTable(first, built.table))
    else {
      tables.push(built.table)
      for (const problem of built.problems) problems.push(problem)
    }
  }
  return { tables, problems }
}

/** The cells that the reader could not read say so themselves; as figures they are missing. */
function withoutUnread(table: ReportTable, { problems }: Document): ReportTable {
  const unread = new Set(problems.map(problem => problem.location.address))
  if (unread.size === 0) return table
  const facts = table.facts.map(fact => {
    const address = fact?.place?.grid.locate(fact.place.row, fact.place.column).address ?? null
    return fact && address !== null && unread.has(address) ? { ...fact, ...missing } : fact
  })
  return { ...table, facts }
}

/** One draft for each copy of a table; pieces of which none has a row of another are one copy, cut in two. */
function draftsOf(id: TableId, regions: readonly Region[]): Draft[] {
  const copies: { regions: Region[]; rows: Set<string> }[] = []
  for (const region of regions) {
    const rows = new Set(region.parts.flatMap(part => linesOf(region, part)))
    const isHeadApart = regions.some(other => other.continues === region)
    if (region.parts.every(part => part.data.length === 0) && regions.length > 1 && !isHeadApart) continue
    const last = copies.at(-1)
    const goesOn =
      last &&
      (region.continues === last.regions.at(-1) ||
        (rows.size > 0 && last.rows.size > 0 && [...rows].every(row => !last.rows.has(row))))
    if (goesOn) {
      last.regions.push(region)
      for (const row of rows) last.rows.add(row)
    } else copies.push({ regions: [region], rows })
  }
  return copies.slice(0, mostCopies).map(copy => draftTable(id, copy.regions))
}

/** Each is reported as a copy; what is wrong with so many is clear from the first. */
const mostCopies = 20

/** The ids of a part's rows; of its columns in 表四, whose row has no label. */
function linesOf(region: Region, part: Part): string[] {
  if (region.table === 'reviewLitigation')
    return mapColumns(region, part).columns.flatMap(column => column.id ?? [])
  return part.data.flatMap(({ labels }) =>
    (labels.at(-1)?.meanings ?? []).filter(meaning => meaning.role === 'row').map(meaning => meaning.id),
  )
}

function editionOf(id: string | null | undefined): Edition | undefined {
  return id ? editionById(id) : undefined
}

function unclearEdition(table: ReportTable): Problem {
  const { form, edition } = table
  return {
    name: 'unclear-edition',
    location: startOf(table),
    data: { table: form.name, assumed: edition.id },
  }
}

function startOf({ place }: ReportTable): Location {
  return place.grid.locate(place.row, place.column)
}

/** A second copy is not checked; whether it says the same is. */
function duplicateTable(first: ReportTable, second: ReportTable): Problem {
  const texts = (table: ReportTable) =>
    new Map(
      formFacts(table).map(fact => [fact.cell.ref, fact.value ? formatExact(fact.value) : fact.raw.trim()]),
    )
  const [before, after] = [texts(first), texts(second)]
  const refs = new Set([...before.keys(), ...after.keys()])
  const different = [...refs].filter(ref => before.get(ref) !== after.get(ref))
  return {
    name: 'duplicate-table',
    location: startOf(second),
    data: {
      table: first.form.name,
      different: different.length,
      first: different[0] ?? '',
      ...hiddenAmong([first.place, second.place]),
    },
    related: [startOf(first)],
  }
}
