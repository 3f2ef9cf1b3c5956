import type { Rule } from '../rule.ts'
import { annotatedNumber } from './annotated-number.ts'
import { blankCell } from './blank-cell.ts'
import { blankNotZero } from './blank-not-zero.ts'
import { changeNotation } from './change-notation.ts'
import { emptyTable } from './empty-table.ts'
import { excessPrecision } from './excess-precision.ts'
import { fractionalCount } from './fractional-count.ts'
import { fullWidthNumber } from './full-width-number.ts'
import { lookalikeCharacter } from './lookalike-character.ts'
import { negativeCount } from './negative-count.ts'
import { notANumber } from './not-a-number.ts'
import { placeholder } from './placeholder.ts'
import { signPrefix } from './sign-prefix.ts'
import { spreadsheetError } from './spreadsheet-error.ts'
import { straySpacing } from './stray-spacing.ts'
import { thousandsSeparator } from './thousands-separator.ts'
import { tooManyDigits } from './too-many-digits.ts'
import { unitSuffix } from './unit-suffix.ts'
import { yuanAmount } from './yuan-amount.ts'
import { zeroFraction } from './zero-fraction.ts'

/** GJ2xx: how single figures are written. */
export const valueRules: readonly Rule[] = [
  negativeCount,
  fractionalCount,
  notANumber,
  blankCell,
  placeholder,
  spreadsheetError,
  fullWidthNumber,
  thousandsSeparator,
  unitSuffix,
  signPrefix,
  straySpacing,
  lookalikeCharacter,
  changeNotation,
  excessPrecision,
  yuanAmount,
  annotatedNumber,
  zeroFraction,
  tooManyDigits,
  emptyTable,
  blankNotZero,
]
