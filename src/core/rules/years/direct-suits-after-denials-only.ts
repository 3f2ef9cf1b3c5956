import { signOf } from '../../constraints/exact.ts'
import { type CollectedReport, collectedTable } from '../../model/collection.ts'
import { factOf, formFacts } from '../../model/report.ts'
import { written } from '../relation-words.ts'
import { seriesRule } from '../rule.ts'

export const directSuitsAfterDenialsOnly = seriesRule({
  code: 'GJ513',
  name: 'direct-suits-after-denials-only',
  severity: 'warning',
  title: {
    zh: '两年都只有“不予公开”，却有未经复议直接起诉的',
    en: 'Direct suits although nothing but refusals could be sued over',
  },
  basis: {
    zh: '《行政复议法》（2023年修订）第二十三条第一款第（四）项',
    en: 'Article 23(1)(4) of the Administrative Reconsideration Law (行政复议法) as revised in 2023',
  },
  why: {
    zh: '2024年起，对不予公开不服的应当先申请行政复议；两年都没有别的不利决定，直接起诉就少有来由。',
    en: 'Since 2024 refusals go to review before they go to court; without any other adverse decision in two years a direct suit has little to rest on.',
  },
  advice: {
    zh: '请核对案件类型；因逾期不答复、内容不符等起诉的，可以豁免并写明理由。',
    en: 'Check what the suits are about; where it is silence or content that does not match, waive it with that reason.',
  },
  *check({ current, previous }) {
    if (current.year < 2025 || !previous) return
    const cases = collectedTable(current, 'reviewLitigation')
    const suits = cases && factOf(cases, '', 'litigationDirect.total')
    if (!suits?.value || signOf(suits.value) <= 0) return
    if (![current, previous].every(hasNoOtherRefusal) || ![current, previous].some(hasDenial)) return
    const count = written(suits.value)
    yield { of: current, at: suits, data: { count, year: String(previous.year) }, sides: count }
  },
  messages: {
    zh: ({ count, year }) =>
      `表四“未经复议直接起诉”有${count}件，而本年和${year}年除“不予公开”第1至7项外没有不利于申请人的决定。`,
    en: ({ count, year }) =>
      `Table 4 has ${count} direct suits, although in this year and in ${year} no request was decided against the applicant but under items 1 to 7 of 不予公开.`,
  },
})

/** True when every outcome is known and none but 予以公开, 部分公开 and the first seven reasons of 不予公开 occurs. */
function hasNoOtherRefusal(report: CollectedReport): boolean {
  const own = outcomesOf(report)
  return (
    own.length > 0 &&
    own.every(({ cell, value }) => {
      if (!value) return false
      return signOf(value) === 0 || isHarmless(cell.row.id) || isDenial(cell.row.id)
    })
  )
}

function hasDenial(report: CollectedReport): boolean {
  return outcomesOf(report).some(({ cell, value }) => value && signOf(value) > 0 && isDenial(cell.row.id))
}

function outcomesOf(report: CollectedReport) {
  const requests = collectedTable(report, 'requests')
  return (requests ? formFacts(requests) : []).filter(
    ({ cell: { row, column } }) =>
      column.id === 'total' && row.id.startsWith('outcomes.') && row.id !== 'outcomes.total',
  )
}

function isHarmless(row: string): boolean {
  return row === 'outcomes.granted' || row === 'outcomes.partiallyGranted'
}

function isDenial(row: string): boolean {
  return row.startsWith('outcomes.denied.') && row !== 'outcomes.denied.administrativeQuery'
}
