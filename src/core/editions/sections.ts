import type { TableForm, TableId } from './form.ts'
import { forms } from './forms.ts'

/** The six parts of a report; those that hold a table bear its id. */
export type SectionId = 'overall' | TableId | 'problems' | 'other'

export interface SectionForm {
  readonly id: SectionId
  /** 一 to 六. */
  readonly number: string
  readonly title: string
  /** Other titles met in published reports. */
  readonly aliases: readonly string[]
  /** Matches the titles that mean this section where they bear its number. */
  readonly meant: RegExp
}

/** In their order, the same in all editions; the titles above tables are those of the forms. */
export const sections: readonly SectionForm[] = [
  section('overall', '总体情况', /总体情况|概述|概况|基本情况/, ['概述', '总体情况概述']),
  ofTable('activeDisclosure', /主动公开/),
  ofTable('requests', /申请/),
  ofTable('reviewLitigation', /复议|诉讼/),
  section('problems', '存在的主要问题及改进情况', /问题|不足|改进/, [
    '政府信息公开工作存在的主要问题及改进情况',
    '存在问题及改进情况',
    '存在的主要问题和改进情况',
    '存在的问题及改进情况',
    '存在的主要问题及改进措施',
  ]),
  section('other', '其他需要报告的事项', /其[他它].*(?:事项|情况)/, [
    '其它需要报告的事项',
    '其他需要报告事项',
  ]),
].map((form, index) => ({ ...form, number: '一二三四五六'[index]! }))

type Unnumbered = Omit<SectionForm, 'number'>

function section(id: SectionId, title: string, meant: RegExp, aliases: readonly string[]): Unnumbered {
  return { id, title, aliases, meant }
}

function ofTable(id: TableId, meant: RegExp): Unnumbered {
  const tables: readonly TableForm[] = forms.map(({ tables }) => tables[id])
  const { title } = tables.at(-1)!
  const titles = tables.flatMap(({ title, titleAliases = [] }) => [title, ...titleAliases])
  const others = [...new Set(titles)].filter(each => each !== title)
  return section(id, title, meant, others)
}
