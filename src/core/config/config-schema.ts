import { bodyTypes } from '../model/body.ts'
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
  const bodyType = z.literal(Object.entries(bodyTypes).flat())
  const year = z.int().min(2000).max(2099)
  const body = z.strictObject({
    name: text.describe('its name in the titles of its reports 单位名称'),
    aliases: z.array(text).optional().describe('other names of it 别名'),
    parent: text.optional().describe('the body that adds up its figures 上级单位'),
    type: bodyType.optional().describe('what it is 单位类型'),
    from: year.optional().describe('the first year of which it reports 起始年'),
    until: year.optional().describe('the last one 终止年'),
  })
  const event = z.strictObject({
    body: text.describe('whose report 单位'),
    year: year.describe('the year of the report that does not follow from the one before 报告年度'),
    kind: z.enum(['reorganisation', 'correction']).describe('机构改革，或更正上年报告'),
    reason: text.describe('what happened 理由'),
    who: text.describe('who answers for it 谁负责'),
  })
  const deadline = z.string().refine(each => /^(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])$/.test(each), {
    params: { reason: 'deadline' },
  })
  const override = z.strictObject({
    files: patterns.min(1).describe('the files it is for 适用的文件'),
    profile: profile.optional(),
    edition: editionOrAuto.optional(),
    bodyType: bodyType.optional(),
    deadline: deadline.optional(),
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
    bodyType: bodyType
      .optional()
      .describe('what the bodies are that report, unless the roster says so 报告单位的类型'),
    deadline: deadline
      .optional()
      .describe('the day of the next year by which reports are published, 01-28 公开期限，次年的月-日'),
    bodies: z.array(body).optional().describe('the roster of bodies that report 单位名单'),
    roster: text
      .optional()
      .describe('a CSV file with the roster, in place of bodies 单位名单文件，代替bodies'),
    events: z
      .array(event)
      .optional()
      .describe('why a report does not follow from that of the year before 跨年数据不衔接的原因'),
  })
}

/** What a gouji.json says. */
export type Config = z.infer<ReturnType<typeof configSchema>>

/** The JSON Schema that editors take. */
export function configJsonSchema(known: Known): unknown {
  return { title: 'gouji.json', ...z.toJSONSchema(configSchema(known), { io: 'input' }) }
}
