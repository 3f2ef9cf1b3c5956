import * as z from './zod.ts'

/** The files that a folder of reports keeps beside them, version 1. */

const waiver = z.strictObject({
  file: z
    .string()
    .regex(/^(?![/\\]|[A-Za-z]:|\.{1,2}(?:\/|$))./)
    .describe(
      '相对于本文件所在文件夹的路径，用 / 分隔 / the report, relative to the folder of this file, with /',
    ),
  code: z
    .string()
    .regex(/^(?:GJ\d{3}|[a-z]+(?:-[a-z]+)*)$/)
    .describe('规则的代码或名称 / the rule, by its code or name'),
  ref: z
    .string()
    .regex(/^(?:[A-Za-z]+(?:\.[A-Za-z]+)+)?$/)
    .describe('数据项；与单元格无关的问题为空 / the cell; empty for what is about no cell'),
  value: z
    .string()
    .describe('该格原文，或勾稽关系的两边 / the cell as written, or both sides of the relation, 20 ≠ 26'),
  reason: z.string().regex(/\S/).describe('理由 / why it is accepted'),
  who: z.string().regex(/\S/).describe('谁负责 / who answers for it'),
  until: z.iso.date().optional().describe('最后一天，例如 2026-12-31 / the last day on which it holds'),
})

/** An entry as it is written. */
export type WaiverEntry = z.infer<typeof waiver>

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
