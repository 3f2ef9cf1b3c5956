import type { Format } from '../document/format.ts'
import type { Location } from '../document/location.ts'
import type { Figures } from '../model/figures.ts'
import type { Encoding } from '../text/decode.ts'

export type Severity = 'error' | 'warning' | 'info'
export type Language = 'zh-CN' | 'en'
export type Profile = 'standard' | 'strict'

/** One fact about a report that a person should know, placed and worded. */
export interface Diagnostic {
  readonly code: string
  readonly name: string
  readonly severity: Severity
  /** One sentence that stands alone. */
  readonly message: string
  /** Why it matters and what to do, a sentence each. */
  readonly notes: readonly string[]
  /** The cell it is about; null when it is about a label, a table or the file. */
  readonly ref: string | null
  readonly location: Location
  readonly related: readonly Related[]
  /** What the message says, for programs: numbers as exact decimal strings. */
  readonly data: Readonly<Record<string, unknown>>
  /** The row of the cell under its heads; null when the diagnostic is about no cell. */
  readonly excerpt: Excerpt | null
  /** Ways to settle it, each by itself; none where only a person can. */
  readonly fixes: readonly Fix[]
  /** What it is about, at least one; with its code and file, what tells it from every other finding. */
  readonly subjects: readonly Subject[]
}

/**
 * A cell that a diagnostic is about and what it says there. Lines and words are no part of it, so that it stays the same
 * when rows are moved and when the output is in another language; with another number it is another finding.
 */
export interface Subject {
  /** Empty when the diagnostic is about a label, a table or the file. */
  readonly ref: string
  /**
   * The cell as written, and `→ 12` where a number is asked for; `20 ≠ 26` of a relation; what tells it from others where
   * there is no cell.
   */
  readonly value: string
}

/** Changes of one file that together settle a diagnostic. */
export interface Fix {
  /** What is done, in a phrase. */
  readonly title: string
  /** `safe`: every figure keeps its value. `suggested`: for a person to decide. */
  readonly kind: 'safe' | 'suggested'
  readonly edits: readonly Edit[]
}

/** Puts a text, in ASCII, in the place of what stands somewhere. */
export interface Edit {
  readonly location: Location
  readonly text: string
}

/** What would settle diagnostics together: the smallest change of figures after which every relation holds. */
export interface Cause {
  /** The worst of its diagnostics. */
  readonly severity: Severity
  /** One sentence that stands alone: the cell and what it should be, or that the table alone cannot tell. */
  readonly message: string
  /** What to do. */
  readonly notes: readonly string[]
  /** The suspect when there is one; null when the table alone cannot tell. */
  readonly ref: string | null
  /** The suspect's, else that of the first diagnostic. */
  readonly location: Location
  readonly excerpt: Excerpt | null
  /** Positions in the file's diagnostics, rising. A relation that two wrong cells break belongs to both causes. */
  readonly diagnostics: readonly number[]
  /**
   * Every smallest explanation, in the order of the form; none when the bound on work left nothing to say. Where it may
   * be that the items are right and the totals were not updated, these totals come last.
   */
  readonly suspects: readonly Explanation[]
  /** False when there may be explanations besides those listed: the bound on work was reached. */
  readonly complete: boolean
}

/** Figures that together make every relation hold again. */
export type Explanation = readonly Suspect[]

export interface Suspect {
  readonly ref: string
  /** The cell in the words of the form. */
  readonly name: string
  /** Null for a cell that is not in the file. */
  readonly location: Location | null
  readonly actual: string
  /** Exact decimal string; null where several numbers fit. */
  readonly expected: string | null
}

/** Another place that belongs to a diagnostic. */
export interface Related {
  readonly ref: string | null
  /** The file that it is in; null for the file of the diagnostic. */
  readonly path: string | null
  /** Of that other file. */
  readonly format: Format | null
  readonly location: Location
  readonly message: string
}

/** A row of a table as it is written, to be shown with a mark under one cell. */
export interface Excerpt extends ExcerptRow {
  /** The ref of the cell to be marked. */
  readonly focus: string
}

/** One object for all excerpts of a row. */
export interface ExcerptRow {
  readonly label: string
  readonly cells: readonly { readonly ref: string; readonly head: string; readonly raw: string }[]
}

/** Identities by what became of them; bounds are not counted. */
export interface Relations {
  readonly held: number
  readonly failed: number
  readonly unknown: number
}

/** A finding that somebody answers for, or that an archive is known to have: shown, but not counted. */
export interface Waived {
  readonly diagnostic: Diagnostic
  /** `baseline`: known since the baseline was made, and nobody gave a reason. */
  readonly by: 'waiver' | 'baseline'
  /** Each once; none of a baseline. */
  readonly reasons: readonly WaiverReason[]
}

export interface WaiverReason {
  readonly reason: string
  /** Who answers for it. */
  readonly who: string
  /** The last day on which it holds, `2026-12-31`; null without an end. */
  readonly until: string | null
}

/** What was checked, for a record of the checking. */
export interface FileRecord {
  /** Of the bytes, in hexadecimal digits. */
  readonly sha256: string
  /** Every identity, in the order of the form, then those that settings add. */
  readonly relations: readonly RecordedRelation[]
}

export interface RecordedRelation {
  readonly id: string
  /** `own` for those that settings add. */
  readonly table: string
  /** What it says in the words of the form. */
  readonly name: string
  /** Its sides written out: `本年新收12＋上年结转3＝15`. */
  readonly left: string
  readonly right: string
  /** Left less right, with its sign; null where it cannot be judged. */
  readonly difference: string | null
  readonly outcome: 'held' | 'failed' | 'unknown'
}

export interface FileResult {
  readonly path: string
  /** `settings`: a file of gouji's own, about which there is something to say. */
  readonly role: 'report' | 'settings'
  /** Null when the format could not be told or is not read. */
  readonly format: Format | null
  readonly encoding: Encoding | null
  readonly body: string | null
  readonly year: number | null
  /** `cells`: how many cells the form of that edition has. */
  readonly tables: readonly { readonly table: string; readonly edition: string; readonly cells: number }[]
  readonly relations: Relations
  /** Identities between this report and others: that of the year before, and those of its parts. */
  readonly between: Relations
  /** In the order of their places; after them what comparing the report with others says, in the same order. */
  readonly diagnostics: readonly Diagnostic[]
  /** In the order of their first diagnostics. */
  readonly causes: readonly Cause[]
  /** In the order of their places. */
  readonly waived: readonly Waived[]
  /** Codes that found something here and are turned off. */
  readonly off: readonly string[]
  /** Null unless asked for. */
  readonly record: FileRecord | null
  /** The text of the lines that diagnostics point into, by number; null unless asked for, and where a place has none. */
  readonly lines: Readonly<Record<number, string>> | null
  /** For comparing the report with others; null unless asked for, and where no table was read. */
  readonly figures: Figures | null
}

/** What is left out of a file's result unless it is needed: by a reporter, or for comparing reports. */
export type Extra = 'record' | 'lines' | 'figures'

/** A file that was left alone because nothing in it looks like a report, or because settings say so. */
export interface Skipped {
  readonly path: string
  readonly reason: 'empty' | 'no-sign' | 'other-format' | 'annotated-copy' | 'own-output' | 'excluded'
  /** True when the file was named by the caller and not met in a folder. */
  readonly isNamed: boolean
}

export interface Summary {
  readonly files: number
  readonly skipped: number
  readonly errors: number
  readonly warnings: number
  readonly infos: number
  readonly waived: number
  readonly relations: Relations
  /** Identities between reports. */
  readonly between: Relations
}

/** A body with the files of a run that are its reports. */
export interface ListedBody {
  /** Null for a file of which it cannot be told whose it is; each such file has an entry of its own. */
  readonly body: string | null
  /** Of its reports, rising. */
  readonly years: readonly number[]
  /** Paths, in their order; none of a body that has not reported. */
  readonly files: readonly string[]
  /** Years of the run of which a report is expected and none is there, rising. */
  readonly missing: readonly number[]
}

/** How a body stands with all its reports, for whoever has to see to it. */
export interface BodyResult extends ListedBody {
  /** What is to be looked at: findings that one cause explains count once. */
  readonly errors: number
  readonly warnings: number
  readonly infos: number
  readonly waived: number
  /** The rules that found it, the worst first, then those that found most. */
  readonly causes: readonly BodyCause[]
  /** Codes that found something and are turned off. */
  readonly off: readonly string[]
}

export interface BodyCause {
  readonly code: string
  /** The worst of what it found. */
  readonly severity: Severity
  readonly count: number
}

/** A rule in the words of the output. */
export interface RuleInfo {
  readonly code: string
  readonly name: string
  readonly severity: Severity
  readonly title: string
  readonly basis: string
  readonly why: string
  readonly advice: string
}

/** The output of a run; a report is the body's yearly report, never this. */
export interface Result {
  readonly tool: { readonly name: string; readonly version: string }
  readonly language: Language
  readonly summary: Summary
  /** All of them, by code. */
  readonly rules: readonly RuleInfo[]
  /** In the order of their paths. */
  readonly files: readonly FileResult[]
  /** Those of the roster in its order, then the others by name, then files of nobody known; none of a single body. */
  readonly bodies: readonly BodyResult[]
  readonly skipped: readonly Skipped[]
}
