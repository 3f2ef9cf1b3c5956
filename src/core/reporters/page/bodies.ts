import type { BodyResult, Result } from '../../diagnostics/diagnostic.ts'
import { bodyLists, bodyRow, sortedBodies } from '../bodies.ts'
import { bodyColumns, bodyWords } from '../body-words.ts'
import type { PageContext } from './context.ts'
import { type Content, html } from './markup.ts'
import type { NumberedFile } from './overview.ts'
import { tableOf } from './table.ts'

/** How the bodies stand, each with the way to the records of its files; nothing of a single body. */
export function bodiesOf(result: Result, files: readonly NumberedFile[], { sheet }: PageContext): Content {
  if (result.bodies.length === 0) return ''
  const words = bodyWords[result.language]
  const numbered = new Map(files.map(each => [each.file.path, each]))
  const rows = sortedBodies(result).listed.map(body => {
    const { body: name, counts, causes } = bodyRow(body, result)
    const [, ...found] = counts
    return {
      cells: [
        name,
        linksOf(body, numbered, words.separator),
        counts[0],
        ...found,
        causes.join(sheet.separator),
      ],
    }
  })
  const heads = bodyColumns.map(column => words.heads[column])
  return html`<h2>${words.title(result.bodies.length)}</h2>
${rows.length > 0 ? tableOf('bodies', words.caption, heads, rows) : ''}${bodyLists(result).map(
  ({ title, names }) => html`<p>${title}${names.join(words.separator)}</p>
`,
)}`
}

/** Named by the year, or by the path where that would not tell them apart. */
function linksOf(
  { files }: BodyResult,
  numbered: ReadonlyMap<string, NumberedFile>,
  separator: string,
): Content {
  const years = files.map(path => numbered.get(path)!.file.year)
  return files.map((path, index) => {
    const year = years[index]!
    const isAlone = year !== null && years.filter(each => each === year).length === 1
    const link = html`<a href="#f${numbered.get(path)!.number}">${isAlone ? year : path}</a>`
    return index === 0 ? link : html`${separator}${link}`
  })
}
