import { documentStart } from '../../document/location.ts'
import type { Problem } from '../../document/problem.ts'
import { parse } from '../parsers.ts'
import { limitExceeded, type Surroundings } from '../reader.ts'
import type { PageContent } from './content.ts'

export type ReadPages =
  | { readonly kind: 'read'; readonly pages: readonly PageContent[] }
  | { readonly kind: 'failed'; readonly problem: Problem }

/** A byte of markup can take the time of four of other formats. */
const weight = 4

/** What pages of HTML hold; `size` is in bytes, of all together. */
export async function readPages(
  pages: readonly string[],
  size: number,
  surroundings: Surroundings,
): Promise<ReadPages> {
  const { limits } = surroundings
  const parsed = await parse('pages', { pages, nesting: limits.nesting }, size * weight, surroundings)
  if (parsed.kind === 'failed') return parsed
  const { result } = parsed
  if (result.kind === 'too-deep') return { kind: 'failed', problem: limitExceeded('nesting', '', limits) }
  return result
}

/** Pages that only divide the window say where the others are. */
export function frameProblems(pages: readonly PageContent[]): Problem[] {
  const frame = pages.find(page => page.frame !== null)?.frame
  const hasTable = pages.some(({ blocks }) => blocks.some(({ kind }) => kind === 'table'))
  if (!frame || hasTable) return []
  const text = decodeAddress(frame.slice(0, longestAddress))
  const data = { kind: 'frame', count: 1, text, isInCell: false } as const
  return [{ name: 'left-out-text', location: documentStart, data }]
}

const longestAddress = 500

function decodeAddress(address: string): string {
  try {
    return decodeURI(address)
  } catch {
    return address
  }
}
