import { waiverFields } from '../policy/waiver-fields.ts'
import { z } from './zod.ts'

/** The files that a folder of reports keeps beside them, version 1. */

const { until, ...required } = waiverFields

const waiver = z.strictObject({
  ...Object.fromEntries(
    Object.entries(required).map(([key, { fits, about }]) => [key, z.string().regex(fits).describe(about)]),
  ),
  until: z.iso.date().optional().describe(until.about),
})

export const waiversFile = z.strictObject({
  $schema: z.string().optional(),
  version: z.literal(1),
  waivers: z.array(waiver),
})

export const baselineFile = z.strictObject({
  version: z.literal(1),
  files: z
    .record(
      z.string(),
      z.record(
        z.string().regex(/^GJ\d{3}$/),
        z.record(
          z
            .string()
            .describe('the cell; {a,b} for several that say the same; empty for what is about no cell'),
          z.union([z.string(), z.array(z.string())]),
        ),
      ),
    )
    .describe('by file, rule and cell what is said there; written by gouji baseline'),
})
