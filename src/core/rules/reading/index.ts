import type { Rule } from '../rule.ts'
import { damagedFile } from './damaged-file.ts'
import { dateCell } from './date-cell.ts'
import { formulaWithoutValue } from './formula-without-value.ts'
import { garbledText } from './garbled-text.ts'
import { leftOutText } from './left-out-text.ts'
import { limitExceeded } from './limit-exceeded.ts'
import { nameMismatch } from './name-mismatch.ts'
import { noTableFound } from './no-table-found.ts'
import { protectedFile } from './protected-file.ts'
import { trackedChanges } from './tracked-changes.ts'
import { unclosedQuote } from './unclosed-quote.ts'
import { undecodableText } from './undecodable-text.ts'
import { unreadFormat } from './unread-format.ts'
import { unreadableFile } from './unreadable-file.ts'

/** GJ0xx: what keeps a file from being read. */
export const readingRules: readonly Rule[] = [
  noTableFound,
  undecodableText,
  unreadFormat,
  nameMismatch,
  damagedFile,
  protectedFile,
  unclosedQuote,
  limitExceeded,
  formulaWithoutValue,
  dateCell,
  unreadableFile,
  garbledText,
  leftOutText,
  trackedChanges,
]
