import type { Rule } from '../rule.ts'
import { emptySection } from './empty-section.ts'
import { extraSection } from './extra-section.ts'
import { misplacedTable } from './misplaced-table.ts'
import { missingAspect } from './missing-aspect.ts'
import { missingSection } from './missing-section.ts'
import { repeatedSection } from './repeated-section.ts'
import { sectionOutOfOrder } from './section-out-of-order.ts'
import { sectionTitleDrift } from './section-title-drift.ts'
import { tableAsPicture } from './table-as-picture.ts'
import { titleNotStandard } from './title-not-standard.ts'
import { titleYearMismatch } from './title-year-mismatch.ts'

/** GJ128 to GJ138: title and sections of reports that have text besides their tables. */
export const sectionRules: readonly Rule[] = [
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
