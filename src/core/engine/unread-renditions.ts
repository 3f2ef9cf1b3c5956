import type { Diagnostic, FileResult } from '../diagnostics/diagnostic.ts'
import type { ProblemData } from '../document/problem.ts'
import { withoutForm } from '../model/renditions.ts'
import { describeProblem, type Wording } from './describe.ts'

/** Of files in formats that are not read, the file that was read and bears the same name; both by path. */
export function readableForms(files: readonly FileResult[]): ReadonlyMap<string, FileResult> {
  const unread = files.filter(isUnread)
  if (unread.length === 0) return new Map()
  const readable = new Map<string, FileResult>()
  for (const file of files) {
    const name = withoutForm(file.path)
    if (file.tables.length > 0 && !readable.has(name)) readable.set(name, file)
  }
  return new Map(
    unread.flatMap(({ path }) => {
      const form = readable.get(withoutForm(path))
      return form ? [[path, form] as const] : []
    }),
  )
}

/** The file as it was, which now says what was not compared. */
export function besideReadable(file: FileResult, readable: FileResult, wording: Wording): FileResult {
  const diagnostics = file.diagnostics.map((diagnostic): Diagnostic => {
    if (diagnostic.name !== unread) return diagnostic
    const data = { ...(diagnostic.data as ProblemData[typeof unread]), readable: readable.path }
    const said = describeProblem({ name: unread, location: diagnostic.location, data }, wording)
    return { ...diagnostic, message: said.message, data: said.data }
  })
  return { ...file, diagnostics }
}

const unread = 'unread-format'

function isUnread({ diagnostics }: FileResult): boolean {
  return diagnostics.some(({ name }) => name === unread)
}
