import { expect, test } from 'vitest'
import { balancedFigures } from '../../src/testing/balanced.ts'
import { keptReport } from '../../src/testing/figures.ts'
import { layOut } from '../../src/testing/laid-out.ts'
import { type ReportWriter, reportWriters } from '../../src/testing/report-writers.ts'
import { all, defects } from './defects.ts'
import { type Difference, differencesOf } from './differences.ts'
import { keptReports } from './kept-reports.ts'
import { saidOf } from './said-of.ts'

/**
 * A report says the same in whatever format it is written: the same facts, and the same diagnostics but for their places.
 * Each place that is given for a fact holds its text.
 */
const editions = ['2019', '2021'] as const
const balanced = (edition: (typeof editions)[number], seed: number) =>
  layOut(keptReport(edition, balancedFigures(edition, seed)))

const reports = [
  ...keptReports.map(([file, report]) => [file, layOut(report)] as const),
  ...editions.flatMap(edition => [
    ...[1, 2].map(seed => [`${edition}, seed ${seed}`, balanced(edition, seed)] as const),
    [`${edition} with all defects`, all(...Object.values(defects))(balanced(edition, 5))] as const,
  ]),
  ...Object.entries(defects).map(([name, defect], index) => {
    const edition = editions[index % 2]!
    return [`${edition} with ${name}`, defect(balanced(edition, 4))] as const
  }),
]

const [plain, ...others] = reportWriters

test.each(reports)('%s', async (_, report) => {
  const expected = await saidOf('report.csv', plain!.write(report))
  for (const writer of others) {
    const said = await saidOf(`report.${writer.extension}`, writer.write(report))
    const differences = differencesOf(writer, inherent)
    expect(differences(said), nameOf(writer)).toEqual(differences(expected))
  }
})

const inherent: readonly Difference[] = [
  {
    why: 'Only a workbook tells numbers from texts; money like 3.50 stays a text there.',
    of: ({ extension }) => ['xlsx', 'xls', 'et', 'ods'].includes(extension),
    codes: ['GJ014'],
  },
  {
    why: 'Markup has no blanks around a text of its own, and Word a hard one in each empty cell.',
    of: ({ name, extension }) => ['html', 'mht', 'md'].includes(extension) || /page|Markdown/.test(name),
    blanks: true,
  },
  {
    why: 'A label broken over lines is quoted with its break.',
    of: ({ name }) => name.startsWith('heads broken'),
    blanks: true,
  },
  {
    why: 'Each figure stands between blanks, which are told and quoted.',
    of: ({ name }) => name === 'wide-blanks',
    codes: ['GJ211'],
    blanks: true,
  },
]

function nameOf({ extension, name }: ReportWriter): string {
  return `.${extension}: ${name}`
}
