import { checkSource, type FileResult, type Occurrence } from '../../src/core/index.ts'
import { nodeHost } from '../../src/node/host.ts'
import { reportCsv } from '../cli/run.ts'

/** What is said of a report with figures of its own in some cells. */
export async function checkedFile(
  changes: Readonly<Record<string, string>> = {},
  language: 'zh-CN' | 'en' = 'en',
): Promise<FileResult> {
  return checkedBytes(reportCsv(changes), language)
}

export async function checkedBytes(
  bytes: Uint8Array,
  language: 'zh-CN' | 'en' = 'en',
  path = '镇.csv',
): Promise<FileResult> {
  const checked = await checkSource(
    { path, bytes, isNamed: true },
    { language, profile: 'standard' },
    nodeHost,
  )
  if (checked.kind !== 'checked') throw new Error(`${path} is passed over`)
  return checked.file
}

/** What is said of each subject. */
export function reported({ diagnostics }: FileResult): readonly Occurrence[] {
  return diagnostics.flatMap(({ code, subjects }) => subjects.map(({ ref, value }) => ({ code, ref, value })))
}
