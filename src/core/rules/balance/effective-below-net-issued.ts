import { sides } from '../relation-words.ts'
import { relationRule } from '../rule.ts'
import { clauses, lineName, tableInEnglish, tableName } from '../words.ts'

export const effectiveBelowNetIssued = relationRule({
  code: 'GJ405',
  name: 'effective-below-net-issued',
  kind: 'effective-floor',
  severity: 'warning',
  title: { zh: '现行有效数小于制发减废止', en: 'Fewer documents are in force than the year added' },
  basis: clauses.arithmetic,
  why: {
    zh: '本年制发的文件除已废止的外都应现行有效，现行有效数不会小于制发数减废止数。',
    en: 'What was issued in the year and not repealed is in force, so the number in force is at least issued minus repealed.',
  },
  advice: {
    zh: '请会同司法行政部门核对制发、废止和现行有效三个数。',
    en: 'Check the three figures with the department of justice.',
  },
  messages: {
    zh: relation => {
      const { left, right } = sides(relation, 'zh')
      const { cell } = relation.subject
      return `${tableName(cell)}“${lineName(cell.row)}”：${left}，小于${right}。`
    },
    en: relation => {
      const { left, right } = sides(relation, 'en')
      const { cell } = relation.subject
      return `${tableInEnglish(tableName(cell))} “${lineName(cell.row)}”: ${left} is below ${right}.`
    },
  },
})
