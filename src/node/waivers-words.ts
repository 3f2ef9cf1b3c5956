import type { Language } from '../core/index.ts'

/** What is said of files of waivers that cannot be used, in both languages. */
export interface WaiversWords {
  unreadable(place: string): string
  syntax(place: string): string
  unknownKey(place: string, key: string): string
  knownKeys(keys: readonly string[]): string
  /** `asked`: what belongs under the key. */
  value(place: string, key: string, asked: string): string
  readonly asked: Readonly<Record<string, string>>
  unknownRule(place: string, code: string): string
  readonly allRules: string
  noBaseline(path: string): string
  readonly noBaselineHint: string
}

const zh: WaiversWords = {
  unreadable: path => `“${path}”打不开，或不是文字。`,
  syntax: place => `${place} 不符合JSON的写法：看看这里或前一行是否缺少逗号、引号或括号。`,
  unknownKey: (place, key) => `${place} 没有“${key}”这个键。`,
  knownKeys: keys => `可用的键：${keys.join('、')}`,
  value: (place, key, asked) => `${place} 的“${key}”缺少或写得不对：${asked}。`,
  asked: {
    $schema: '要写一个字符串',
    version: '要写1',
    waivers: '要写一列豁免，每条在花括号里',
    file: '要写报告文件的路径，相对于本文件所在的文件夹，用 / 分隔',
    code: '要写规则的代码或名称，例如 "GJ301"',
    ref: '要写数据项，例如 "requests.newRequests.total"；与单元格无关的问题写 ""',
    value: '要写该格原文或勾稽关系的两边，例如 "20 ≠ 26"；可用 gouji waive 写入',
    reason: '要写明理由，不能为空',
    who: '要写明由谁负责，不能为空',
    until: '要写日期，例如 "2026-12-31"；没有期限的不写这一项',
  },
  unknownRule: (place, code) => `${place} 的“code”不对：没有“${code}”这条规则。`,
  allRules: '全部规则见 gouji rules',
  noBaseline: path => `“${path}”不是gouji写出的基线，或已损坏。`,
  noBaselineHint: '请从版本库中恢复这个文件；或删去后用 gouji baseline 重新生成，并查看多了哪些问题。',
}

const en: WaiversWords = {
  unreadable: path => `“${path}” cannot be opened, or is no text.`,
  syntax: place =>
    `${place} is not JSON: look there, or on the line before, for a comma, a quotation mark or a bracket that is missing.`,
  unknownKey: (place, key) => `${place}: there is no key “${key}”.`,
  knownKeys: keys => `the keys are ${keys.join(', ')}`,
  value: (place, key, asked) => `${place}: “${key}” is missing or wrong; it takes ${asked}.`,
  asked: {
    $schema: 'a string',
    version: '1',
    waivers: 'a list of waivers, each in braces',
    file: 'the path of a report, relative to the folder of this file, with /',
    code: 'the code or name of a rule, such as "GJ301"',
    ref: 'a cell, such as "requests.newRequests.total", or "" for what is about no cell',
    value: 'the cell as written, or both sides of the relation, such as "20 ≠ 26"; gouji waive writes it',
    reason: 'a reason, which cannot be empty',
    who: 'who answers for it, which cannot be empty',
    until: 'a day, such as "2026-12-31"; leave it out where there is no end',
  },
  unknownRule: (place, code) => `${place}: “code” is wrong, there is no rule “${code}”.`,
  allRules: 'gouji rules lists them all',
  noBaseline: path => `“${path}” is no baseline that gouji wrote, or is damaged.`,
  noBaselineHint:
    'restore the file from your repository; or delete it, run gouji baseline again, and look at what was added.',
}

export const waiversWords: Readonly<Record<Language, WaiversWords>> = { 'zh-CN': zh, en }
