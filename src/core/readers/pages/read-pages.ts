import type { Problem } from '../../document/problem.ts'
import type { Block } from '../flow.ts'
import { parse } from '../parsers.ts'
import { limitExceeded, type Surroundings } from '../reader.ts'

export type ReadPages =
  | { readonly kind: 'read'; readonly pages: readonly (readonly Block[])[] }
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
