/** The content of a record: where it starts and where it ends. */
export interface Piece {
  readonly at: number
  readonly end: number
}

/** True for a font that is raised, lowered or struck through. */
export function isAsideFont(view: DataView, { at, end }: Piece): boolean {
  if (at + 10 > end) return false
  return (view.getUint16(at + 2, true) & struckThrough) !== 0 || view.getUint16(at + 8, true) !== 0
}

const struckThrough = 0x08

/**
 * Sets raised, lowered and struck runs of the shared strings of BIFF8 off by blanks, in place: `1` with a raised `2` is
 * not 12. A string that goes on in the next record is left as it is.
 * `pieces`: the record of the strings and those that continue it. `aside`: which fonts are, in their order.
 */
export function setOffRuns(view: DataView, pieces: readonly Piece[], aside: readonly boolean[]): void {
  if (!aside.includes(true) || pieces.length === 0) return
  let index = 0
  let { at, end } = pieces[0]!
  const turn = (): boolean => {
    const next = pieces[++index]
    if (next) ({ at, end } = next)
    return next !== undefined
  }
  // Two counts come first.
  at += 8
  for (;;) {
    while (at >= end) if (!turn()) return
    const [start, first] = [at, index]
    if (start + 3 > end) return
    const letters = view.getUint16(start, true)
    const flags = view.getUint8(start + 2)
    const head = 3 + (flags & hasRuns ? 2 : 0) + (flags & hasExtra ? 4 : 0)
    if (start + head > end) return
    const runs = flags & hasRuns ? view.getUint16(start + 3, true) : 0
    const extra = flags & hasExtra ? view.getUint32(start + head - 4, true) : 0
    at += head
    let width = flags & isWide ? 2 : 1
    for (let left = letters; left > 0; ) {
      if (at >= end) {
        if (!turn() || at >= end) return
        // The text may go on in letters of another width.
        width = view.getUint8(at++) & isWide ? 2 : 1
      }
      const here = Math.min(left, Math.floor((end - at) / width))
      if (here === 0 && at < end) return
      at += here * width
      left -= here
    }
    for (let left = runs * 4 + extra; left > 0; ) {
      if (at >= end && !turn()) return
      const here = Math.min(left, end - at)
      at += here
      left -= here
    }
    if (index === first && runs > 0) rewrite(view, { start, head, letters, width, runs }, aside)
  }
}

const [isWide, hasExtra, hasRuns] = [0x01, 0x04, 0x08]

/** A string of the list; `width` is that of a letter, in bytes. */
interface RichString {
  readonly start: number
  readonly head: number
  readonly letters: number
  readonly width: number
  readonly runs: number
}

/** The library passes over the list of runs, so that blanks can take its room: four bytes a run. */
function rewrite(
  view: DataView,
  { start, head, letters, width, runs }: RichString,
  aside: readonly boolean[],
): void {
  const textAt = start + head
  const seams = seamsOf(
    view,
    { at: textAt + letters * width, end: textAt + letters * width + runs * 4 },
    aside,
  )
  const inside = new Set(seams.filter(seam => seam > 0 && seam < letters))
  // Of whole runs.
  const room = Math.ceil((inside.size * width) / 4) * 4
  if (inside.size === 0 || room > runs * 4 || letters + room > longestText) return
  const letterAt = (at: number) =>
    width === 2 ? view.getUint16(textAt + at * 2, true) : view.getUint8(textAt + at)
  const text: number[] = []
  // What is left of the room stands at the first seam.
  let blanks = room / width - inside.size + 1
  for (let at = 0; at < letters; at++) {
    if (inside.has(at)) {
      for (; blanks > 0; blanks--) text.push(blank)
      blanks = 1
    }
    text.push(letterAt(at))
  }
  for (const [at, letter] of text.entries())
    if (width === 2) view.setUint16(textAt + at * 2, letter, true)
    else view.setUint8(textAt + at, letter)
  view.setUint16(start, text.length, true)
  view.setUint16(start + 3, runs - room / 4, true)
}

const blank = 0x20
/** In letters, of a cell. */
const longestText = 32_767

/** Before which letters runs begin or end that are set off. */
function seamsOf(view: DataView, { at, end }: Piece, aside: readonly boolean[]): number[] {
  const seams: number[] = []
  let isAside = false
  for (let run = at; run < end; run += 4) {
    const font = view.getUint16(run + 2, true)
    // No font has the number 4.
    const next = aside[font > 4 ? font - 1 : font] ?? false
    if (next !== isAside) seams.push(view.getUint16(run, true))
    isAside = next
  }
  return seams
}
