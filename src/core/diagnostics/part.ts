import type { FileResult, Language, Profile, Skipped } from './diagnostic.ts'

/**
 * One of the parts that a run was cut into, with all that was found in its files, so that parts can be joined to the
 * result of the whole run. Settings that need all files to be applied (severities, waivers) are applied to them then.
 */
export interface Part {
  /** Of the program that checked it. */
  readonly build: string
  /** From 1. */
  readonly index: number
  readonly count: number
  /** Files of the whole run. */
  readonly total: number
  /** Of the paths of the whole run and the options each is checked with; the parts of one run have it in common. */
  readonly run: string
  /** Of the settings of the projects that the files belong to. */
  readonly settings: string
  readonly language: Language
  readonly profile: Profile
  /** Paths that were asked for and do not exist, and patterns that fit nothing. */
  readonly missing: readonly string[]
  readonly unmatched: readonly string[]
  /** Sentences that hold of a run when they hold of each of its parts. */
  readonly notes: readonly string[]
  readonly files: readonly FileResult[]
  readonly skipped: readonly Skipped[]
}

/** Of the file that holds a part. */
export const partVersion = 1
