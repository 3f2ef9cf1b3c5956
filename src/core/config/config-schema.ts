import * as z from '../schemas/zod.ts'

/** What the schema must know of the rules: a key each by code and by name. */
export interface RuleKey {
  readonly code: string
  readonly name: string
  readonly title: { readonly zh: string; readonly en: string }
}

export const levels = ['off', 'info', 'warning', 'error'] as const
/** What becomes of what a rule finds. */
export type Level = (typeof levels)[number]

/** The bounds on reading that a file can be given. */
export interface Known {
  readonly rules: readonly RuleKey[]
  readonly limits: readonly string[]
  readonly editions: readonly string[]
}

/**
 * The schema of gouji.json: what may be written, and what each key is for, in English and Chinese. Whether a ref names
 * a cell and relations fit each other is judged elsewhere.
 */
export function configSchema({ rules, limits, editions }: Known) {
  const level = z.enum(levels)
  const pattern = z
    .string()
    .min(1)
    .refine(text => !/\\|^!/.test(text), { params: { reason: 'pattern' } })
  const patterns = z.array(pattern)
  const text = z.string().refine(each => each.trim() !== '', { params: { reason: 'blank' } })
  // With quotation marks or without, as years are written.
  const ids = editions.flatMap(id => [id, Number(id)])
  const edition = z.literal(ids)
  const ruleLevels = z
    .strictObject(
      Object.fromEntries(
        rules.flatMap(({ code, name, title }) => {
          const own = level.describe(`${code} ${title.en} ${title.zh}`).optional()
          return [
            [code, own],
            [name, own],
          ]
        }),
      ),
    )
    .meta({ id: 'rules' })
  const profile = z.enum(['standard', 'strict'])
  const editionOrAuto = z.literal(['auto', ...ids])
  const relation = z.strictObject({
    name: text.describe('what it is called; each name once 名称，不能重复'),
    left: z
      .array(text)
      .min(1)
      .describe('refs that are added up; * stands for each row or column 左边相加的各格'),
    right: z.array(text).min(1).describe('the same for the other side 右边相加的各格'),
    relation: z.enum(['=', '>=']).describe('= or >= 相等，或左边不少于右边'),
    message: z
      .union([text, z.strictObject({ zh: text, en: text })])
      .optional()
      .describe('what is said where it does not hold, before both sides 不成立时说什么'),
    basis: text.describe('what it rests on 依据'),
    severity: z.enum(['info', 'warning', 'error']).optional().describe('error by default 默认error'),
    editions: z
      .array(edition)
      .min(1)
      .optional()
      .describe('only in these editions of the form 只用于这些版本'),
  })
  const override = z.strictObject({
    files: patterns.min(1).describe('the files it is for 适用的文件'),
    profile: profile.optional(),
    edition: editionOrAuto.optional(),
    rules: ruleLevels.optional(),
  })
  return z.strictObject({
    $schema: z.string().optional(),
    language: z.enum(['zh-CN', 'en']).optional().describe('of the output; zh-CN by default 输出语言'),
    profile: profile
      .optional()
      .describe('strict: blanks and placeholders are errors too 严格：空白格和占位符也算错误'),
    edition: editionOrAuto
      .optional()
      .describe(
        'tables that do not show their edition are read as this one, others are an error; auto by default 看不出版本的表按这一版读，别的版本算错误',
      ),
    files: patterns.optional().describe('what a folder that is checked takes 核对文件夹时只取这些文件'),
    ignores: patterns.optional().describe('files and folders that are left out 不核对的文件和文件夹'),
    paths: z
      .array(pattern.refine(each => /\{(?:year|body)\}/.test(each), { params: { reason: 'path' } }))
      .optional()
      .describe('body and year by the path, such as {year}年/{body}.xlsx 由路径得出单位和年度'),
    rules: ruleLevels.optional().describe('levels of rules by code or name 各规则的级别'),
    maxWarnings: z.int().min(0).optional().describe('exit with 1 beyond it 警告超过这个数时退出码为1'),
    limits: z
      .strictObject(Object.fromEntries(limits.map(key => [key, z.int().min(1).max(999_999_999).optional()])))
      .optional()
      .describe('bounds on what is read of a file 读取文件的上限'),
    overrides: z
      .array(override)
      .optional()
      .describe('other settings for some files; later ones win 某些文件另作设定，后面的优先'),
    relations: z.array(relation).optional().describe('relations of your own 自定的勾稽关系'),
  })
}

/** What a gouji.json says. */
export type Config = z.infer<ReturnType<typeof configSchema>>

/** The JSON Schema that editors take. */
export function configJsonSchema(known: Known): unknown {
  return { title: 'gouji.json', ...z.toJSONSchema(configSchema(known), { io: 'input' }) }
}
