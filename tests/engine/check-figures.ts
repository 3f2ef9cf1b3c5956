import { checkSource, type FileResult, type Language } from '../../src/core/index.ts'
import { nodeHost } from '../../src/node/host.ts'
import type { Figures } from '../../src/testing/balanced.ts'
import { type KeptReport, keptReport } from '../../src/testing/figures.ts'
import { reportSheet } from '../../src/testing/laid-out.ts'
import { plainStyle, writeText } from '../../src/testing/write-text.ts'

/** What is said of a report with these figures, handed over as a CSV file. */
export function checkFigures(
  edition: string,
  figures: Figures,
  language: Language = 'zh-CN',
): Promise<FileResult> {
  return checkReport(keptReport(edition, figures), language)
}

export async function checkReport(report: KeptReport, language: Language = 'zh-CN'): Promise<FileResult> {
  const bytes = writeText(reportSheet(report).rows, plainStyle)
  const wording = { language, profile: 'standard' } as const
  const checked = await checkSource({ path: '示例镇.csv', bytes }, wording, nodeHost)
  if (checked.kind !== 'checked') throw new Error('skipped')
  return checked.file
}
