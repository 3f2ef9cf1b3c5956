import { readdirSync, readFileSync } from 'node:fs'
import { extname, join } from 'node:path'
import { balancedFigures, encode, keptReport, layOut, reportWriters } from '../../dist/testing.js'
import { mutateMail, mutateOle, mutateZip } from './containers.mjs'
import { mutateBytes } from './mutate-bytes.mjs'
import { mutateText } from './mutate-text.mjs'

/**
 * Sound reports to change, by format: { path, bytes, encoding }, the encoding of text alone. A way of writing more is a seed
 * more; a file of it in `fixtures` of which gouji says nothing is a seed too.
 */
export function seedsOf(format) {
  const made = reports.flatMap(report =>
    reportWriters
      .filter(({ extension, says }) => extension === format && says.length === 0)
      .map(({ encoding, write }) => ({ path: `seed.${format}`, encoding, bytes: write(report) })),
  )
  return [...made, ...keptFiles(format)]
}

/** One input, the same for the same numbers. */
export function mutate(format, seed, seeds, draw) {
  const others = seeds.map(other => other.bytes)
  const inside = insides[format]
  if (inside) return draw(10) < 3 ? mutateBytes(seed.bytes, draw, others) : inside(seed.bytes, draw, others)
  if (draw(4) === 0) return mutateBytes(seed.bytes, draw, others)
  const encoding = seed.encoding ?? 'utf-8'
  const text = mutateText(new TextDecoder(encoding.replace(/-bom$/, '')).decode(seed.bytes), draw)
  try {
    return encode(text, encoding)
  } catch {
    return encode(text, 'utf-8')
  }
}

const insides = {
  xlsx: mutateZip,
  docx: mutateZip,
  ods: mutateZip,
  xls: mutateOle,
  et: mutateOle,
  mht: mutateMail,
}

const reports = [
  ['2021', 3],
  ['2019', 4],
].map(([edition, seed]) => layOut(keptReport(edition, balancedFigures(edition, seed))))

export const formats = [...new Set(reportWriters.map(({ extension }) => extension))]

function keptFiles(format) {
  return readdirSync('fixtures', { recursive: true, encoding: 'utf8' })
    .filter(file => extname(file) === `.${format}`)
    .sort()
    .map(file => ({
      path: `kept.${format}`,
      bytes: new Uint8Array(readFileSync(join('fixtures', file))),
      isKept: true,
    }))
}
