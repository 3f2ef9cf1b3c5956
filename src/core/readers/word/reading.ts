import type { LeftOut } from '../../document/problem.ts'
import { isTelling } from '../telling.ts'
import type { Numbering } from './numbering.ts'
import { type Mark, newStory, type Story } from './story.ts'
import type { OpenCell, OpenRow, OpenTable } from './tables.ts'

/** Where the walk through a document stands, and what was found so far. */
export interface Reading {
  readonly numbering: Numbering
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
  /** Fields inside each other: true for one that is still in its code, which is no text. */
  readonly fields: boolean[]
  /** Of those, how many are in their code. */
  codes: number
  readonly leftOut: LeftOutText[]
  changes: Mark | null
}

export interface OpenParagraph {
  text: string
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
  unread: Unread | null
}

/** Something left out that may hold figures; its text as far as it has one. */
export interface LeftOutText {
  readonly kind: LeftOut
  readonly text: string
  readonly mark: Mark
}

export function newReading(numbering: Numbering): Reading {
  return {
    numbering,
    story: newStory(),
    isInCell: false,
    table: null,
    row: null,
    cell: null,
    paragraph: null,
    run: null,
    styled: '',
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
  if (isTelling(text)) reading.leftOut.push({ kind, text: text.trim().slice(0, 100), mark })
}
