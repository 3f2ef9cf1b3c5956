import type { Text } from '../rule.ts'

/** What rules between years rest on. */
export const yearClauses = {
  carry: {
    zh: '表三“上年结转”“结转下年度继续办理”两栏的含义（国办公开办函〔2019〕60号、〔2021〕30号）',
    en: 'what “上年结转” and “结转下年度继续办理” of Table 3 mean (国办公开办函〔2019〕60号, 〔2021〕30号)',
  },
  labels: {
    zh: '表二各栏的含义（国办公开办函〔2019〕60号、〔2021〕30号）',
    en: 'what the columns of Table 2 mean (国办公开办函〔2019〕60号, 〔2021〕30号)',
  },
  copying: {
    zh: '国办公开办函〔2021〕30号（四）：不得内容雷同、敷衍应付',
    en: '国办公开办函〔2021〕30号, (4): reports must not repeat each other',
  },
  comparison: { zh: '同一单位相邻两年报告的比较', en: 'two consecutive reports of one body, compared' },
} as const satisfies Readonly<Record<string, Text>>
