/** gouji for any platform: bytes in, diagnostics out. Nothing here needs Node. */

export type { Certificate, Claim } from './certificates/certificate.ts'
export type {
  Cause,
  Diagnostic,
  Excerpt,
  Explanation,
  FileResult,
  Language,
  Profile,
  Related,
  Relations,
  Result,
  Severity,
  Skipped,
  Summary,
  Suspect,
} from './diagnostics/diagnostic.ts'
export { keepDiagnostics } from './diagnostics/keep.ts'
export type { Format } from './document/format.ts'
export type { Location } from './document/location.ts'
export type { Cell, Constraint, Edition, Line, Ref, Table, TableId } from './editions/index.ts'
export { editionById, editions, latestEdition, tableIds } from './editions/index.ts'
export { cellText } from './engine/cell-text.ts'
export {
  type CheckedSource,
  type CheckOptions,
  checkSource,
  limitsOf,
  tooLargeFile,
  unreadableFile,
} from './engine/check-source.ts'
export { type CellExplanation, type ExplainedCell, explainCell } from './engine/explain-cell.ts'
export type { Target } from './engine/find-cell.ts'
export { dumpSource, type ParsedFact, type ParsedReport, parseSource } from './engine/parse-source.ts'
export { contradictionSentences, proofText, refuseContradictions } from './engine/proof-text.ts'
export { proofData, proveForms, type TableProof } from './engine/prove-forms.ts'
export { summarize } from './engine/summarize.ts'
export type { Host, ParsedApart } from './host.ts'
export { toolName, toolVersion } from './name.ts'
export { defaultLimits, isCandidate, type Limits, megabyte, type Source } from './readers/index.ts'
export { type Rule, rules, severityOf, type Text } from './rules/index.ts'
export { templateCsv, templateWorkbook } from './templates/index.ts'
