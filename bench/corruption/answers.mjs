/**
 * What a tool says of a file, in the one shape that is scored:
 *
 * - `entries`: how many messages the reader sees
 * - `causes`: `suspects` are the explanations, each a list of `{ ref, expected }`; one explanation names its cells,
 *   several are a tie, none means that there are too many mistakes to tell. `complete: false` says that there may be
 *   more explanations.
 * - `blanks`: by ref, what is said of a blank cell: `lowest` and `highest`, the same where it can be one number only,
 *   `highest: null` without a bound; or `unknown`. What is said of a whole table stands under its id
 */
export function answerOf({ path, diagnostics, causes = [] }) {
  const inCauses = new Set(causes.flatMap(cause => cause.diagnostics))
  const blanks = {}
  for (const diagnostic of diagnostics) {
    const said = blankCodes[diagnostic.code]?.(diagnostic)
    if (!said) continue
    const what = said.what === 'unknown' ? said.what : { ...said.what, by: diagnostic.code }
    for (const ref of said.refs) if (typeof (blanks[ref] ?? 'unknown') === 'string') blanks[ref] = what
  }
  return { path, entries: causes.length + diagnostics.length - inCauses.size, causes, blanks }
}

/** Codes of gouji that speak of blank cells: of which, and what. */
const blankCodes = {
  GJ204: ofGroup,
  GJ205: ofGroup,
  GJ219: ofTable,
  GJ220: ofRange,
  GJ304: ofTotal,
  GJ307: ofContradiction,
}

/** Of a group it is said how many must be 0, may be 0 and cannot be told; which are which only where all are alike. */
function ofGroup({ ref, related, data: { count, zero, unclear } }) {
  const refs = [ref, ...related.map(each => each.ref)]
  if (zero === count) return { refs, what: exactly('0') }
  return { refs, what: unclear === 0 ? { lowest: '0', highest: null } : 'unknown' }
}

function ofTable({ data: { table } }) {
  const ids = { 表二: 'activeDisclosure', 表三: 'requests', 表四: 'reviewLitigation' }
  return { refs: [ids[table]], what: 'unknown' }
}

function ofRange({ ref, data: { lowest, highest } }) {
  return { refs: [ref], what: { lowest, highest } }
}

/** The message gives the sum of the items, and what all relations force where not all items are known. */
function ofTotal({ ref, data: { sum, isComplete, forced } }) {
  if (isComplete) return { refs: [ref], what: exactly(sum) }
  return { refs: [ref], what: forced === null ? { lowest: sum, highest: null } : exactly(forced) }
}

function ofContradiction({ ref }) {
  return { refs: [ref], what: 'unknown' }
}

function exactly(number) {
  return { lowest: number, highest: number }
}
