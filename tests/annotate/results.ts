import type { Cause, Diagnostic, FileResult, Severity } from '../../src/core/index.ts'
import { annotateSource } from '../../src/core/index.ts'
import { nodeHost } from '../../src/node/host.ts'

/** A diagnostic of a cell, `'表 三'!C12` or `12:3`. */
export function diagnostic(
  place: string,
  severity: Severity,
  message: string,
  more: Partial<Diagnostic> = {},
): Diagnostic {
  const [, letters = '', row = ''] = /([A-Z]+)(\d+)$/.exec(place) ?? []
  const [line, column] =
    row === ''
      ? place.split(':').map(Number)
      : [Number(row), [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0)]
  const location = {
    line: line!,
    column: column!,
    endLine: line!,
    endColumn: column! + 1,
    address: row === '' ? null : place,
  }
  return {
    code: 'GJ302',
    name: 'outcome-total-mismatch',
    severity,
    message,
    notes: ['为什么：因为。', '怎么办：请核对。', '依据：算术。'],
    ref: 'requests.outcomes.total.total',
    location,
    related: [],
    data: {},
    excerpt: null,
    fixes: [],
    subjects: [{ ref: 'requests.outcomes.total.total', value: '20 ≠ 26' }],
    ...more,
  }
}

export function result(diagnostics: readonly Diagnostic[], causes: readonly Cause[] = []): FileResult {
  return {
    path: '甲县/年报.xlsx',
    role: 'report',
    format: 'xlsx',
    encoding: null,
    body: '甲镇',
    year: 2024,
    tables: [],
    relations: { held: 1, failed: 2, unknown: 3 },
    diagnostics,
    causes,
    waived: [],
    off: [],
    record: null,
    lines: null,
    figures: null,
    between: { held: 0, failed: 0, unknown: 0 },
  }
}

/** A copy of a workbook with findings that are made up. */
export function annotateAs(bytes: Uint8Array, file: FileResult, language: 'zh-CN' | 'en' = 'zh-CN') {
  return annotateSource({ path: file.path, bytes, isNamed: true }, file, { language }, nodeHost)
}
