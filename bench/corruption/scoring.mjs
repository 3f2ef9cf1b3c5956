/** What became of an error, best first. */
export const fates = ['named', 'tied', 'elsewhere', 'tooMany', 'unlocated', 'missed']
/** What was said of a blank cell: its number, that it is above 0, that it may be 0; or nothing that helps, or untruth. */
export const blankFates = ['deduced', 'bounded', 'mayBeZero', 'unknown', 'silent', 'wrong']

/**
 * One file: `label` from labels.json, `answer` as in answers.mjs, `sums` the messages of the plain check.
 *
 * An error is `named` when all its cells stand, with their true figures, in explanations without an alternative; `tied`
 * when each stands in an explanation that holds nothing but wrong cells and their true figures; else `tooMany` when
 * the tool says so, `elsewhere` when it suspects only other cells, `unlocated` when it suspects none but says that
 * something is wrong, `missed` when it says nothing.
 */
export function scoreFile(label, answer, sums) {
  const truth = new Map(label.cells.map(cell => [cell.ref, cell.true]))
  const errors = Array.from({ length: label.errors }, (_, error) =>
    fateOf(
      label.cells.filter(cell => cell.error === error).map(({ ref }) => ref),
      truth,
      answer,
    ),
  )
  const { identities, bounds, negative } = label.broken
  return {
    file: label.file,
    kind: label.kind,
    manner: label.manner,
    /** No relation of the form shows that anything is wrong. */
    isIntact: identities.length + bounds.length + negative.length === 0,
    /** One cell is wrong, and no other cell alone could explain the figures. */
    isTelling: label.cells.length === 1 && label.loneSuspects === 1,
    /** Several cells are wrong, and the figures look as if one alone were. */
    isMisleading: label.cells.length > 1 && label.loneSuspects > 0,
    errors,
    wrongNames: wrongNames(truth, answer),
    blanks: label.cells.filter(cell => cell.error === null).map(cell => scoreBlank(cell, answer)),
    causes: answer.causes.length,
    entries: answer.entries,
    sums: sums.length,
  }
}

function fateOf(refs, truth, { causes, entries }) {
  if (refs.every(ref => isNamed(ref, truth, causes))) return { fate: 'named' }
  const ties = refs.map(ref =>
    causes.find(cause => cause.suspects.some(set => isTrue(set, truth) && has(set, ref))),
  )
  if (!ties.includes(undefined)) {
    const choices = [...new Set(ties)].map(cause => cause.suspects.length)
    return { fate: 'tied', choices: choices.reduce((product, choice) => product * choice, 1) }
  }
  if (causes.some(cause => cause.suspects.length === 0 || !cause.complete)) return { fate: 'tooMany' }
  if (causes.length > 0) return { fate: 'elsewhere' }
  return { fate: entries > 0 ? 'unlocated' : 'missed' }
}

function isNamed(ref, truth, causes) {
  return causes.some(
    ({ suspects, complete }) =>
      complete &&
      suspects.length === 1 &&
      suspects[0].some(suspect => suspect.ref === ref && isSame(suspect.expected, truth.get(ref))),
  )
}

function has(set, ref) {
  return set.some(suspect => suspect.ref === ref)
}

/** A figure that is left open (`null`) is no mistake in a tie. */
function isTrue(set, truth) {
  return set.every(
    ({ ref, expected }) => truth.has(ref) && (expected === null || isSame(expected, truth.get(ref))),
  )
}

/** Cells that an explanation without an alternative names although they are right, or with a figure that is not. */
function wrongNames(truth, { causes }) {
  return causes
    .filter(({ suspects }) => suspects.length === 1)
    .flatMap(({ suspects }) => suspects[0])
    .filter(
      ({ ref, expected }) => !truth.has(ref) || (expected !== null && !isSame(expected, truth.get(ref))),
    )
    .map(({ ref, expected }) => ({ ref, expected, right: truth.get(ref) ?? null }))
}

function scoreBlank(cell, { blanks }) {
  const said = blanks[cell.ref] ?? blanks[cell.ref.split('.', 1)]
  return { ref: cell.ref, said, right: cell.true, fate: blankFateOf(said, Number(cell.true)) }
}

function blankFateOf(said, right) {
  if (said === undefined) return 'silent'
  if (said === 'unknown') return 'unknown'
  const [lowest, highest] = [Number(said.lowest), Number(said.highest ?? Number.POSITIVE_INFINITY)]
  if (right < lowest || right > highest) return 'wrong'
  if (lowest === highest) return 'deduced'
  return lowest > 0 ? 'bounded' : 'mayBeZero'
}

function isSame(a, b) {
  return a !== null && Number(a) === Number(b)
}

/** Sums over files, for a line of a table. */
export function summarize(scores) {
  const errors = scores.flatMap(score => score.errors)
  const blanks = scores.flatMap(score => score.blanks)
  const count = (list, holds) => list.filter(holds).length
  return {
    files: scores.length,
    errors: errors.length,
    intact: count(scores, score => score.isIntact),
    telling: count(scores, score => score.isTelling),
    spoken: count(scores, score => score.entries > 0),
    fates: Object.fromEntries(fates.map(fate => [fate, count(errors, error => error.fate === fate)])),
    choices: median(errors.filter(error => error.fate === 'tied').map(error => error.choices)),
    wrongNames: scores.reduce((sum, score) => sum + score.wrongNames.length, 0),
    wronglyNamed: count(scores, score => score.wrongNames.length > 0),
    allNamed: count(scores, score => score.errors.every(error => error.fate === 'named')),
    causes: total(scores, 'causes'),
    entries: total(scores, 'entries'),
    sums: total(scores, 'sums'),
    bySums: count(scores, score => score.sums > 0),
    blanks: [true, false].map(isZero => {
      const own = blanks.filter(blank => isSame(blank.right, '0') === isZero)
      return Object.fromEntries([
        ['cells', own.length],
        ...blankFates.map(fate => [fate, count(own, blank => blank.fate === fate)]),
      ])
    }),
  }
}

/** The lower middle, so that it is one of the numbers; null of none. */
export function median(numbers) {
  const sorted = [...numbers].sort((a, b) => a - b)
  return sorted[(sorted.length - 1) >> 1] ?? null
}

function total(scores, key) {
  return scores.reduce((sum, score) => sum + score[key], 0)
}
