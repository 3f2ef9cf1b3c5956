import { existsSync } from 'node:fs'
import { extname, resolve } from 'node:path'
import { editionById, latestEdition, templateCsv, templateWorkbook } from '../../core/index.ts'
import { UserError } from '../../node/user-error.ts'
import { type ExitCode, exitCode } from '../exit-code.ts'
import type { Context } from '../io.ts'
import { writeOutput } from '../outputs.ts'

export interface TemplateOptions {
  readonly edition?: string
  readonly format?: (typeof formats)[number]
  readonly output?: string
}

export const formats = ['csv', 'xlsx'] as const

/** Writes a blank form. Never over a file that is there: it may have been filled in. */
export async function template(options: TemplateOptions, context: Context): Promise<ExitCode> {
  const { io, words } = context
  const { output } = options
  const edition = editionById(options.edition ?? '') ?? latestEdition
  const format = chooseFormat(options, context)
  if (output !== undefined && existsSync(resolve(io.cwd, output)))
    throw new UserError(words.alreadyThere(output), words.alreadyThereHint)
  if (output === undefined && format === 'xlsx' && io.stdout.isTTY)
    throw new UserError(words.workbookToTerminal, words.workbookToTerminalHint)
  // With the mark, Excel takes the text for UTF-8.
  const content = format === 'xlsx' ? await templateWorkbook(edition) : `\ufeff${templateCsv(edition)}`
  if (output === undefined) io.stdout.write(content)
  else writeOutput(output, content, context)
  return exitCode.ok
}

/** The format that was asked for, else that of the file's name. */
function chooseFormat({ format, output = '' }: TemplateOptions, context: Context): string {
  const extension = formats.find(each => extname(output).toLowerCase() === `.${each}`)
  if (format && extension && extension !== format)
    throw new UserError(context.words.wrongExtension(output, format))
  return format ?? extension ?? 'csv'
}
