import { createDraw } from '../../dist/testing.js'
import { judge, parseInput } from './judge.mjs'
import { mutate, seedsOf } from './seeds.mjs'

/**
 * The seeds of a format with the facts they hold. `unsound` names those of which gouji says something as they stand;
 * files that are kept for other reasons may.
 */
export async function soundSeeds(format) {
  const seeds = []
  const unsound = []
  for (const seed of seedsOf(format)) {
    const source = { path: seed.path, bytes: seed.bytes, isNamed: true }
    const parsed = await parseInput(source)
    const { facts } = parsed
    const { outcome, detail } = await judge(source, parsed, 0)
    const isWhole = facts.length >= 100 && facts.every(fact => fact.state === 'number')
    if (outcome === 'same' && isWhole) seeds.push({ ...seed, parsed })
    else if (!seed.isKept) unsound.push(`${outcome}${detail ? `: ${detail}` : ''}, ${facts.length} facts`)
  }
  return { seeds, unsound }
}

/** The input of that number; the same numbers give the same bytes. */
export function inputAt(format, seeds, run, index) {
  const draw = createDraw(Math.imul(run + 1, 0x9e3779b1) ^ Math.imul(index + 1, 0x85ebca6b) ^ hash(format))
  const seed = seeds[draw(seeds.length)]
  const bytes = mutate(format, seed, seeds, draw)
  return { seed, source: { path: seed.path, bytes: new Uint8Array(bytes), isNamed: index % 2 === 0 } }
}

function hash(text) {
  let sum = 0
  for (const character of text) sum = Math.imul(sum, 31) + character.charCodeAt(0)
  return sum
}
