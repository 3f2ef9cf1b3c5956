import type { Io } from './io.ts'

/** Beijing is eight hours ahead all year. */
const ahead = 8 * 60 * 60 * 1000

/** The day in Beijing wherever the machine stands, `2026-01-05`; of SOURCE_DATE_EPOCH (seconds) where that is set. */
export function dayInBeijing({ env, now }: Pick<Io, 'env' | 'now'>): string {
  const { SOURCE_DATE_EPOCH = '' } = env
  const time = /^\d{1,11}$/.test(SOURCE_DATE_EPOCH) ? Number(SOURCE_DATE_EPOCH) * 1000 : now()
  return new Date(time + ahead).toISOString().slice(0, 10)
}
