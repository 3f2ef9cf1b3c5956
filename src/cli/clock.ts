import type { Language } from '../core/index.ts'
import type { Io } from './io.ts'

/** Beijing is eight hours ahead all year. */
const ahead = 8 * 60 * 60 * 1000

/** The day in Beijing wherever the machine stands, `2026-01-05`; of SOURCE_DATE_EPOCH (seconds) where that is set. */
export function dayInBeijing(io: Pick<Io, 'env' | 'now'>): string {
  return inBeijing(io).slice(0, 10)
}

/** The same with the minute, as a page says it: 2026年1月5日 14:03（北京时间）. */
export function minuteInBeijing(io: Pick<Io, 'env' | 'now'>, language: Language): string {
  const [day = '', minute = ''] = inBeijing(io).slice(0, 16).split('T')
  if (language === 'en') return `${day} ${minute} (UTC+8)`
  const [year, month, date] = day.split('-').map(Number)
  return `${year}年${month}月${date}日 ${minute}（北京时间）`
}

function inBeijing({ env, now }: Pick<Io, 'env' | 'now'>): string {
  const { SOURCE_DATE_EPOCH = '' } = env
  const time = /^\d{1,11}$/.test(SOURCE_DATE_EPOCH) ? Number(SOURCE_DATE_EPOCH) * 1000 : now()
  return new Date(time + ahead).toISOString()
}
