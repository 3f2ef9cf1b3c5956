import { groupRule } from '../rule.ts'
import { cellName, cellNameInEnglish, nameBeside, plural } from '../words.ts'
import { differingSides, firstDifference, oneReport } from './pair-words.ts'

export const renditionsDiffer = groupRule({
  code: 'GJ610',
  name: 'renditions-differ',
  severity: 'error',
  title: { zh: '同一份报告的两个版本数字不同', en: 'Two forms of one report say different numbers' },
  basis: oneReport,
  why: {
    zh: '同一份报告以网页、Word、表格等几种形式公开时，数字必须一致；不一致的格在跨年度和上下级核对中不采用任何一个数。',
    en: 'A report published as a page, a document and a sheet must say the same in each; where they differ, neither number is used when reports are compared with others.',
  },
  advice: {
    zh: '请对照登记台账确定哪一个数正确，改正另一个文件，已经公开的一并更正。',
    en: 'Find the right number in your records, correct the other file, and what is published too.',
  },
  *check({ reports }) {
    for (const report of reports)
      for (const { report: other, differing } of report.renditions) {
        const here = differing.map(([fact, own]) => [own, fact] as const)
        const first = firstDifference(here)
        if (!first) continue
        const data = {
          other: nameBeside(report.path, other.path),
          differing: differing.length,
          refs: here.map(([fact]) => fact.cell.ref),
          first,
        }
        yield {
          of: other,
          at: here[0]![0],
          data,
          sides: differingSides(report.path, here),
          related: here.map(([, fact]) => ({ of: report, fact })),
        }
      }
  },
  messages: {
    zh: ({ other, differing, first: { cell, here, there } }) =>
      `与“${other}”是同一份报告的两个版本，却有${differing}格数字不同，第一处是${cellName(cell)}，本文件为${here}，另一份为${there}。`,
    en: ({ other, differing, first: { cell, here, there } }) =>
      `This and “${other}” are two forms of one report, but differ in ${plural(differing, 'cell')}, first in ${cellNameInEnglish(cell)}: ${here} here, ${there} there.`,
  },
})
