/** Words that were probably meant: those that contain the typed one, then those a few letters away; at most three. */
export function nearest(typed: string, candidates: readonly string[]): readonly string[] {
  const word = typed.toLowerCase()
  const allowed = Math.max(1, Math.floor(word.length / 3))
  return candidates
    .map(candidate => {
      const isPart = word.length > 2 && candidate.toLowerCase().includes(word)
      return { candidate, distance: isPart ? 0 : editDistance(word, candidate.toLowerCase()) }
    })
    .filter(({ distance }) => distance <= allowed)
    .sort((a, b) => a.distance - b.distance)
    .slice(0, 3)
    .map(({ candidate }) => candidate)
}

/** Letters to insert, delete or replace to make one word of the other. */
function editDistance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, index) => index)
  for (let i = 1; i <= a.length; i++) {
    const next = [i]
    for (let j = 1; j <= b.length; j++)
      next.push(Math.min(row[j]! + 1, next[j - 1]! + 1, row[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1)))
    row = next
  }
  return row[b.length]!
}
