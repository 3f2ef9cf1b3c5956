import type { Language, Source } from '../core/api/index.ts'
import { type FoundFile, findFiles } from './find-files.ts'
import { UserError } from './user-error.ts'

/** The path of a file or a folder, a pattern, or a file that was read. */
export type Input = string | Source

/**
 * The files of paths, folders and patterns, then the sources among the inputs.
 * @throws UserError when there is no such path and when nothing fits a pattern.
 */
export async function findInputs(
  inputs: Input | readonly Input[],
  cwd: string,
  language: Language,
): Promise<readonly (FoundFile | Source)[]> {
  const all = typeof inputs === 'string' || 'path' in inputs ? [inputs] : inputs
  const paths = all.filter(input => typeof input === 'string')
  const { files, missing, unmatched } = await findFiles(paths, cwd)
  const nowhere = [...missing, ...unmatched]
  if (nowhere.length > 0) {
    const list = nowhere.join(language === 'en' ? ', ' : '、')
    throw new UserError(language === 'en' ? `No such path: ${list}` : `路径不存在：${list}`)
  }
  return [...files, ...all.filter(input => typeof input !== 'string')]
}
