import { availableParallelism } from 'node:os'
import { extname } from 'node:path'
import type { Task } from './check-input.ts'

/** Threads to check in: so many, as many as pay, or none besides the one that runs anyway. */
export type Concurrency = number | 'auto' | 'off'

/** Threads that can be asked for. */
export const mostThreads = 64

/**
 * Milliseconds for a usual report of a format, with its bytes at hand, on the machine of `bench` (Node 20). A file of
 * text takes 0.2, and most of that again to hand over what was found, so that it counts for nothing here.
 */
const cost: Readonly<Record<string, number>> = {
  '.xlsx': 2,
  '.xlsm': 2,
  '.xls': 2,
  '.et': 2,
  '.ods': 3,
  '.docx': 4,
  '.htm': 5,
  '.html': 5,
  '.mht': 5,
  '.mhtml': 5,
}

/**
 * Milliseconds of work for each thread, below which it does not pay: to start one and to warm it up takes about 200 of
 * the processor, and with two on two processors 200 xlsx took as long as with none, 1,000 took a fifth less. With two,
 * this is 400 workbooks, 200 documents or 160 pages.
 */
const leastWork = 400

/** In so many threads files are checked without being asked; beyond them the one that collects has no rest. */
const mostUnasked = 8

/** How many threads files are checked in besides the one that runs anyway; 0 where that one checks them. */
export function threadsFor(tasks: readonly Task[], concurrency: Concurrency): number {
  if (concurrency === 'off') return 0
  if (concurrency !== 'auto') return concurrency
  const work = tasks.reduce((sum, { input }) => sum + (cost[extname(input.path).toLowerCase()] ?? 0), 0)
  const threads = Math.min(availableParallelism(), mostUnasked, Math.floor(work / leastWork))
  return threads > 1 ? threads : 0
}
