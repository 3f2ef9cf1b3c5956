import type { Language } from '../../core/index.ts'

/** What is said about settings, in both languages. */
export type ConfigWords = typeof zh

const zh = {
  missing: (path: string) => `没有配置文件“${path}”。`,
  unreadable: (path: string, reason: string) => `配置文件打不开：${path}（${reason}）`,
  undecodable: (path: string) => `配置文件“${path}”不是文本，或者编码认不出来。`,
  undecodableHint: '请存为UTF-8编码的文本文件。',
  /** Where something is, and what. */
  at: (place: string, sentence: string) => `${place}：${sentence}`,
  more: (count: number) => `此外还有${count}处问题。`,
  fault: {
    empty: '配置文件是空的，至少要有一对花括号 {}。',
    duplicate: '同一个名称写了两次。',
    comma: '这里的前面缺少逗号（,）。',
    colon: '这里缺少冒号（:）。',
    unclosed: '括号、引号或注释没有写完。',
    invalid: '这里不合JSON的写法。',
  },
  faultHint: '引号、冒号、逗号、括号都要用半角；名称和文字要加双引号；每项之间用逗号隔开。',
  unknownKey: (key: string) => `没有“${key}”这一项。`,
  unknownRule: (key: string) => `没有“${key}”这条规则。`,
  notOneOf: (key: string, value: string) => `“${key}”不能是“${value}”。`,
  type: {
    object: (key: string) => `“${key}”要写成花括号 { } 中的若干项。`,
    array: (key: string) => `“${key}”要写成方括号 [ ] 中的若干项。`,
    string: (key: string) => `“${key}”要写成双引号中的文字。`,
    number: (key: string) => `“${key}”要写成整数，不加引号。`,
    'text-or-both': (key: string) => `“${key}”要写成文字，或 { "zh": 中文, "en": 英文 }。`,
  },
  whole: '整个文件',
  required: (key: string) => `缺少“${key}”。`,
  tooSmall: (key: string, bound: number) => `“${key}”不能小于${bound}。`,
  tooLarge: (key: string, bound: number) => `“${key}”不能大于${bound}。`,
  empty: (key: string) => `“${key}”不能是空的。`,
  badPattern: (key: string) => `“${key}”这样写不能用作通配符：文件夹之间用 /，不用 \\；开头不能是 !。`,
  badPathPattern: (key: string) => `“${key}”中至少要有 {year} 或 {body}，例如 {year}年/{body}.xlsx。`,
  twice: (key: string, name: string) => `“${key}”与前面的重复：${name}。`,
  locked: (code: string) => `${code} 说的是文件没有读出来，级别不能改变。`,
  lockedHint: '不需要核对的文件，请写入 ignores。',
  unknownRef: (key: string, ref: string) => `“${key}”：没有“${ref}”这一格。`,
  refsHint: '各格的编号见 docs/editions，或 gouji parse 的输出',
  twoStars: (key: string) => `“${key}”中只能有一个 *。`,
  refTwice: (key: string, ref: string) => `“${key}”：“${ref}”在同一关系中出现两次。`,
  noEdition: (name: string) =>
    `关系“${name}”用不上：没有一版表格有它的全部各格（写有 editions 的，只看其中各版）。`,
  contradiction: (sentence: string) => `自定的关系与其他关系矛盾。${sentence}`,
  contradictionHint: '请修改或去掉 relations 中的这些关系；各版表格自身的关系见 docs/editions。',
  badRuleFlag: (value: string) => `--rule 后面要写“规则:级别”，不能是“${value}”。`,
  ruleFlagHint: '例如 --rule GJ204:off',
}

const en: ConfigWords = {
  missing: path => `There is no settings file “${path}”.`,
  unreadable: (path, reason) => `The settings file cannot be opened: ${path} (${reason})`,
  undecodable: path => `The settings file “${path}” is no text, or in an encoding that is not known.`,
  undecodableHint: 'store it as a text file in UTF-8.',
  at: (place, sentence) => `${place}: ${sentence}`,
  more: count => ` (and ${count} more ${count === 1 ? 'problem' : 'problems'})`,
  fault: {
    empty: 'The settings file is empty; it needs a pair of braces {} at least.',
    duplicate: 'This name stands here twice.',
    comma: 'A comma is missing before this.',
    colon: 'A colon is missing here.',
    unclosed: 'A bracket, a quotation mark or a comment is not closed.',
    invalid: 'This is no JSON.',
  },
  faultHint: 'put names and texts in double quotation marks, and a comma between items.',
  unknownKey: key => `There is no setting “${key}”.`,
  unknownRule: key => `There is no rule “${key}”.`,
  notOneOf: (key, value) => `“${key}” cannot be “${value}”.`,
  type: {
    object: key => `“${key}” takes items in braces { }.`,
    array: key => `“${key}” takes items in brackets [ ].`,
    string: key => `“${key}” takes a text in double quotation marks.`,
    number: key => `“${key}” takes a whole number without quotation marks.`,
    'text-or-both': key => `“${key}” takes a text, or { "zh": Chinese, "en": English }.`,
  },
  whole: 'the whole file',
  required: key => `“${key}” is missing.`,
  tooSmall: (key, bound) => `“${key}” cannot be less than ${bound}.`,
  tooLarge: (key, bound) => `“${key}” cannot be more than ${bound}.`,
  empty: key => `“${key}” cannot be empty.`,
  badPattern: key => `“${key}” is no pattern: put / between folders, not \\, and no ! in front.`,
  badPathPattern: key => `“${key}” needs {year} or {body}, as in {year}年/{body}.xlsx.`,
  twice: (key, name) => `“${key}” is the same as one before: ${name}.`,
  locked: code => `${code} says that a file was not read; its level cannot be changed.`,
  lockedHint: 'list files that need no check in ignores.',
  unknownRef: (key, ref) => `“${key}”: there is no cell “${ref}”.`,
  refsHint: 'docs/editions and gouji parse list the refs of all cells',
  twoStars: key => `“${key}” can have one * only.`,
  refTwice: (key, ref) => `“${key}”: “${ref}” stands in the relation twice.`,
  noEdition: name =>
    `Relation “${name}” is of no use: no edition of the form, of those in editions, has all of its cells.`,
  contradiction: sentence => `A relation of the settings contradicts others. ${sentence}`,
  contradictionHint:
    'change or remove these of relations; docs/editions lists the relations of the forms themselves.',
  badRuleFlag: value => `--rule takes RULE:LEVEL, not “${value}”.`,
  ruleFlagHint: 'for example --rule GJ204:off',
}

export const configWordsIn: Readonly<Record<Language, ConfigWords>> = { 'zh-CN': zh, en }
