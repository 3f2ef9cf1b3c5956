import type { Explanation } from './diagnostic.ts'

/** Single figures that the sentence of a cause names; of more, or of sets, it gives the number. */
const mostNamed = 3

/** True when the sentence of a cause names every explanation, so that no list is needed beside it. */
export function areSaidInFull(suspects: readonly Explanation[]): boolean {
  return (
    suspects.length <= 1 || (suspects.length <= mostNamed && suspects.every(({ length }) => length === 1))
  )
}
