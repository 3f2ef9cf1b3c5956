import type { Text } from '../rule.ts'

/** What rules on running text rest on, besides the clauses of all rules. */
export const revisedRegulation: Text = {
  zh: '《中华人民共和国政府信息公开条例》（2019年修订，国务院令第711号）',
  en: 'the Regulations on Open Government Information as revised in 2019 (中华人民共和国政府信息公开条例, State Council Order No. 711)',
}

export const reportPeriod: Text = {
  zh: '《政府信息公开条例》第四十九条：年度报告公布上一年度的情况',
  en: 'Article 49 of the Regulations on Open Government Information (政府信息公开条例): the report is of the year before',
}

export const handlingFees: Text = {
  zh: '《政府信息公开信息处理费管理办法》（国办函〔2020〕109号）',
  en: 'the rules on fees for handling information (国办函〔2020〕109号)',
}

export const officialWriting: Text = {
  zh: '《党政机关公文格式》（GB/T 9704—2012）和通行的公文用语',
  en: 'the format of official documents (GB/T 9704—2012) and their usual wording',
}
