import type { Rule } from '../rule.ts'
import { columnOutOfOrder } from './column-out-of-order.ts'
import { cornerNoteMissing } from './corner-note-missing.ts'
import { duplicateRow } from './duplicate-row.ts'
import { duplicateTable } from './duplicate-table.ts'
import { editionMismatch } from './edition-mismatch.ts'
import { editionsDiffer } from './editions-differ.ts'
import { emptySection } from './empty-section.ts'
import { extraSection } from './extra-section.ts'
import { headlessTable } from './headless-table.ts'
import { labelDrift } from './label-drift.ts'
import { mergedFigures } from './merged-figures.ts'
import { misplacedTable } from './misplaced-table.ts'
import { missingAspect } from './missing-aspect.ts'
import { missingColumn } from './missing-column.ts'
import { missingRow } from './missing-row.ts'
import { missingSection } from './missing-section.ts'
import { missingTable } from './missing-table.ts'
import { mixedEditions } from './mixed-editions.ts'
import { otherEditionThanSet } from './other-edition-than-set.ts'
import { otherReportThanPath } from './other-report-than-path.ts'
import { otherUnit } from './other-unit.ts'
import { radicalInLabel } from './radical-in-label.ts'
import { repeatedColumn } from './repeated-column.ts'
import { repeatedSection } from './repeated-section.ts'
import { rowOutOfOrder } from './row-out-of-order.ts'
import { sectionOutOfOrder } from './section-out-of-order.ts'
import { sectionTitleDrift } from './section-title-drift.ts'
import { severalReports } from './several-reports.ts'
import { shortRow } from './short-row.ts'
import { tableAsPicture } from './table-as-picture.ts'
import { titleNotStandard } from './title-not-standard.ts'
import { titleYearMismatch } from './title-year-mismatch.ts'
import { unclearEdition } from './unclear-edition.ts'
import { unitNotStated } from './unit-not-stated.ts'
import { unknownColumn } from './unknown-column.ts'
import { unknownRow } from './unknown-row.ts'
import { wideRow } from './wide-row.ts'

/** GJ1xx: how the tables, and the sections around them, compare with the form. */
export const structureRules: readonly Rule[] = [
  unknownRow,
  missingRow,
  missingColumn,
  unclearEdition,
  duplicateTable,
  unknownColumn,
  missingTable,
  rowOutOfOrder,
  columnOutOfOrder,
  editionMismatch,
  mixedEditions,
  labelDrift,
  shortRow,
  wideRow,
  editionsDiffer,
  duplicateRow,
  mergedFigures,
  cornerNoteMissing,
  unitNotStated,
  severalReports,
  radicalInLabel,
  headlessTable,
  repeatedColumn,
  otherUnit,
  otherReportThanPath,
  otherEditionThanSet,
  missingSection,
  sectionOutOfOrder,
  sectionTitleDrift,
  extraSection,
  missingAspect,
  tableAsPicture,
  titleNotStandard,
  titleYearMismatch,
  emptySection,
  repeatedSection,
  misplacedTable,
]
