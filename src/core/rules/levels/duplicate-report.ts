import { bodyKey } from '../../model/body.ts'
import type { CollectedReport } from '../../model/collection.ts'
import { compareReports, firstCounts } from '../../model/renditions.ts'
import { groupRule } from '../rule.ts'
import { cellName, cellNameInEnglish, nameBeside, plural } from '../words.ts'
import { differingSides, firstDifference, oneReport } from './pair-words.ts'

export const duplicateReport = groupRule({
  code: 'GJ605',
  name: 'duplicate-report',
  severity: 'error',
  title: { zh: '同一单位同一年度有几份报告', en: 'Several reports of one body and year' },
  basis: oneReport,
  why: {
    zh: '一个单位一年只有一份年度报告；有几份时，不知道以哪一份为准，汇总也会重复计算。',
    en: 'A body has one report a year; with several nobody knows which one holds, and sums count it twice.',
  },
  advice: {
    zh: '请核对是否放错了文件、写错了单位或年度，只保留正式的一份；其余的移走，或者在 gouji.json 的 exclude 中写明不核对。',
    en: 'See whether a file is misplaced or names the wrong body or year, and keep the official one; move the others away or exclude them in gouji.json.',
  },
  *check({ reports }) {
    const byBody = new Map<string, CollectedReport[]>()
    for (const report of reports) {
      const key = bodyKey(report.body)
      const own = byBody.get(key)
      if (own) own.push(report)
      else byBody.set(key, [report])
    }
    for (const own of byBody.values()) {
      const [before, ...others] = own.sort(firstCounts)
      for (const report of others) {
        const { kinship, compared, differing } = compareReports(report, before!)
        const pair = differing[0]
        const isSameBody = report.folder === before!.folder
        yield {
          of: report,
          ...(pair ? { at: pair[0] } : {}),
          data: {
            body: report.body,
            year: report.year,
            other: nameBeside(before!.path, report.path),
            isUnclear: kinship === 'unclear',
            isSameBody,
            compared,
            differing: differing.length,
            first: firstDifference(differing),
          },
          sides: differingSides(before!.path, differing),
          related: differing.map(([, fact]) => ({ of: before!, fact })),
          ...(pair && isSameBody ? {} : { severity: 'warning' as const }),
        }
      }
    }
  },
  messages: {
    zh: ({ body, year, other, isUnclear, isSameBody, compared, differing, first }) => {
      const both = `与“${other}”同为${body}${year}年的报告`
      if (compared === 0) return `${both}，但没有两份都填写的数字可以比较，不能断定是不是同一份。`
      if (!first) return `${both}，各格数字相同，请只保留一份。`
      const { cell, here, there } = first
      const unclear = isUnclear ? '；不能断定是同一份报告的两个版本，还是两份报告' : ''
      const namesakes = isSameBody ? '' : '；如果是同名的两个单位，请在 gouji.json 的 bodies 或 paths 中写明'
      return `${both}，而有${differing}格数字不同，第一处是${cellName(cell)}，本文件为${here}，另一份为${there}${unclear}${namesakes}。`
    },
    en: ({ body, year, other, isUnclear, isSameBody, compared, differing, first }) => {
      const both = `This and “${other}” both are the report of ${body} for ${year}`
      if (compared === 0)
        return `${both}, but there is no figure in both to compare, so whether they are the same cannot be told.`
      if (!first) return `${both}, with the same figures; keep one of them.`
      const { cell, here, there } = first
      const unclear = isUnclear ? '; whether they are two forms of one report or two cannot be told' : ''
      const namesakes = isSameBody
        ? ''
        : '; if these are two bodies of one name, say so under bodies or paths in gouji.json'
      return `${both} and differ in ${plural(differing, 'cell')}, first in ${cellNameInEnglish(cell)}: ${here} here, ${there} there${unclear}${namesakes}.`
    },
  },
})
