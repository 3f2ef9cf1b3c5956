import { entriesOf } from './entries.ts'
import { entryMessage } from './entry-text.ts'
import type { Reporter } from './reporter.ts'
import { xmlAttributes, xmlHead } from './xml.ts'

/** Checkstyle's XML: every file that was checked, with its entries. */
export const checkstyle: Reporter = ({ tool, files }) => {
  const lines = files.flatMap(file => {
    const errors = entriesOf(file).map(entry => {
      const { line, column } = entry.location
      const { severity, code } = entry
      const source = `${tool.name}.${code}`
      return `    <error${xmlAttributes({ line, column, severity, message: entryMessage(entry), source })}/>`
    })
    const name = xmlAttributes({ name: file.path })
    return errors.length > 0 ? [`  <file${name}>`, ...errors, '  </file>'] : [`  <file${name}/>`]
  })
  return `${[xmlHead, '<checkstyle version="4.3">', ...lines, '</checkstyle>'].join('\n')}\n`
}
