import type { Severity } from '../core/diagnostics/diagnostic.ts'
import type { Host } from '../core/host.ts'
import { isFixable, type Rule, rules, severityOf } from '../core/rules/index.ts'
import { type Block, isBeside, runExample } from './examples.ts'

/** An example of a rule page: what goes in, and what the page shows of what comes out. */
export interface Example {
  readonly input: Block
  /** Null when the page shows no output, so that the rule must be silent. */
  readonly output: { readonly 'zh-CN': string; readonly en: string } | null
}

export interface RulePage {
  /** Up to and with the heading over the examples; generated. */
  readonly head: string
  readonly examples: readonly Example[]
}

const examplesHeading = '## 例 / Examples\n'
const fence = /^```(\S+) ?(.*)\n((?:.*\n)*?)```$/gm

/** @throws an Error for a page without the heading over its examples. */
export function readRulePage(page: string): RulePage {
  const { head, body } = splitPage(page)
  const examples: { input: Block; output: Example['output'] }[] = []
  for (const block of blocksOf(body)) {
    const last = examples.at(-1)
    if (isBeside(block)) continue
    if (block.kind !== 'output') examples.push({ input: block, output: null })
    else if (last && block.options === '') last.output = { 'zh-CN': block.content, en: '' }
    else if (last?.output) last.output = { ...last.output, en: block.content }
  }
  return { head, examples }
}

/** The page with its head and its outputs as they should be. An example that fails is one with an `output` block. */
export async function writeRulePage(rule: Rule, page: string, host: Host): Promise<string> {
  const { body } = splitPage(page)
  let written = ''
  let end = 0
  let input: Block | null = null
  const blocks = blocksOf(body)
  for (const [index, match] of [...body.matchAll(fence)].entries()) {
    const block = blocks[index]!
    written += body.slice(end, match.index)
    end = match.index + match[0].length
    if (block.kind !== 'output') {
      input = block
      written += match[0]
    } else if (block.options === 'en') {
      // Goes with the block before it.
      written = written.replace(/\n*$/, '')
    } else {
      const output = await runExample(input!, rule.code, host)
      if (output.en === '') throw new Error(`${rule.code} has nothing to say of: ${input!.content}`)
      written += `\`\`\`output\n${output['zh-CN']}\`\`\`\n\n\`\`\`output en\n${output.en}\`\`\``
    }
  }
  return ruleHead(rule) + written + body.slice(end)
}

function splitPage(page: string): { head: string; body: string } {
  const at = page.indexOf(examplesHeading)
  if (at < 0) throw new Error(`no heading ${examplesHeading.trim()}`)
  const end = at + examplesHeading.length
  return { head: page.slice(0, end), body: page.slice(end) }
}

function blocksOf(text: string): Block[] {
  let besides: readonly Block[] = []
  return [...text.matchAll(fence)].map(match => {
    const block = toBlock(match)
    if (isBeside(block)) {
      besides = [...besides, block]
      return block
    }
    if (block.kind === 'output') return block
    const whole = { ...block, besides }
    besides = []
    return whole
  })
}

function toBlock([, kind, options, content]: RegExpMatchArray): Block {
  return { kind: kind!, options: options!, content: content! }
}

/** The generated part of a page. */
export function ruleHead(rule: Rule): string {
  const { code, name, title, basis, why, advice } = rule
  return `# ${code} ${name}

级别 / Severity: ${severityText(rule)} · [全部规则，例子怎么读 / All rules, how to read the examples](README.md)

## ${title.zh}

- **为什么**：${why.zh}
- **怎么办**：${advice.zh}
- **依据**：${basis.zh}${basis.zh.endsWith('。') ? '' : '。'}
${isFixable(rule) ? fixNote.zh : ''}
## ${title.en}

- **Why**: ${why.en}
- **What to do**: ${advice.en}
- **Basis**: ${basis.en}${basis.en.endsWith('.') ? '' : '.'}
${isFixable(rule) ? fixNote.en : ''}
${examplesHeading}`
}

const fixNote = {
  zh: '- **改写**：`gouji check --fix` 可以改写文本文件（csv、tsv、txt、md、html）中的这种写法，数值不变。\n',
  en: '- **Fix**: `gouji check --fix` rewrites it in text files (csv, tsv, txt, md, html) without changing a number.\n',
}

const severities: Readonly<Record<Severity, string>> = {
  error: '错误 error',
  warning: '警告 warning',
  info: '提示 info',
}

function severityText(rule: Rule): string {
  const [standard, strict] = [severityOf(rule, 'standard'), severityOf(rule, 'strict')]
  return standard === strict
    ? severities[standard]
    : `${severities[standard]}；\`--profile strict\`: ${severities[strict]}`
}

const groups: readonly { readonly digit: string; readonly title: string }[] = [
  { digit: '0', title: 'GJ0xx 读取文件 / Reading files' },
  { digit: '1', title: 'GJ1xx 表格与统一格式 / Tables and the form' },
  { digit: '2', title: 'GJ2xx 单个数的写法 / Single figures' },
  { digit: '3', title: 'GJ3xx 总计与小计 / Totals and subtotals' },
  { digit: '4', title: 'GJ4xx 数与数之间的关系 / Figures that follow from others' },
  { digit: '9', title: 'GJ9xx 豁免和基线 / Waivers and baseline' },
]

/** The list of all rules. */
export function ruleIndex(): string {
  const sections = groups.map(({ digit, title }) => {
    const rows = rules
      .filter(({ code }) => code[2] === digit)
      .map(rule => {
        const { code, name } = rule
        return `| [${code}](${code}.md) | ${name} | ${severityText(rule)} | ${rule.title.zh} | ${rule.title.en} |\n`
      })
    return `## ${title}\n\n| 代码 code | 名称 name | 级别 severity | 指出什么 | what it reports |\n|---|---|---|---|---|\n${rows.join('')}`
  })
  return `${introduction}\n${sections.join('\n')}`
}

const introduction = `# 规则 / Rules

一共${rules.length}条规则。每页先说规则指出什么、为什么、怎么办、依据哪一条，再举例。

There are ${rules.length} rules. Each page says what the rule reports, why, what to do and on what it rests, and then shows
examples.

## 例子怎么读 / How to read the examples

- \`report\` 是一份各项关系都成立的年度报告，下面各行是对它的改动。\`requests.newRequests.total\` 一类编号指一格，
  见[2019年版](../editions/2019.md)和[2021年版](../editions/2021.md)。
- \`text=whole\` 的报告有六个部分的正文，\`say 一: …\` 在第一部分末尾加一段，\`unsay 五\` 去掉第五部分原有的正文。
- \`file\` 是文件的全部内容。写有 \`builder=\` 的，内容做成工作簿，一行是工作表的一行，
  \`builder=document\` 做成Word文档；\`encoding=hex\` 是逐个字节。
- \`waivers\` 和 \`baseline\` 是报告旁边的 gouji.waivers.json 和 gouji.baseline.json；例中的今天是2026年6月1日。
- \`settings\` 是旁边的 \`gouji.json\`。
- \`output\` 是 \`gouji check -f unix\` 的输出，只列本页规则的各行。没有 \`output\` 的例子，本页规则没有要指出的。

In English:

- \`report\` is an annual report in which every relation holds; the lines below change it. Ids such as
  \`requests.newRequests.total\` name a cell of the [2019](../editions/2019.md) or the [2021](../editions/2021.md) form.
- With \`text=whole\` the report has the text of all six sections; \`say 一: …\` adds a paragraph at the end of the first,
  \`unsay 五\` leaves out what the fifth had.
- \`file\` is the whole content of a file. With \`builder=\` a workbook is made of it, a row of its sheet for each line,
  with \`builder=document\` a Word document; with \`encoding=hex\` it is given byte by byte.
- \`waivers\` and \`baseline\` are the gouji.waivers.json and gouji.baseline.json beside the report; today is the first of
  June 2026 there.
- \`settings\` is the \`gouji.json\` beside it.
- \`output\` is what \`gouji check -f unix\` prints, with the lines of the page's rule only. Where it is missing, the rule has
  nothing to say.
`
