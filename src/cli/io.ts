import type { Language, Limits } from '../core/index.ts'
import type { Words } from './words/words.ts'

/** All that a run takes from the process, so that tests can hand in something else. */
export interface Io {
  readonly stdout: Output
  readonly stderr: Output
  readonly stdin: AsyncIterable<Uint8Array>
  readonly env: Readonly<Record<string, string | undefined>>
  readonly platform: NodeJS.Platform
  /** Absolute. */
  readonly cwd: string
  /** Milliseconds since 1970, as of `Date.now`. */
  now(): number
}

export interface Output {
  write(content: string | Uint8Array): unknown
  readonly isTTY?: boolean | undefined
  readonly columns?: number | undefined
}

/** What every command is handed besides its own arguments. */
export interface Context {
  readonly io: Io
  readonly language: Language
  /** What it was chosen by, as it is written; null by nothing. */
  readonly languageFrom: string | null
  readonly words: Words
  /** `--color` or `--no-color`; undefined when neither is given. */
  readonly color: boolean | undefined
  /** Bounds on what is read of a file. */
  readonly limits: Limits
  /** Those of them that `--limit` gives. */
  readonly askedLimits: Partial<Limits>
  /** Notes what is being worked on, for the report of a bug. */
  workOn(subject: string): void
}
