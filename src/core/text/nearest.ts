/** Words that were probably meant: those that contain the typed one, then those a few letters away; at most three. */
export function nearest(typed: string, candidates: readonly string[]): readonly string[] {
  const word = typed.toLowerCase()
  const allowed = Math.min(3, Math.max(1, Math.floor(word.length / 3)))
  return candidates
    .map(candidate => {
      const other = candidate.toLowerCase()
      const isPart = word.length > 2 ? other.includes(word) : word.length > 1 && other.startsWith(word)
      return { candidate, distance: isPart ? 0 : editDistance(word, other, allowed) }
    })
    .filter(({ distance }) => distance <= allowed)
    .sort((a, b) => a.distance - b.distance)
    .slice(0, 3)
    .map(({ candidate }) => candidate)
}

/**
 * Letters to insert, delete or replace, and neighbours to exchange, to make one word of the other; not counted where the
 * lengths alone say that there are more than `most`.
 */
function editDistance(a: string, b: string, most: number): number {
  if (Math.abs(a.length - b.length) > most) return Number.POSITIVE_INFINITY
  let before: readonly number[] = []
  let row: readonly number[] = Array.from({ length: b.length + 1 }, (_, index) => index)
  for (let i = 1; i <= a.length; i++) {
    const next = [i]
    for (let j = 1; j <= b.length; j++) {
      const changed = row[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1)
      const areExchanged = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]
      const exchanged = areExchanged ? before[j - 2]! + 1 : changed
      next.push(Math.min(row[j]! + 1, next[j - 1]! + 1, changed, exchanged))
    }
    before = row
    row = next
  }
  return row[b.length]!
}
