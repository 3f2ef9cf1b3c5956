import type { Written } from './numbers.ts'

/** What a sentence says of the tables, with where it says so; UTF-16 offsets into the sentence. */
export type Claim = NumberClaim | ShareClaim | NoneClaim | ResultClaim

interface Said {
  readonly start: number
  readonly end: number
}

/** 收到申请12件: a number of something. */
export interface NumberClaim extends Said {
  readonly kind: 'requests' | 'carry' | 'outcome' | 'cases' | 'documents'
  /** What the words may mean; the number need only fit one of them. */
  readonly meanings: readonly Quantity[]
  readonly number: Written
  /** What it is said to be a part of; null where it stands for itself. */
  readonly whole: NumberClaim | null
}

/** 占34.2%: a share of what was said just before. */
export interface ShareClaim extends Said {
  readonly kind: 'share'
  readonly part: Quantity
  /** What it may be a share of. */
  readonly wholes: readonly Quantity[]
  readonly number: Written
  /** The number that the text gives for the part itself. */
  readonly counted: Written | null
}

/** 未收到申请, 未发生行政复议: there was none. */
export interface NoneClaim extends Said {
  readonly kind: 'no-requests' | 'no-cases'
  readonly meanings: readonly Quantity[]
}

/** 均获维持, 零败诉: how all cases ended. */
export interface ResultClaim extends Said {
  readonly kind: 'result'
  /** What must be 0 for it to be true. */
  readonly none: readonly Quantity[]
}

/** A sum of figures of the tables. */
export type Quantity = readonly Term[]

export interface Term {
  readonly weight: 1 | -1
  /**
   * A row of 表三, which stands for its total or for the rows below it, `@` and a column for those of some applicants; a
   * cell of the other tables.
   */
  readonly line: Line
}

export type Line = `requests.${string}` | `reviewLitigation.${string}` | `activeDisclosure.${string}`

export function sumOf(...lines: readonly Line[]): Quantity {
  return lines.map(line => ({ weight: 1, line }))
}

export const quantities = {
  received: sumOf('requests.newRequests'),
  carriedOver: sumOf('requests.carriedOver'),
  open: sumOf('requests.newRequests', 'requests.carriedOver'),
  concluded: sumOf('requests.outcomes.total'),
  concludedOfThisYear: [
    { weight: 1, line: 'requests.outcomes.total' },
    { weight: -1, line: 'requests.carriedOver' },
  ],
  carriedForward: sumOf('requests.carriedForward'),
} as const satisfies Readonly<Record<string, Quantity>>
