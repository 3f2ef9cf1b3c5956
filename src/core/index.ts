/** gouji for any platform: bytes in, diagnostics out. Nothing here needs Node. */

export type { Annotated } from './annotate/annotate.ts'
export type { Certificate, Claim } from './certificates/certificate.ts'
export type {
  Cause,
  Diagnostic,
  Edit,
  Excerpt,
  Explanation,
  Extra,
  FileRecord,
  FileResult,
  Fix,
  Language,
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
} from './diagnostics/diagnostic.ts'
export { keepDiagnostics } from './diagnostics/keep.ts'
export { type Part, partVersion } from './diagnostics/part.ts'
export type { Format } from './document/format.ts'
export type { Location } from './document/location.ts'
export type { Problem } from './document/problem.ts'
export type { Cell, Constraint, Edition, Line, Ref, Table, TableId } from './editions/index.ts'
export { editionById, editions, latestEdition, tableIds } from './editions/index.ts'
export { type AnnotateOptions, annotateSource } from './engine/annotate-source.ts'
export { cellText } from './engine/cell-text.ts'
export { type CollectionSettings, checkCollection } from './engine/check-collection.ts'
export {
  type CheckedSource,
  type CheckOptions,
  checkSource,
  limitsOf,
  settingsFile,
  tooLargeFile,
  unreadableFile,
} from './engine/check-source.ts'
export { lastYearOf } from './engine/evidence.ts'
export { type CellExplanation, type ExplainedCell, explainCell } from './engine/explain-cell.ts'
export type { Target } from './engine/find-cell.ts'
export { findingsAt } from './engine/findings-at.ts'
export { diffOf, type Fixed, type FixedSource, fixSource } from './engine/fix-source.ts'
export { listBodies } from './engine/list-bodies.ts'
export { isOwnOutput } from './engine/own-output.ts'
export { dumpSource, type ParsedFact, type ParsedReport, parseSource } from './engine/parse-source.ts'
export { contradictionSentences, proofText, refuseContradictions } from './engine/proof-text.ts'
export { proofData, proveForms, type TableProof } from './engine/prove-forms.ts'
export { type ReadRoster, type RosterFileFault, readRoster } from './engine/read-roster.ts'
export {
  allRefs,
  problemsOfRelation,
  type RelationProblem,
  refuseRelations,
} from './engine/refuse-relations.ts'
export { resultOf } from './engine/summarize.ts'
export { applyEdits } from './fixes/apply-edits.ts'
export type { Host, ParsedApart } from './host.ts'
export { type Body, type BodyType, bodyKey, bodyNamed } from './model/body.ts'
export type { Roster, RosterBody, YearEvent } from './model/collection.ts'
export type { Figures } from './model/figures.ts'
export { type Expected, nothingExpected } from './model/report.ts'
export { toolBuild, toolName, toolVersion } from './name.ts'
export { type Baseline, baselineText, readBaseline } from './policy/baseline.ts'
export { saysUnread } from './policy/refusals.ts'
export { acceptedOf, type Kept, settleWaivers, type Waiver } from './policy/settle-waivers.ts'
export { type Level, type Levels, withSeverities } from './policy/severities.ts'
export { isWaivable, type Occurrence, waive } from './policy/waive.ts'
export { fitsField, type WaiverEntry, waiverFields } from './policy/waiver-fields.ts'
export { readableExtensions } from './readers/formats.ts'
export { defaultLimits, isCandidate, type Limits, megabyte, type Source } from './readers/index.ts'
export { isFixable, type OwnRelation, type Rule, rules, severityOf, type Text } from './rules/index.ts'
export { templateCsv, templateWorkbook } from './templates/index.ts'
export { decode } from './text/decode.ts'
export { nearest } from './text/nearest.ts'
