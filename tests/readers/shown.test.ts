import { expect, test } from 'vitest'
import * as XLSX from 'xlsx'
import { showInsertedPoint, textOfNumber, writeNumber } from '../../src/core/readers/workbooks/shown.ts'

/** A number and its format; the text of the cell, and what it shows when that is another number. */
test.each<[value: number, format: string, text: string, other?: string]>([
  [12, '0', '12'],
  [12, '@', '12'],
  [12, '0.00', '12'],
  [-3, '0_ ;[Red]-0 ', '-3'],
  [1234.5, '#,##0.00', '1234.5'],
  [-1234, '#,##0_);(#,##0)', '-1234'],
  [0.1 + 0.2, '0.00', '0.3'],
  [120_000, '0.00E+00', '120000'],
  [7, '000', '7'],
  [12.6, '0', '12.6', '13'],
  [2.34567, '0.00', '2.34567', '2.35'],
  [59237.2449, '#,##0.00', '59237.2449', '59,237.24'],
  [123_456, '0.00E+00', '123456', '1.23E+05'],
  [-5, '0;0', '-5', '5'],
  [251_000, '0,', '251000', '251'],
  [0, '0;-0;;@', '0', ''],
  [12, ';;;', '12', ''],
  [0, '0;-0;"-"', '0', '-'],
  [0, '#', '0', ''],
  [250_000, '0"元"', '250000元'],
  [12, '0"件"', '12件'],
  [25, '0"万"', '25万'],
  [1234, '#,##0"元"', '1,234元'],
  [0.12, '0%', '12%', '12%'],
  [0.126, '0"元"', '0元', '0元'],
  [251_000, '0!.0,"万"', '25.1万', '25.1万'],
  [251_000, '0\\.0,"万元"', '25.1万元', '25.1万元'],
  [251_000, '0"."0,', '251000', '25.1'],
  [4_999, '0!.0000', '4999', '0.4999'],
  [-4, '0;"减"0', '减4', '减4'],
])('%d as %s', (value, format, text, other) => {
  const shown = showInsertedPoint(format, value) ?? String(XLSX.SSF.format(format, value))
  expect({ ...textOfNumber(writeNumber(value), shown), shown: shown.trim() }).toEqual({
    text,
    isOther: other !== undefined,
    shown: other ?? shown.trim(),
  })
})
