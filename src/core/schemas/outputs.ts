import { editions, tableIds } from '../editions/index.ts'
import { z } from './zod.ts'

/** The JSON that `gouji check -f json` and `gouji parse` print, version 1. Keys may be added, none removed. */

const count = z.int().min(0)
const decimal = z.string().regex(/^-?\d+(\.\d+)?$/)
const table = z.enum(tableIds)
const edition = z.enum(editions.map(each => each.id) as [string, ...string[]])
const ref = z.string().regex(/^[A-Za-z]+(\.[A-Za-z]+)+$/)

const location = z.object({
  line: z.int().min(1).describe('from 1; in workbooks and Word documents the number of the row'),
  column: z
    .int()
    .min(1)
    .describe(
      'from 1, in UTF-16 units of the decoded text; in workbooks and Word documents the column number',
    ),
  endLine: z.int().min(1),
  endColumn: z.int().min(1).describe('exclusive'),
  address: z
    .string()
    .nullable()
    .describe(
      'the sheet and cell, as a name box takes it; in pages and Word documents the table counted from the start and the cell, 表格2!C12; null elsewhere',
    ),
})

const diagnostic = z.object({
  code: z.string().regex(/^GJ\d{3}$/),
  name: z.string().regex(/^[a-z]+(-[a-z]+)*$/),
  severity: z.enum(['error', 'warning', 'info']),
  message: z.string(),
  ref: ref.nullable(),
  location,
  related: z.array(z.object({ ref: ref.nullable(), location, message: z.string() })),
  data: z.record(z.string(), z.unknown()),
  notes: z.array(z.string()),
  fixes: z
    .array(
      z.object({
        title: z.string(),
        kind: z
          .enum(['safe', 'suggested'])
          .describe('safe: every figure keeps its value; suggested: for a person to decide'),
        edits: z.array(
          z.object({ location, text: z.string().describe('takes the place of what stands there') }),
        ),
      }),
    )
    .describe('ways to settle it, each by itself; none where only a person can'),
})

const cause = z.object({
  severity: z.enum(['error', 'warning', 'info']),
  message: z.string(),
  ref: ref.nullable().describe('the suspect when there is one; null when the table alone cannot tell'),
  location,
  diagnostics: z.array(count).describe("positions in this file's diagnostics, from 0"),
  suspects: z
    .array(
      z.array(
        z.object({
          ref,
          location: location.nullable(),
          actual: decimal,
          expected: decimal.nullable().describe('null where several numbers fit'),
        }),
      ),
    )
    .describe('all smallest sets of figures whose change settles the diagnostics, in a fixed order'),
  complete: z.boolean().describe('false when the bound on work was reached'),
  notes: z.array(z.string()),
})

const relations = z.object({ held: count, failed: count, unknown: count })

export const checkOutput = z.object({
  version: z.literal(1),
  tool: z.object({ name: z.string(), version: z.string() }),
  summary: z.object({
    files: count,
    skipped: count,
    errors: count,
    warnings: count,
    infos: count,
    relations,
  }),
  skipped: z
    .array(z.object({ path: z.string(), reason: z.string() }))
    .optional()
    .describe('files in which nothing looked like a report'),
  files: z.array(
    z.object({
      path: z.string(),
      format: z.string().nullable(),
      encoding: z.string().nullable(),
      body: z.string().nullable(),
      year: z.int().nullable(),
      tables: z.array(z.object({ table, edition, cells: count })),
      diagnostics: z.array(diagnostic),
      causes: z.array(cause).optional(),
    }),
  ),
})

export const parseOutput = z.object({
  version: z.literal(1),
  reports: z.array(
    z.object({
      path: z.string(),
      body: z.string().nullable(),
      year: z.int().nullable(),
      tables: z.array(z.object({ table, edition })),
      facts: z.array(
        z.object({
          ref,
          value: decimal.nullable().describe('null when blank, missing or unreadable'),
          state: z.enum(['number', 'blank', 'placeholder', 'text', 'missing']),
          raw: z.string(),
          location: location.nullable().describe('null when missing'),
        }),
      ),
    }),
  ),
})

/** The JSON Schemas that the package ships, by file name; they let keys be added. */
export function jsonSchemas(): Readonly<Record<string, unknown>> {
  return {
    'check.schema.json': z.toJSONSchema(checkOutput, { io: 'input' }),
    'parse.schema.json': z.toJSONSchema(parseOutput, { io: 'input' }),
  }
}
