import { type CellExplanation, cellText, explainCell, toolName, toolVersion } from '../../core/index.ts'
import { visible, visiblePlace } from '../../core/reporters/index.ts'
import { nodeHost } from '../../node/host.ts'
import { UserError } from '../../node/user-error.ts'
import type { CellArgument } from '../cell-argument.ts'
import { type ExitCode, exitCode } from '../exit-code.ts'
import type { Context } from '../io.ts'
import { readInput } from '../read-input.ts'
import { loadSettings } from '../settings/settings.ts'
import { styleFor } from '../style.ts'
import { meant } from '../suggestions.ts'

/** What a cell is checked against and what that says of it; as JSON a certificate, version 1. */
export async function explainOneCell(
  { path, target }: CellArgument,
  format: 'text' | 'json',
  context: Context,
): Promise<ExitCode> {
  const { io, words } = context
  const source = readInput(path, context)
  const options = (await loadSettings([source], {}, context)).optionsFor(source)
  const found = await explainCell(source, target, options, nodeHost)
  if (found.kind === 'no-report') {
    io.stderr.write(`${words.error}${visible(words.noTable(path))}\n`)
    return exitCode.findings
  }
  if (found.kind === 'nothing') {
    const similar = target.kind === 'ref' ? meant(target.ref, found.refs, words) : undefined
    throw new UserError(words.unknownCell(path), similar ?? words.allRefs(path))
  }
  if (found.kind !== 'cell') {
    const sentence = found.kind === 'added-row' ? words.addedRow(found.label) : words.noFigure(found.text)
    if (format === 'json') throw new UserError(sentence)
    io.stdout.write(`${visible(sentence)}\n`)
    return exitCode.ok
  }
  io.stdout.write(format === 'json' ? asJson(found.explanation) : await asText(found.explanation, context))
  return exitCode.ok
}

function asJson({ certificate }: CellExplanation): string {
  const tool = { name: toolName, version: toolVersion }
  return `${JSON.stringify({ version: 1, tool, ...certificate }, null, 2)}\n`
}

async function asText(explanation: CellExplanation, context: Context): Promise<string> {
  const { path, location, format } = explanation
  const { bold } = await styleFor(context.io.stdout, context)
  const place = location ? visiblePlace(path, location, format) : visible(path)
  const [name, ...lines] = cellText(explanation, place, context.language).map(visible)
  return [bold(name!), ...lines].map(line => `${line}\n`).join('')
}
