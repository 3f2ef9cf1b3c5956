import type { Format } from './format.ts'
import type { Location } from './location.ts'

/**
 * What reading and recognising may find wrong, and what is to be said of gouji's own files, by the name of the rule
 * that words it, with the data its message needs. Labels are in the words of the form; `table` is 表二, 表三 or 表四.
 */
export interface ProblemData {
  // reading: from bytes to grids
  'undecodable-text': { readonly tried: string }
  /** `readable`: the path of a file that was read and, by its name, holds the same report. */
  'unread-format': { readonly format: string; readonly advice: Advice; readonly readable?: string }
  'name-mismatch': { readonly extension: string; readonly found: Format }
  'damaged-file': { readonly detail: string }
  'protected-file': Record<string, never>
  'unclosed-quote': Record<string, never>
  /** `actual` may be unknown, and then is empty. */
  'limit-exceeded': { readonly limit: Limit; readonly actual: string; readonly allowed: number }
  'formula-without-value': { readonly formula: string }
  'date-cell': { readonly shown: string }
  'garbled-text': { readonly garbling: Garbling }
  'unreadable-file': { readonly reason: string }
  /** `text` is the beginning of the first, the program an object belongs to, or where a frame is; it may be empty. */
  'left-out-text': {
    readonly kind: LeftOut
    readonly count: number
    readonly text: string
    /** True in a cell of a table; what else it holds is not used either. */
    readonly isInCell: boolean
  }
  /** `place` is the address of the first change; empty where nothing is left of it. */
  'tracked-changes': { readonly place: string }
  // recognising: from grids to tables
  'no-table-found': { readonly sign: string }
  'several-reports': { readonly first: string; readonly second: string }
  'unknown-row': { readonly table: string; readonly label: string }
  'missing-row': { readonly table: string; readonly labels: readonly string[] }
  'unknown-column': { readonly table: string; readonly label: string }
  'missing-column': { readonly table: string; readonly labels: readonly string[] }
  'row-out-of-order': { readonly table: string; readonly label: string; readonly after: string }
  'column-out-of-order': { readonly table: string; readonly label: string; readonly after: string }
  'duplicate-table': {
    readonly table: string
    readonly different: number
    readonly first: string
    readonly hidden?: Hidden
  }
  'duplicate-row': { readonly table: string; readonly label: string; readonly hidden?: Hidden }
  'unclear-edition': { readonly table: string; readonly assumed: string }
  'mixed-editions': { readonly table: string; readonly labels: readonly string[] }
  'radical-in-label': { readonly table: string; readonly label: string; readonly count: number }
  'label-drift': { readonly found: string; readonly expected: string }
  'short-row': { readonly table: string; readonly rows: readonly ShortRow[] }
  'wide-row': {
    readonly table: string
    readonly label: string
    readonly found: number
    readonly expected: number
  }
  'other-unit': {
    readonly table: string
    readonly label: string
    readonly unit: string
    readonly expected: string
  }
  'repeated-column': { readonly table: string; readonly labels: readonly string[] }
  'headless-table': { readonly table: string; readonly columns: number }
  'merged-figures': { readonly table: string; readonly label: string; readonly cells: number }
  // waivers and baseline
  'unused-waiver': WaivedCell & { readonly why: Unused }
  'lapsed-waiver': WaivedCell & { readonly found: string }
  'expired-waiver': WaivedCell & { readonly until: string }
  'outdated-baseline': { readonly count: number }
}

/** What a waiver accepts; `ref` is empty for what is about no cell. */
type WaivedCell = {
  readonly file: string
  readonly code: string
  readonly ref: string
  readonly value: string
}

/** `gone`: nothing of the kind is found any more; `twice`: another waiver accepts it already. */
export type Unused = 'gone' | 'twice' | 'no-file' | 'unread'

/** What cannot be seen in a workbook. */
export interface Hidden {
  readonly sheet: string
  /** From 1; null when the whole sheet is hidden. */
  readonly row: number | null
}

export interface ShortRow {
  readonly label: string
  readonly found: number
  readonly expected: number
  /** False when the figures could not be given to columns with certainty and were refused. */
  readonly placed: boolean
}

/** `misread`: in an encoding that was not the file's; `lost`: each character became a question mark. */
export type Garbling = 'misread' | 'lost'

/** What a person can do about a file that is not read. */
export type Advice = 'save-as-xlsx' | 'save-as-docx' | 'export-tables' | 'unpack'

/** What a document holds beside its text. `workbook` is a table pasted as an object. */
export type LeftOut =
  | 'text-box'
  | 'formula'
  | 'hidden'
  | 'struck'
  | 'workbook'
  | 'inserted-file'
  | 'object'
  | 'picture'
  | 'frame'

/** The bounds on what a reader takes in, by the names they have in options. */
export type Limit =
  | 'fileSize'
  | 'inflatedSize'
  | 'inflatedRatio'
  | 'cells'
  | 'sheets'
  | 'nesting'
  | 'seconds'
  | 'memory'

export type ProblemName = keyof ProblemData

export type Problem = { [Name in ProblemName]: ProblemOf<Name> }[ProblemName]

interface ProblemOf<Name extends ProblemName> {
  readonly name: Name
  readonly location: Location
  readonly data: ProblemData[Name]
  /** Other places that belong to the same problem. */
  readonly related?: readonly Location[]
}

/** True for what says that a file, or a part of it, could not be read. */
export function isRefusal({ name }: Pick<Problem, 'name'>): boolean {
  return refusals.includes(name)
}

/** True for the name of a rule that says that tables were not read, for whatever reason. */
export function isUnread(name: string): boolean {
  return refusals.includes(name) || unread.includes(name)
}

const unread: readonly string[] = [
  'no-table-found',
  'several-reports',
  'unread-format',
] satisfies readonly ProblemName[]

const refusals: readonly string[] = [
  'damaged-file',
  'limit-exceeded',
  'protected-file',
  'undecodable-text',
  'unreadable-file',
] satisfies readonly ProblemName[]
