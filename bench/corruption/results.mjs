import { kinds } from './kinds.mjs'
import { blankFates, summarize } from './scoring.mjs'

/** The tables as Markdown. `run` says what was scored: `tool`, `node`, `seed`, `count`. */
export function resultsOf(scores, run) {
  const withErrors = scores.filter(score => score.errors.length > 0)
  return [
    '# Results',
    `${run.tool}, Node ${run.node}, seed ${run.seed}, ${run.count} reports. What the columns mean: [README.md](README.md).`,
    '## By kind of error',
    table(errorHead, [
      ...groups(withErrors, 'kind').map(([kind, own]) => [kind, ...errorCells(own)]),
      ['**all**', ...errorCells(withErrors)],
    ]),
    '## One wrong cell, by origin of the report',
    table(
      ['origin', ...errorHead.slice(1)],
      groups(withErrors.filter(isOneCell), 'manner').map(([manner, own]) => [manner, ...errorCells(own)]),
    ),
    '## Several errors in a report',
    table(
      [
        'kind',
        'files',
        'errors',
        'named',
        'in a tie',
        'files with all named',
        'causes per file',
        '**wrong names**',
      ],
      groups(
        withErrors.filter(score => score.errors.length > 1),
        'kind',
      ).map(([kind, own]) => [kind, ...severalCells(own)]),
    ),
    '## Blank cells',
    table(
      [
        'kind',
        'true figure',
        'cells',
        'deduced',
        'above 0',
        'may be 0',
        'said unknown',
        'silent',
        '**wrong**',
        'sum check: found',
      ],
      groups(
        scores.filter(score => score.blanks.length > 0),
        'kind',
      ).flatMap(([kind, own]) => blankRows(kind, own)),
    ),
    '## Reports without a mistake',
    cleanLine(scores.filter(score => score.kind === 'none')),
    '## Said and not true',
    ...wrongLines(scores),
  ]
    .join('\n\n')
    .concat('\n')
}

const errorHead = [
  'kind',
  'files',
  'errors',
  'relations intact',
  'only one cell fits',
  'named',
  'tie with the truth',
  'choices',
  'others suspected',
  'too many to tell',
  'not located',
  'missed',
  '**wrong names**',
  'entries per error',
  'sum check: found',
  'entries per error',
]

function errorCells(scores) {
  const { files, errors, intact, telling, fates, choices, wrongNames, wronglyNamed, entries, sums, bySums } =
    summarize(scores)
  const { named, tied, elsewhere, tooMany, unlocated, missed } = fates
  return [
    files,
    errors,
    intact,
    telling || '–',
    share(named, errors),
    tied,
    choices ?? '–',
    elsewhere,
    tooMany,
    unlocated,
    missed,
    wrongNames === 0 ? 0 : `**${wrongNames}** in ${wronglyNamed} files`,
    (entries / errors).toFixed(2),
    share(bySums, files),
    (sums / errors).toFixed(2),
  ]
}

function severalCells(scores) {
  const { files, errors, fates, allNamed, causes, wrongNames } = summarize(scores)
  return [
    files,
    errors,
    share(fates.named, errors),
    fates.tied,
    share(allNamed, files),
    (causes / files).toFixed(2),
    wrongNames,
  ]
}

function blankRows(kind, scores) {
  const { blanks, bySums } = summarize(scores)
  return blanks.flatMap(({ cells, ...fates }, index) => {
    if (cells === 0) return []
    const counts = blankFates.map(fate => fates[fate])
    return [[kind, index === 0 ? '0' : 'above 0', cells, ...counts, `${bySums} of ${scores.length} files`]]
  })
}

function cleanLine(scores) {
  const { files, spoken, bySums } = summarize(scores)
  return `${files} files: something said of ${spoken}; of ${bySums} by the sum check.`
}

function wrongLines(scores) {
  const lines = scores.flatMap(({ file, kind, isMisleading, wrongNames, blanks }) =>
    [
      ...wrongNames.map(
        wrong => `${wordsOf(wrong)}${isMisleading ? '; one cell alone would explain the figures' : ''}`,
      ),
      ...blanks
        .filter(({ fate }) => fate === 'wrong')
        .map(({ ref, said, right }) => {
          const range =
            said.lowest === said.highest
              ? said.lowest
              : said.highest === null
                ? `at least ${said.lowest}`
                : `${said.lowest} to ${said.highest}`
          return `blank \`${ref}\` said to be ${range}${said.by ? ` by ${said.by}` : ''}, but it is ${right}`
        }),
    ].map(line => `- ${file} (${kind}): ${line}`),
  )
  return [lines.length > 0 ? lines.join('\n') : 'None.']
}

function wordsOf({ ref, expected, right }) {
  return `\`${ref}\` named, to be ${expected ?? 'another'}, but ${right === null ? 'it is not wrong' : `it should be ${right}`}`
}

function isOneCell({ kind, errors }) {
  return errors.length === 1 && singleKinds.has(kind)
}

const singleKinds = new Set(kinds.filter(kind => kind.isOneCell).map(kind => kind.id))

/** In the order of the first of each. */
function groups(scores, key) {
  const byKey = new Map()
  for (const score of scores) byKey.set(score[key], [...(byKey.get(score[key]) ?? []), score])
  return [...byKey]
}

function share(part, whole) {
  return `${part} (${whole === 0 ? '–' : `${((100 * part) / whole).toFixed(1)}%`})`
}

function table(head, rows) {
  const texts = [head, ...rows].map(cells => cells.map(String))
  const widths = head.map((_, column) => Math.max(3, ...texts.map(cells => cells[column].length)))
  const pad = (text, column) => (column === 0 ? text.padEnd(widths[0]) : text.padStart(widths[column]))
  const rule = widths.map((width, column) => (column === 0 ? '-'.repeat(width) : `${'-'.repeat(width - 1)}:`))
  const lines = [texts[0].map(pad), rule, ...texts.slice(1).map(cells => cells.map(pad))]
  return lines.map(cells => `| ${cells.join(' | ')} |`).join('\n')
}
