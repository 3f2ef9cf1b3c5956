import type { Encoding } from '../text/decode.ts'
import type { Format } from './format.ts'
import type { Grid } from './grid.ts'
import type { Problem } from './problem.ts'

/** One input file, decoded and read. Nothing here knows what the figures mean. */
export interface Document {
  /** The path as it is shown to people. */
  readonly path: string
  readonly format: Format
  /** Null where the format has no lines. */
  readonly encoding: Encoding | null
  readonly grids: readonly Grid[]
  readonly problems: readonly Problem[]
}
