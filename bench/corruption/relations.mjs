// What must hold in a report, written down anew: a benchmark that took its relations from the tool could not see that
// one of them is wrong. Figures are a map from ref to text; a blank is ''.

const applicants = [
  'naturalPerson',
  ...[
    'business',
    'researchInstitution',
    'publicInterestOrganization',
    'legalServiceOrganization',
    'other',
  ].map(kind => `legalEntity.${kind}`),
]
export const columns = [...applicants, 'total']
const caseGroups = ['review', 'litigationDirect', 'litigationAfterReview']
const caseResults = ['upheld', 'corrected', 'otherResult', 'pending']

/** Rows of 表三 in its order: `newRequests`, `outcomes.denied.stateSecret` and so on. */
export function rowsOf(figures) {
  const [start, end] = ['requests.', '.naturalPerson']
  return [...figures.keys()]
    .filter(ref => ref.startsWith(start) && ref.endsWith(end))
    .map(ref => ref.slice(start.length, -end.length))
}

/** The rows that （七）总计 adds up. */
export function outcomeRows(figures) {
  return rowsOf(figures).filter(row => row.startsWith('outcomes.') && row !== 'outcomes.total')
}

/** Figures that some identity holds together. */
export function relatedRefs(figures) {
  return [...figures.keys()].filter(ref => !ref.startsWith('activeDisclosure.'))
}

/** `left` and `right` are lists of refs whose sums are equal; of a bound, the left is no less than the right. */
export function relationsOf(figures) {
  const cell = (row, column) => `requests.${row}.${column}`
  const rows = rowsOf(figures)
  const outcomes = outcomeRows(figures)
  const identities = [
    ...rows.map(row => ({
      id: `row/${row}`,
      left: [cell(row, 'total')],
      right: applicants.map(column => cell(row, column)),
    })),
    ...columns.map(column => ({
      id: `outcomes/${column}`,
      left: [cell('outcomes.total', column)],
      right: outcomes.map(row => cell(row, column)),
    })),
    ...columns.map(column => ({
      id: `balance/${column}`,
      left: [cell('newRequests', column), cell('carriedOver', column)],
      right: [cell('outcomes.total', column), cell('carriedForward', column)],
    })),
    ...caseGroups.map(group => ({
      id: `cases/${group}`,
      left: [`reviewLitigation.${group}.total`],
      right: caseResults.map(result => `reviewLitigation.${group}.${result}`),
    })),
  ]
  return { identities, bounds: boundsOf(figures) }
}

function boundsOf(figures) {
  const of = (row, column) => `activeDisclosure.${row}.${column}`
  const bounds = [
    { id: 'closed', left: ['requests.outcomes.total.total'], right: ['requests.carriedOver.total'] },
    { id: 'forward', left: ['requests.newRequests.total'], right: ['requests.carriedForward.total'] },
  ]
  const rows = [...figures.keys()]
    .filter(ref => ref.startsWith('activeDisclosure.'))
    .map(ref => ref.split('.')[1])
  for (const row of new Set(rows)) {
    const add = (id, left, right) => {
      const refs = [...left, ...right].map(column => of(row, column))
      if (!refs.every(ref => figures.has(ref))) return
      bounds.push({
        id: `${id}/${row}`,
        left: left.map(column => of(row, column)),
        right: right.map(column => of(row, column)),
      })
    }
    add('published', ['totalPublic'], ['newlyPublished'])
    add('change', ['previousYearItems', 'change'], [])
    add('effective', ['effective', 'repealed'], ['issued'])
  }
  return bounds
}

/**
 * Ids of the identities and bounds that fail, and refs of counts below 0. With a blank in it a relation fails only
 * where no number ≥ 0 in its place would do.
 */
export function judge(figures) {
  const { identities, bounds } = relationsOf(figures)
  return {
    identities: identities.filter(relation => fails(relation, figures, false)).map(({ id }) => id),
    bounds: bounds.filter(relation => fails(relation, figures, true)).map(({ id }) => id),
    negative: [...figures]
      .filter(([ref, text]) => text.startsWith('-') && !ref.endsWith('.change'))
      .map(([ref]) => ref),
  }
}

/** True when everything holds and nothing is blank. */
export function isSound(figures) {
  const { identities, bounds, negative } = judge(figures)
  return identities.length + bounds.length + negative.length === 0 && ![...figures.values()].includes('')
}

function fails({ left, right }, figures, isBound) {
  const [a, b] = [left, right].map(refs => sum(refs.map(ref => figures.get(ref))))
  const isShort = a.known < b.known && !a.isOpen
  const isOver = a.known > b.known && !b.isOpen && !isBound
  return isShort || isOver
}

function sum(texts) {
  const known = texts.filter(text => text !== '')
  return {
    known: known.reduce((total, text) => total + Number(text), 0),
    isOpen: known.length < texts.length,
  }
}

/**
 * Refs of the figures that could each alone be the wrong one: with another whole number ≥ 0 in that cell every identity
 * holds and no count is below 0. Null where a cell is blank, for then there is more than one number to find.
 */
export function loneSuspects(figures) {
  if ([...figures.values()].includes('')) return null
  const { identities } = relationsOf(figures)
  const { negative } = judge(figures)
  const gaps = identities.map(({ left, right }) => sum(left.map(at)).known - sum(right.map(at)).known)
  return relatedRefs(figures).filter(ref => {
    if (negative.some(each => each !== ref)) return false
    const steps = identities.map(({ left, right }, index) => {
      if (left.includes(ref)) return -gaps[index]
      if (right.includes(ref)) return gaps[index]
      return gaps[index] === 0 ? null : Number.NaN
    })
    const [step, ...others] = steps.filter(each => each !== null)
    return step !== 0 && others.every(other => other === step) && Number(at(ref)) + step >= 0
  })

  function at(ref) {
    return figures.get(ref)
  }
}
