import type { FileResult, ListedBody } from '../diagnostics/diagnostic.ts'
import { bodyKey, reportsIn } from '../model/body.ts'
import type { CollectionSettings } from './check-collection.ts'
import { readableForms } from './unread-renditions.ts'
import { whoseReport } from './whose-report.ts'

interface Listing {
  readonly name: string
  readonly files: string[]
  readonly years: Set<number>
}

/** The bodies of a run: those of the roster in its order, whether or not they reported, then the others by name. */
export function listBodies(
  files: readonly FileResult[],
  { roster, isWhole, namedBy }: CollectionSettings,
): readonly ListedBody[] {
  const reports = files.filter(({ role }) => role === 'report')
  const readable = readableForms(reports)
  const expected = roster?.bodies ?? []
  const listings = new Map<string, Listing>(expected.map(({ name }) => [bodyKey(name), listing(name)]))
  const unknown: ListedBody[] = []
  const years = new Set<number>()
  for (const file of reports) {
    const { body, year } = whoseReport(readable.get(file.path) ?? file, roster, namedBy)
    if (body === null) {
      unknown.push({ body, years: year === null ? [] : [year], files: [file.path], missing: [] })
      continue
    }
    const own = listings.get(bodyKey(body)) ?? listing(body)
    listings.set(bodyKey(body), own)
    own.files.push(file.path)
    if (year === null) continue
    own.years.add(year)
    years.add(year)
  }
  const listed = [...listings.values()].map(({ name, files, years: own }, index): ListedBody => {
    const body = expected[index]
    const isMissing = (year: number) => body !== undefined && reportsIn(body, year) && !own.has(year)
    return {
      body: name,
      years: rising(own),
      files,
      missing: isWhole ? rising(years).filter(isMissing) : [],
    }
  })
  const others = listed.splice(expected.length).sort((a, b) => (a.body! < b.body! ? -1 : 1))
  return [...listed.filter(({ files, missing }) => files.length + missing.length > 0), ...others, ...unknown]
}

function listing(name: string): Listing {
  return { name, files: [], years: new Set() }
}

function rising(years: Iterable<number>): readonly number[] {
  return [...years].sort((a, b) => a - b)
}
