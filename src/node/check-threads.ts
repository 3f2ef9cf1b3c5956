import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import { checkInput, type Outcome, type Task } from './check-input.ts'
import type { Order } from './check-worker.ts'

/** Files that a thread is handed at once, so that a message costs little and no thread waits long for the last one. */
const mostAtOnce = 32

export interface ThreadOptions {
  /** How many. */
  readonly threads: number
  readonly isDigested: boolean
  /** Called with each task once its outcome is known. */
  readonly onDone: (task: Task) => void
  readonly startThread?: () => Worker
}

/**
 * Checks files in other threads; the outcomes stand in the order of the tasks. What a thread that ends on its own was
 * working on is checked here.
 */
export async function checkInThreads(
  tasks: readonly Task[],
  { threads, isDigested, onDone, startThread = startCheckWorker }: ThreadOptions,
): Promise<readonly Outcome[]> {
  const outcomes: Outcome[] = new Array(tasks.length)
  const atOnce = Math.max(1, Math.min(mostAtOnce, Math.floor(tasks.length / threads / 8)))
  let next = 0
  /** One thread, from its start to the last of its files. */
  const work = async () => {
    let worker = started(startThread())
    try {
      while (next < tasks.length) {
        const from = next
        next = Math.min(next + atOnce, tasks.length)
        const own = tasks.slice(from, next)
        const answer = await ask(worker, { tasks: own, isDigested })
        for (const [index, task] of own.entries()) {
          outcomes[from + index] = answer?.[index] ?? (await checkInput(task, isDigested))
          onDone(task)
        }
        if (!answer && next < tasks.length) worker = started(startThread())
      }
    } finally {
      await worker.terminate()
    }
  }
  await Promise.all(Array.from({ length: Math.min(threads, tasks.length) }, work))
  return outcomes
}

function startCheckWorker(): Worker {
  // Written out, for bundlers and test runners must not follow it.
  return new Worker(join(import.meta.dirname, __GOUJI_LATE__, 'check-worker.js'), {
    // What the libraries print is no result.
    stdout: true,
    stderr: true,
  })
}

/** What becomes of it between two questions is seen at the next one. */
function started(worker: Worker): Worker {
  return worker.on('error', () => {})
}

/** The thread's answer; null when it ended without one, as it does when its memory is used up. */
function ask(worker: Worker, order: Order): Promise<readonly Outcome[] | null> {
  return new Promise(resolve => {
    const end = (answer: readonly Outcome[] | null) => {
      worker.off('message', end).off('error', onEnd).off('exit', onEnd).off('messageerror', onEnd)
      resolve(answer)
    }
    const onEnd = () => end(null)
    worker.on('message', end).on('error', onEnd).on('exit', onEnd).on('messageerror', onEnd)
    worker.postMessage(order)
  })
}
