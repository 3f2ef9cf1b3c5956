/** gouji for any platform: bytes in, findings out. What only a platform has is handed in as a `Host`. */

export type { Annotated } from '../annotate/annotate.ts'
export type {
  BodyCause,
  BodyResult,
  Cause,
  Diagnostic,
  Edit,
  Excerpt,
  ExcerptRow,
  Explanation,
  Extra,
  FileRecord,
  FileResult,
  Fix,
  Language,
  ListedBody,
  Profile,
  RecordedRelation,
  Related,
  Relations,
  Result,
  RuleInfo,
  Severity,
  Skipped,
  Subject,
  Summary,
  Suspect,
  Waived,
  WaiverReason,
} from '../diagnostics/diagnostic.ts'
export type { Format } from '../document/format.ts'
export type { Location } from '../document/location.ts'
export type { Limit } from '../document/problem.ts'
export type { ParsedFact, ParsedReport } from '../engine/parse-source.ts'
export type { Host, ParsedApart } from '../host.ts'
export type { FactState } from '../model/fact.ts'
export type { Figures, TableFigures } from '../model/figures.ts'
export { toolVersion as version } from '../name.ts'
export { parseHere } from '../readers/parsers.ts'
export { defaultLimits, type Limits, type Source } from '../readers/reader.ts'
export { type ReporterName, reporterNames } from '../reporters/index.ts'
export type { Encoding } from '../text/decode.ts'
export { type CellInfo, type EditionInfo, editions, type RelationInfo, type TableInfo } from './forms.ts'
export type { HostedOptions, Options } from './options.ts'
export {
  annotate,
  check,
  type Fixed,
  fix,
  parse,
  type RenderOptions,
  render,
  rules,
} from './run.ts'
