import type { LeftOut } from '../../document/problem.ts'
import { isTelling } from '../telling.ts'
import type { Looks } from './looks.ts'
import type { Numbering } from './numbering.ts'
import type { Shown } from './shown.ts'
import { type Mark, newStory, type Story } from './story.ts'
import type { Styles } from './styles.ts'
import type { OpenCell, OpenRow, OpenTable } from './tables.ts'

/** Where the walk through a document stands, and what was found so far. */
export interface Reading {
  readonly numbering: Numbering
  readonly styles: Styles
  /** The innermost cell, or the document outside of tables. */
  story: Story
  isInCell: boolean
  table: OpenTable | null
  row: OpenRow | null
  cell: OpenCell | null
  paragraph: OpenParagraph | null
  run: OpenRun | null
  /** The element that properties of text belong to, such as `w:r`. */
  styled: string
  /** True in a content control that only shows what to fill in. */
  isPlaceholder: boolean
  /** Fields inside each other. */
  readonly fields: OpenField[]
  /** Of those, how many are in their code. */
  codes: number
  readonly leftOut: LeftOutText[]
  changes: Mark | null
}

export interface OpenParagraph {
  text: string
  /** How high its last text stands; null at a mark that no text runs together with. */
  height: string | null
  /** The text met inside the code of a field. */
  code: string
  readonly unread: Record<Unread, string>
  style: string | null
  list: string | null
  level: number | null
  /** True when its end was deleted, so that it is one with the next paragraph. */
  isJoined: boolean
  readonly mark: Mark
}

/** Text in a paragraph that is not read: it is not shown, or is crossed out. */
export type Unread = Extract<LeftOut, 'hidden' | 'struck'>

export interface OpenRun {
  readonly looks: Looks
  style: string | null
  /** True behind the reference of a note whose mark is text. */
  isMark: boolean
  /** Worked out at its first text. */
  shown: Shown | null
}

export interface OpenField {
  /** True until its result begins; a code is no text. */
  isInCode: boolean
  code: string
  /** Where it begins: after so many characters of the paragraph. */
  readonly paragraph: OpenParagraph | null
  readonly length: number
}

/** Something left out that may hold figures; its text as far as it has one. */
export interface LeftOutText {
  readonly kind: LeftOut
  readonly text: string
  /** False for what holds no figure or label as far as is known; it counts where nothing else stands. */
  readonly isTelling: boolean
  readonly mark: Mark
}

export function newReading(numbering: Numbering, styles: Styles): Reading {
  return {
    numbering,
    styles,
    story: newStory(),
    isInCell: false,
    table: null,
    row: null,
    cell: null,
    paragraph: null,
    run: null,
    styled: '',
    isPlaceholder: false,
    fields: [],
    codes: 0,
    leftOut: [],
    changes: null,
  }
}

/** The paragraph or row that is read now. */
export function markHere({ story, table }: Reading): Mark {
  return { story, item: story.items.length, row: table ? table.rows.length : null }
}

/** Notes a change that nobody has accepted or refused yet; the first one is named. */
export function noteChange(reading: Reading): void {
  reading.changes ??= markHere(reading)
}

/** Text may be a figure or a label, if it is not just a mark or a name. */
export function noteLeftOut(reading: Reading, kind: LeftOut, text: string, mark: Mark): void {
  const start = text.trim().slice(0, 100)
  if (start !== '') reading.leftOut.push({ kind, text: start, isTelling: isTelling(text), mark })
}
