import {
  contradictionSentences,
  proofData,
  proofText,
  proveForms,
  type TableProof,
  toolName,
  toolVersion,
} from '../../core/index.ts'
import { type ExitCode, exitCode } from '../exit-code.ts'
import type { Context } from '../io.ts'
import type { RulesOptions } from './rules.ts'

/** Proves what the relations of each form can tell; fails when some contradict each other. */
export async function proveRules(
  { format = 'table' }: RulesOptions,
  { io, language, words }: Context,
  proofs: readonly TableProof[] = proveForms(),
): Promise<ExitCode> {
  const text = proofText(proofs, language).map(line => `${line}\n`)
  io.stdout.write(format === 'json' ? proofJson(proofs) : text.join(''))
  const sentences = contradictionSentences(proofs, language)
  for (const sentence of sentences) io.stderr.write(`${words.error}${sentence}\n`)
  return sentences.length > 0 ? exitCode.findings : exitCode.ok
}

function proofJson(proofs: readonly TableProof[]): string {
  const tool = { name: toolName, version: toolVersion }
  return `${JSON.stringify({ version: 1, tool, tables: proofs.map(proofData) }, null, 2)}\n`
}
