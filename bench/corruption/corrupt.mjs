import { createDraw, layOut, plainStyle, sheetOf, writeText } from '../../dist/testing.js'
import { kinds } from './kinds.mjs'
import { judge, loneSuspects } from './relations.mjs'
import { manners, soundReport } from './reports.mjs'

/** A report with a mistake of the kind: what is in the file, and what should be. The same arguments, the same report. */
export function corruptReport(kind, source, draw) {
  // Not every report has a place for every kind.
  for (let attempt = 0; attempt < 10_000; attempt++) {
    const report = soundReport(source, draw)
    const other = soundReport(source, draw)
    const mistake = kind.corrupt(report.figures, draw, other.figures)
    if (mistake) return { ...report, mistake, written: spoil(report.figures, mistake) }
  }
  throw new Error(`no report has a place for ${kind.id}`)
}

function spoil(figures, { errors, blanks }) {
  const written = new Map(figures)
  for (const error of errors) for (const [ref, text] of error) written.set(ref, text)
  for (const ref of blanks) written.set(ref, '')
  return written
}

/** The report at a place of the benchmark: kinds take turns, and with each turn the manner changes. */
export function reportAt(seed, index) {
  const kind = kinds[index % kinds.length]
  const source = manners[Math.floor(index / kinds.length) % manners.length]
  const draw = createDraw(Math.imul(seed, 0x9e3779b1) + index)
  return { kind, source, ...corruptReport(kind, source, draw) }
}

export function csvOf(report, figures = report.written) {
  return writeText(sheetOf(layOut(keptOf(report, figures))).rows, plainStyle)
}

/** What `labels.json` says of a file. */
export function labelOf(file, { kind, source, body, year, editions, figures, written, mistake }) {
  const places = placesOf(editions, figures)
  const cellOf = (ref, error) => ({
    ref,
    ...places.get(ref),
    true: figures.get(ref),
    wrong: written.get(ref),
    error,
  })
  return {
    file,
    kind: kind.id,
    manner: source.manner,
    body,
    year,
    editions,
    errors: mistake.errors.length,
    cells: [
      ...mistake.errors.flatMap((error, index) => [...error.keys()].map(ref => cellOf(ref, index))),
      ...mistake.blanks.map(ref => cellOf(ref, null)),
    ],
    broken: judge(written),
    loneSuspects: loneSuspects(written)?.length ?? null,
  }
}

const knownPlaces = new Map()

/** Row and column of each figure in the CSV, from 1: a report that has refs for figures shows where they go. */
function placesOf(editions, figures) {
  const key = JSON.stringify(editions)
  if (!knownPlaces.has(key)) {
    const refs = new Map([...figures.keys()].map(ref => [ref, ref]))
    const { rows } = sheetOf(layOut(keptOf({ body: '', year: 0, editions }, refs)))
    const places = rows.flatMap((texts, row) =>
      texts.flatMap((text, column) => (refs.has(text) ? [[text, { row: row + 1, column: column + 1 }]] : [])),
    )
    knownPlaces.set(key, new Map(places))
  }
  return knownPlaces.get(key)
}

function keptOf({ body, year, editions }, figures) {
  return { body, year, editions, writing: {}, facts: Object.fromEntries(figures) }
}
