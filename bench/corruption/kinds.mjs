import { columns, outcomeRows, relatedRefs, rowsOf } from './relations.mjs'
import { mistype, slips } from './typing.mjs'

/**
 * The kinds of mistakes. `corrupt` takes the true figures, a draw, and another sound report of the same form (last
 * year's, say), and gives a list of errors, each a map from ref to the wrong text, or null where the figures have no
 * place for it. An error may be of several cells; blanks are `blanks`, a list of refs.
 */

const people = columns.slice(0, -1)
const cell = (row, column) => `requests.${row}.${column}`
const groups = ['denied', 'unableToProvide', 'notProcessed', 'otherHandling']

const singles = [
  oneCell('digits-exchanged', 'two neighbouring digits exchanged', slips.exchanged),
  oneCell('digit-dropped', 'a digit dropped', slips.dropped),
  oneCell('digit-doubled', 'a digit doubled', slips.doubled),
  oneCell('digit-added', 'a digit added', slips.added),
  oneCell('digit-mistyped', 'a digit mistyped', slips.mistyped),
  oneCell('sign', 'a minus sign before a figure', text => (text === '0' ? null : `-${text}`)),
  oneCell('off-by-little', 'an item off by 1 to 3', nearby, itemRefs),
  oneCell('flow-wrong', 'new, carried over or carried forward mistyped', mistype, flowRefs),
  oneCell('case-item-wrong', 'an item of 表四 mistyped', mistype, figures => caseRefs(figures, false)),
  oneCell('case-total-wrong', 'a total of 表四 mistyped', mistype, figures => caseRefs(figures, true)),
  oneCell('disclosure-wrong', 'a figure of 表二 mistyped', mistype, figures =>
    [...figures.keys()].filter(ref => ref.startsWith('activeDisclosure.')),
  ),
  of('neighbour-column', "the neighbouring column's figure typed", (figures, draw) =>
    copied(figures, draw, 'column'),
  ),
  of('neighbour-row', "the neighbouring row's figure typed", (figures, draw) => copied(figures, draw, 'row')),
  of('total-counts-group-twice', 'a total counts a group twice', (figures, draw) => {
    const [group, column] = [pick(groups, draw), pick(columns, draw)]
    return [change(figures, { [cell('outcomes.total', column)]: sumOf(figures, group, column) })]
  }),
  of('total-leaves-item-out', 'a total leaves an item out', (figures, draw) => {
    const row = pick(rowsOf(figures), draw)
    const [total, item] =
      draw(2) === 0
        ? [cell(row, 'total'), cell(row, pick(people, draw))]
        : columnPair(pick(columns, draw), pick(outcomeRows(figures), draw))
    return [change(figures, { [total]: -Number(figures.get(item)) })]
  }),
  of('total-of-last-year', "a total left as last year's", (figures, draw, other) => {
    const ref = pick(totalRefs(figures), draw)
    return other.has(ref) ? [new Map([[ref, other.get(ref)]])] : null
  }),
]

const severalCells = [
  of('moved', 'a figure put into the neighbouring column', (figures, draw) => {
    const [row, at] = [pick(rowsOf(figures), draw), draw(people.length - 1)]
    const [from, to] = draw(2) === 0 ? [at, at + 1] : [at + 1, at]
    const [source, target] = [from, to].map(index => cell(row, people[index]))
    if (figures.get(target) !== '0') return null
    return [
      new Map([
        [source, '0'],
        [target, figures.get(source)],
      ]),
    ]
  }),
  of('swapped-in-row', 'two figures of a row exchanged', (figures, draw) => {
    const row = pick(rowsOf(figures), draw)
    return [swap(figures, cell(row, pick(people, draw)), cell(row, pick(people, draw)))]
  }),
  of('swapped-in-column', 'two outcomes of a column exchanged', (figures, draw) => {
    const [rows, column] = [outcomeRows(figures), pick(columns, draw)]
    return [swap(figures, cell(pick(rows, draw), column), cell(pick(rows, draw), column))]
  }),
  of('totals-stale', 'requests added to new and to an outcome, not to the four totals', (figures, draw) => {
    const [item, column, late] = [pick(outcomeRows(figures), draw), pick(people, draw), 1 + draw(3)]
    const grown = [cell('newRequests', column), cell(item, column)]
    if (grown.some(ref => Number(figures.get(ref)) < late)) return null
    const totals = [cell('newRequests', 'total'), cell(item, 'total')]
    const refs = [...totals, cell('outcomes.total', column), cell('outcomes.total', 'total')]
    return [change(figures, Object.fromEntries(refs.map(ref => [ref, -late])))]
  }),
  of('total-row-counts-group-twice', '（七）总计 counts a group twice in every column', (figures, draw) => {
    const group = pick(groups, draw)
    const added = columns.map(column => [cell('outcomes.total', column), sumOf(figures, group, column)])
    return [change(figures, Object.fromEntries(added))]
  }),
  of('row-shifted', 'the figures of a row one column to the right, the total lost', (figures, draw) => {
    const row = pick(rowsOf(figures), draw)
    return [
      new Map(
        columns.map((column, at) => [
          cell(row, column),
          at === 0 ? '0' : figures.get(cell(row, columns[at - 1])),
        ]),
      ),
    ]
  }),
  of('column-zeroed', 'a column of applicants all 0', (figures, draw) => {
    const column = pick(people, draw)
    return [new Map(rowsOf(figures).map(row => [cell(row, column), '0']))]
  }),
]

const blanks = [
  blank('blank-zero', 'a 0 left blank', (figures, draw) => [pick(valued(figures, true), draw)]),
  blank('blank-nonzero', 'a figure above 0 left blank', (figures, draw) => [
    pick(valued(figures, false), draw),
  ]),
  blank('blanks-8', '8 cells left blank', (figures, draw) => several(relatedRefs(figures), 8, draw)),
  blank('zeros-blank', 'every 0 of 表三 and 表四 left blank, as many bodies do', figures =>
    valued(figures, true),
  ),
]

export const kinds = [
  ...singles.map(kind => ({ ...kind, isOneCell: true })),
  ...severalCells,
  errorsOf(2),
  errorsOf(3),
  errorsOf(4),
  errorsOf(12),
  ...blanks,
  {
    id: 'error-and-zeros-blank',
    title: 'one figure mistyped and every other 0 of 表三 and 表四 left blank',
    corrupt(figures, draw) {
      const wrong = pick(relatedRefs(figures), draw)
      const text = mistype(figures.get(wrong), draw)
      if (text === null) return null
      return {
        errors: [new Map([[wrong, text]])],
        blanks: valued(figures, true).filter(ref => ref !== wrong),
      }
    },
  },
  {
    id: 'error-and-8-blanks',
    title: 'one mistyped figure and 8 blanks',
    corrupt(figures, draw) {
      const [wrong, ...blanks] = several(relatedRefs(figures), 9, draw)
      const text = mistype(figures.get(wrong), draw)
      return text === null ? null : { errors: [new Map([[wrong, text]])], blanks }
    },
  },
  { id: 'none', title: 'no mistake', corrupt: () => ({ errors: [], blanks: [] }) },
]

function of(id, title, errorsIn) {
  const corrupt = (figures, draw, other) => {
    const errors = errorsIn(figures, draw, other)?.map(wrong => differing(figures, wrong))
    return errors?.every(error => error.size > 0) ? { errors, blanks: [] } : null
  }
  return { id, title, corrupt }
}

function oneCell(id, title, slip, refs = relatedRefs) {
  return of(id, title, (figures, draw) => {
    const ref = pick(refs(figures), draw)
    const text = slip(figures.get(ref), draw)
    return text === null ? null : [new Map([[ref, text]])]
  })
}

/** As many mistyped figures, each an error of its own. */
export function errorsOf(count) {
  return of(`errors-${count}`, `${count} mistyped figures`, (figures, draw) => {
    const refs = several(relatedRefs(figures), count, draw)
    const texts = refs.map(ref => mistype(figures.get(ref), draw))
    return texts.includes(null) && count < 5
      ? null
      : refs.map((ref, index) => new Map([[ref, texts[index] ?? nearby(figures.get(ref), draw)]]))
  })
}

function blank(id, title, refsIn) {
  const corrupt = (figures, draw) => {
    const blanks = refsIn(figures, draw)
    return blanks.every(ref => ref !== undefined) ? { errors: [], blanks } : null
  }
  return { id, title, corrupt }
}

/** Only the cells that hold another number than before. */
function differing(figures, wrong) {
  return new Map([...wrong].filter(([ref, text]) => Number(text) !== Number(figures.get(ref))))
}

/** Figures with numbers added to some of them. */
function change(figures, added) {
  return new Map(
    Object.entries(added).map(([ref, amount]) => [ref, String(Number(figures.get(ref)) + amount)]),
  )
}

function copied(figures, draw, direction) {
  const rows = rowsOf(figures)
  const [row, column] = [draw(rows.length), draw(columns.length)]
  const step = draw(2) === 0 ? 1 : -1
  const from =
    direction === 'column' ? cell(rows[row], columns[column + step]) : cell(rows[row + step], columns[column])
  return figures.has(from) ? [new Map([[cell(rows[row], columns[column]), figures.get(from)]])] : null
}

function swap(figures, a, b) {
  return new Map([
    [a, figures.get(b)],
    [b, figures.get(a)],
  ])
}

function sumOf(figures, group, column) {
  const rows = outcomeRows(figures).filter(row => `${row}.`.startsWith(`outcomes.${group}.`))
  return rows.reduce((sum, row) => sum + Number(figures.get(cell(row, column))), 0)
}

function columnPair(column, row) {
  return [cell('outcomes.total', column), cell(row, column)]
}

function nearby(text, draw) {
  const value = Number(text) + (draw(2) === 0 ? 1 : -1) * (1 + draw(3))
  return value < 0 ? String(1 + draw(3) + Number(text)) : String(value)
}

function itemRefs(figures) {
  return outcomeRows(figures).flatMap(row => people.map(column => cell(row, column)))
}

function flowRefs() {
  return ['newRequests', 'carriedOver', 'carriedForward'].flatMap(row =>
    columns.map(column => cell(row, column)),
  )
}

function totalRefs(figures) {
  return [
    ...rowsOf(figures).map(row => cell(row, 'total')),
    ...columns.map(column => cell('outcomes.total', column)),
  ]
}

function caseRefs(figures, ofTotals) {
  return [...figures.keys()].filter(
    ref => ref.startsWith('reviewLitigation.') && ref.endsWith('.total') === ofTotals,
  )
}

function valued(figures, isZero) {
  return relatedRefs(figures).filter(ref => (figures.get(ref) === '0') === isZero)
}

export function pick(list, draw) {
  return list[draw(list.length)]
}

export function several(list, count, draw) {
  const rest = [...list]
  return Array.from({ length: count }, () => rest.splice(draw(rest.length), 1)[0])
}
