import type { Language } from '../diagnostics/diagnostic.ts'
import { type Cell, latestEdition } from '../editions/index.ts'
import type { Text } from './rule.ts'

/** The clauses that rules rest on, written once. */
export const clauses = {
  printedBalance: {
    zh: '表三左上角所印勾稽关系：第一项加第二项之和，等于第三项加第四项之和（国办公开办函〔2019〕60号、〔2021〕30号）',
    en: 'the relation printed in the corner of Table 3: item 1 plus item 2 equals item 3 plus item 4 (国办公开办函〔2019〕60号, 〔2021〕30号)',
  },
  format: {
    zh: '《政府信息公开工作年度报告格式》（国办公开办函〔2019〕60号、〔2021〕30号）',
    en: 'the prescribed form of the annual report (国办公开办函〔2019〕60号, 〔2021〕30号)',
  },
  contents: {
    zh: '《政府信息公开条例》第五十条',
    en: 'Article 50 of the Regulations on Open Government Information (政府信息公开条例)',
  },
  accuracy: {
    zh: '国办公开办函〔2021〕30号：年度报告数据应当准确',
    en: '国办公开办函〔2021〕30号: the figures of the report must be accurate',
  },
  timeLimits: {
    zh: '《政府信息公开条例》第三十三条（20个工作日，可延长20个工作日）',
    en: 'Article 33 of the Regulations on Open Government Information (20 working days, extendable by 20)',
  },
  yearlyReport: {
    zh: '《政府信息公开条例》第四十九条',
    en: 'Article 49 of the Regulations on Open Government Information (政府信息公开条例)',
  },
  wholeReport: {
    zh: '《政府信息公开条例》第四十九条第二款（公布本级政府的年度报告）',
    en: 'Article 49, paragraph 2, of the Regulations on Open Government Information (政府信息公开条例), on the report of the whole government',
  },
  arithmetic: { zh: '表格自身的算术关系', en: 'the arithmetic of the table itself' },
} as const satisfies Readonly<Record<string, Text>>

/** 表三 in English: Table 3. */
export function tableInEnglish(name: string): string {
  const numbers: Readonly<Record<string, string>> = { 表二: 'Table 2', 表三: 'Table 3', 表四: 'Table 4' }
  return numbers[name] ?? name
}

export function tableName(cell: Cell): string {
  return `表${latestEdition.form.tables[cell.table].section}`
}

/** The cell in the words of the form: 表三“（七）总计”行“自然人”列. */
export function cellName(cell: Cell): string {
  const row = cell.row.label === '' ? '' : `“${lineName(cell.row)}”行`
  return `${tableName(cell)}${row}“${lineName(cell.column)}”列`
}

/** The same in English; labels stay as the form prints them. */
export function cellNameInEnglish(cell: Cell): string {
  const row = cell.row.label === '' ? '' : `row “${lineName(cell.row)}”, `
  return `${tableInEnglish(tableName(cell))} ${row}column “${lineName(cell.column)}”`
}

/** The cell in the words of the form, in a language. */
export function cellNameIn(language: Language, cell: Cell): string {
  return language === 'en' ? cellNameInEnglish(cell) : cellName(cell)
}

/** A label, with its head where the same label stands under several heads. */
export function lineName(line: Cell['row']): string {
  const head = line.heads.at(-1)
  const isNumbered = /^[（一二三四]/.test(line.label)
  return head && !isNumbered && head !== '法人或其他组织' ? `${head} ${line.label}` : line.label
}

/** `a、b、c` and how many more. */
export function listZh(items: readonly string[], most = 8): string {
  const shown = items.slice(0, most).map(item => `“${item}”`)
  return `${shown.join('、')}${items.length > most ? `等${items.length}项` : ''}`
}

export function listEn(items: readonly string[], most = 8): string {
  const shown = items.slice(0, most).map(item => `“${item}”`)
  return `${shown.join(', ')}${items.length > most ? ` and ${items.length - most} more` : ''}`
}

/** A path as it is called in a message about another: by its name alone when both are in one folder. */
export function nameBeside(path: string, other: string): string {
  const folder = path.slice(0, path.lastIndexOf('/') + 1)
  return folder === other.slice(0, other.lastIndexOf('/') + 1) ? path.slice(folder.length) : path
}

/** A figure's text inside a message: one line, of bounded length. */
export function quoted(raw: string): string {
  return shortened(raw.trim())
}

/** The same with the blanks around it, for a message about them. */
export function shortened(raw: string): string {
  const line = raw.replace(/\s+/g, ' ')
  return line.length > 40 ? `${line.slice(0, 40)}…` : line
}

export function plural(count: number, one: string, many = `${one}s`): string {
  return `${count} ${count === 1 ? one : many}`
}

/** Says how many more cells share the defect that a message names at one of them. */
export function andOthersZh(count: number): string {
  return count > 1 ? `（本表同类共${count}处）` : ''
}

export function andOthersEn(count: number): string {
  return count > 1 ? ` (${count} cells of the table in all)` : ''
}
