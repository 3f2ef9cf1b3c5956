/** Characters of a piece by which texts are compared. */
const width = 5
/** Pieces from which texts are not alike by chance; some 100 characters. */
const fewest = 100

/** How much of two texts is the same. */
export interface Likeness {
  /** Of the longer text, rounded down. */
  readonly percent: number
  /** True from nine tenths on. */
  readonly isNear: boolean
}

/**
 * The share of the pieces of five characters that both texts have, of those of the longer one; numbers, blanks and marks
 * do not count. Null for texts that are too short to tell. Takes as long as the texts are.
 */
export function likenessOf(one: string, other: string): Likeness | null {
  const [own, others] = [piecesOf(one), piecesOf(other)]
  const most = Math.max(own.size, others.size)
  if (Math.min(own.size, others.size) < fewest) return null
  let common = 0
  for (const piece of own) if (others.has(piece)) common++
  return { percent: Math.floor((common * 100) / most), isNear: common * 10 >= most * 9 }
}

function piecesOf(text: string): ReadonlySet<string> {
  const plain = text
    .normalize('NFKC')
    .replace(/\d+(?:[.,]\d+)*/g, '0')
    .replace(/[^\p{L}\p{N}]/gu, '')
  const pieces = new Set<string>()
  for (let at = 0; at + width <= plain.length; at++) pieces.add(plain.slice(at, at + width))
  return pieces
}
