import type { PageNode } from './nodes.ts'

type Place = readonly [start: number, end: number]

/**
 * Where a text stands. Where a blank and a character meet of which one is written as a reference (`&nbsp;`), the
 * parser takes the end of the reference for its start.
 */
export function placeOfText({ sourceCodeLocation: place }: PageNode, source: string): Place {
  if (!place) return [0, 0]
  return [beforeReference(source, place.startOffset), beforeReference(source, place.endOffset)]
}

function beforeReference(source: string, at: number): number {
  if (!/[\w;]/.test(source.charAt(at))) return at
  const reference = /&#?\w*$/.exec(source.slice(Math.max(0, at - longestReference), at))
  return reference ? at - reference[0].length : at
}

const longestReference = 40

/** Between the tags of a cell. */
export function placeInside({ sourceCodeLocation: place }: PageNode): Place {
  const start = place?.startTag?.endOffset ?? place?.startOffset ?? 0
  return [start, Math.max(start, place?.endTag?.startOffset ?? start)]
}
