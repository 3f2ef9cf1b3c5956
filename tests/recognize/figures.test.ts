import { expect, test } from 'vitest'
import { parseSource } from '../../src/core/index.ts'
import { nodeHost } from '../../src/node/host.ts'
import { layOut } from '../../src/testing/laid-out.ts'
import { reportWriters } from '../../src/testing/report-writers.ts'
import { keptReports } from '../formats/kept-reports.ts'

/** Each kept report, written in every way, gives back its own facts. */
for (const [file, report] of keptReports) {
  const laid = layOut(report)
  test.each(reportWriters.map(writer => [`.${writer.extension}: ${writer.name}`, writer] as const))(
    `${file} as %s`,
    async (_, { extension, write }) => {
      const source = { path: `report.${extension}`, bytes: write(laid) }
      const parsed = await parseSource(source, nodeHost)
      expect({ body: parsed.body, year: parsed.year }).toEqual({ body: report.body, year: report.year })
      expect(Object.fromEntries(parsed.tables.map(table => [table.table, table.edition]))).toEqual(
        report.editions,
      )
      expect(Object.fromEntries(parsed.facts.map(fact => [fact.ref, fact.value]))).toEqual(report.facts)
    },
  )
}
