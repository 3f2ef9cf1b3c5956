import { existsSync, statSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { toolName } from '../../core/name.ts'
import { visible } from '../../core/reporters/index.ts'
import { checkInputs } from '../../node/check-files.ts'
import { findFiles, shownPath } from '../../node/find-files.ts'
import { createProjectFinder, projectFiles } from '../../node/project.ts'
import { UserError } from '../../node/user-error.ts'
import { type CiFile, type CiSystem, ciFiles, hookFile } from '../ci-files.ts'
import { type ExitCode, exitCode } from '../exit-code.ts'
import type { Context } from '../io.ts'
import { writeOutput } from '../outputs.ts'
import { startProgress } from '../progress.ts'
import { type Survey, surveyOf } from '../survey.ts'

export interface InitOptions {
  readonly dir?: string
  readonly hook?: boolean
  readonly ci?: string
}

/** Looks at a folder of reports and writes the settings it needs, and what has others run gouji. Overwrites nothing. */
export async function init({ dir = '.', hook, ci }: InitOptions, context: Context): Promise<ExitCode> {
  const { io, words, language } = context
  const folder = resolve(io.cwd, dir)
  if (!existsSync(folder)) throw new UserError(words.missingPath(dir), words.missingPathHint)
  if (!statSync(folder).isDirectory()) throw new UserError(words.init.noFolder(dir))
  const others = [...(hook ? [hookFile] : []), ...(ci === undefined ? [] : [ciFileOf(ci, context)])]
  const isThere = existsSync(join(folder, projectFiles.config))
  if (isThere && others.length === 0)
    throw new UserError(words.alreadyThere(shown(dir, projectFiles.config)), words.init.alreadyThereHint)
  const say = (line: string) => io.stdout.write(`${visible(line)}\n`)

  const survey = await look(folder, context)
  for (const line of words.init.found(survey, words.list)) say(line)
  if (isThere) say(words.init.kept(shown(dir, projectFiles.config)))
  else {
    const above = createProjectFinder(['config'])(dirname(folder))?.files.config
    if (above) io.stderr.write(`${words.note}${visible(words.init.above(shownPath(above, io.cwd)))}\n`)
    const hasSchema = existsSync(join(folder, 'node_modules', toolName, 'schemas'))
    const content = words.init.config({ ...survey, language, hasSchema })
    writeOutput(join(folder, projectFiles.config), content, context)
    say(words.init.written(shown(dir, projectFiles.config)))
  }
  for (const file of others) writeOther(file, dir, folder, context)
  say('')
  say(words.init.next)
  return exitCode.ok
}

async function look(folder: string, { io, words, language, limits, workOn }: Context): Promise<Survey> {
  const { files } = await findFiles(['.'], folder)
  const progress = startProgress(io, words)
  try {
    const onProgress = (path: string, index: number, total: number) => {
      workOn(path)
      progress.show(index, total)
    }
    const options = { language, profile: 'standard', limits, onProgress } as const
    return surveyOf((await checkInputs(files, options)).files)
  } finally {
    progress.end()
  }
}

/** A file that is there belongs to others, too: what to add is printed. */
function writeOther({ path, content }: CiFile, dir: string, folder: string, context: Context): void {
  const { io, words, language } = context
  const target = join(folder, path)
  if (!existsSync(target)) {
    writeOutput(target, content(language), context)
    io.stdout.write(`${visible(words.init.written(shown(dir, path)))}\n`)
    return
  }
  io.stdout.write(`${visible(words.init.toAdd(shown(dir, path)))}\n\n`)
  io.stdout.write(content(language).replace(/^(?=.)/gm, '    '))
}

function ciFileOf(name: string, { words }: Context): CiFile {
  const names = Object.keys(ciFiles)
  if (!names.includes(name)) throw new UserError(words.notOneOf('--ci', name), words.oneOf(words.list(names)))
  return ciFiles[name as CiSystem]
}

function shown(dir: string, path: string): string {
  return dir === '.' ? path : `${dir.replace(/[\\/]+$/, '')}/${path}`
}
