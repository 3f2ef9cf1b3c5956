import { editions, tableIds } from '../editions/index.ts'
import { baselineFile, waiversFile } from './waivers.ts'
import * as z from './zod.ts'

/** The JSON that `check -f json` and `-f jsonl`, `parse` and `explain -f json` print, version 1. Keys may be added, none removed. */

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
  related: z.array(
    z.object({
      ref: ref.nullable(),
      path: z.string().optional().describe('the other file that it is in'),
      location,
      message: z.string(),
    }),
  ),
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
    .describe(
      'all smallest sets of figures whose change settles the diagnostics, in a fixed order; after them the totals, where these alone would settle the same',
    ),
  complete: z.boolean().describe('false when the bound on work was reached'),
  notes: z.array(z.string()),
})

const waived = z.object({
  by: z
    .enum(['waiver', 'baseline'])
    .describe('baseline: known since the baseline was made, and nobody gave a reason'),
  reasons: z.array(
    z.object({
      reason: z.string(),
      who: z.string().describe('who answers for it'),
      until: z.string().nullable().describe('the last day on which it holds; null without an end'),
    }),
  ),
  diagnostic,
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
    waived: count.optional(),
    relations,
    between: relations.optional().describe('identities between reports, where there were any to judge'),
  }),
  skipped: z
    .array(z.object({ path: z.string(), reason: z.string() }))
    .optional()
    .describe('files in which nothing looked like a report, and those that settings exclude'),
  bodies: z
    .array(
      z.object({
        body: z
          .string()
          .nullable()
          .describe(
            'null for a file of which it cannot be told whose it is; each such file stands by itself',
          ),
        years: z.array(z.int()).describe('of its reports'),
        files: z.array(z.string()).describe('their paths; none of a body that has not reported'),
        missing: z
          .array(z.int())
          .describe('years of the run of which the roster expects a report and none is there'),
        errors: count.describe('findings, those that one cause explains counted once'),
        warnings: count,
        infos: count,
        waived: count,
        causes: z
          .array(
            z.object({
              code: z.string().regex(/^GJ\d{3}$/),
              severity: z.enum(['error', 'warning', 'info']).describe('the worst of what the rule found'),
              count: count.describe('findings, those that one cause explains counted once'),
            }),
          )
          .describe('the rules that found something, the worst first'),
        off: z.array(z.string().regex(/^GJ\d{3}$/)).optional(),
      }),
    )
    .optional()
    .describe(
      'how each body stands: those of the roster in its order, then the others by name; where there are at least two',
    ),
  files: z.array(
    z.object({
      path: z.string(),
      role: z
        .enum(['report', 'settings'])
        .optional()
        .describe("settings: a file of gouji's own, about which there is something to say"),
      format: z.string().nullable(),
      encoding: z.string().nullable(),
      body: z.string().nullable(),
      year: z.int().nullable(),
      tables: z.array(z.object({ table, edition, cells: count })),
      diagnostics: z.array(diagnostic),
      causes: z.array(cause).optional(),
      waived: z
        .array(waived)
        .optional()
        .describe('findings that somebody answers for or a baseline knows; they are not counted'),
      off: z
        .array(z.string().regex(/^GJ\d{3}$/))
        .optional()
        .describe('codes that found something here and are turned off by the settings'),
    }),
  ),
})

/** A line of `check -f jsonl`. The summary is the last one; without it the output is not whole. */
export const checkLine = z.discriminatedUnion('type', [
  checkOutput.shape.files.element.extend({ type: z.literal('file') }),
  z.object({ type: z.literal('skipped'), path: z.string(), reason: z.string() }),
  checkOutput.pick({ version: true, tool: true, summary: true }).extend({ type: z.literal('summary') }),
])

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

const values = z.record(ref, count).describe('whole numbers by ref')
const multipliers = z
  .record(z.string(), z.int())
  .describe('how often each relation takes part in a sum, by its id')
const bound = z.object({
  value: count,
  witness: values.describe('numbers with which all relations hold and the cell is at the bound'),
  by: multipliers.describe('a sum of relations that breaks beyond the bound; empty for 0 as the lowest'),
})

const claim = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('consistent'),
    witness: values.describe('numbers for the cells without one, with which all relations hold'),
  }),
  z.object({
    kind: z.literal('explanations'),
    size: count,
    sets: z
      .array(z.object({ cells: z.array(ref), witness: values }))
      .describe(
        'every set of at most `size` cells whose change makes all relations hold contains one of these; cells without a number are free, invalid ones are not counted',
      ),
    proof: z
      .record(z.string(), z.array(multipliers).min(1))
      .describe('by the refs of a set, sorted and joined by a space: sums of relations that it cannot mend'),
  }),
  z.object({
    kind: z.literal('deduction'),
    ref,
    free: z
      .array(ref)
      .describe('cells that may say anything, besides those without a number and the invalid ones'),
    lowest: bound,
    highest: bound.nullable().describe('null when there is none'),
    rise: values
      .nullable()
      .describe('what can be added to the lowest witness as often as one likes, where there is no highest'),
  }),
])

export const certificateOutput = z.object({
  version: z.literal(1),
  tool: z.object({ name: z.string(), version: z.string() }),
  path: z.string(),
  table,
  edition,
  ref: ref.describe('the cell that was asked about'),
  cells: z
    .record(ref, z.union([count, z.null(), z.literal('invalid')]))
    .describe(
      'the cells that hang together with it; null without a number, invalid for one that no count can be',
    ),
  relations: z
    .array(
      z.object({
        id: z.string(),
        kind: z.string(),
        terms: z.array(z.object({ ref, weight: z.union([z.literal(1), z.literal(-1)]) })),
      }),
    )
    .describe('each: the sum of weight × cell is 0'),
  claims: z
    .array(claim)
    .describe('none for a cell that no relation holds, and where the bound on work was reached'),
})

/** The JSON Schemas that the package ships, by file name; they let keys be added. */
export function jsonSchemas(): Readonly<Record<string, unknown>> {
  return {
    'check.schema.json': z.toJSONSchema(checkOutput, { io: 'input' }),
    'check-line.schema.json': z.toJSONSchema(checkLine, { io: 'input' }),
    'certificate.schema.json': z.toJSONSchema(certificateOutput, { io: 'input' }),
    'parse.schema.json': z.toJSONSchema(parseOutput, { io: 'input' }),
    'waivers.schema.json': z.toJSONSchema(waiversFile, { io: 'input' }),
    'baseline.schema.json': z.toJSONSchema(baselineFile, { io: 'input' }),
  }
}
