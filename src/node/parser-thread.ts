import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import type { Host, ParsedApart } from '../core/index.ts'

type Bounds = Parameters<Host['parseApart']>[2]

/** The thread that waits for the next file, with the memory (MB) it was given. */
let idle: { readonly worker: Worker; readonly memory: number } | null = null

/** Parses in a thread that is kept for the next file, and is ended when it overstays or outgrows its bounds. */
export const parseApart: Host['parseApart'] = async (name, input, bounds) => {
  const worker = takeWorker(bounds)
  const outcome = await converse(worker, { name, input }, bounds)
  if (outcome.kind === 'parsed' || outcome.kind === 'damaged') keepWorker(worker, bounds)
  else await worker.terminate()
  return outcome
}

function takeWorker({ memory }: Bounds): Worker {
  const kept = idle
  idle = null
  if (kept?.memory === memory) {
    kept.worker.ref()
    return kept.worker
  }
  void kept?.worker.terminate()
  // Written out, for bundlers and test runners must not follow it.
  return new Worker(join(import.meta.dirname, __GOUJI_LATE__, 'parser-worker.js'), {
    resourceLimits: { maxOldGenerationSizeMb: memory, maxYoungGenerationSizeMb: 64 },
    // What the libraries print is no result.
    stdout: true,
    stderr: true,
  })
}

function keepWorker(worker: Worker, { memory }: Bounds): void {
  // It must not keep the process alive.
  worker.unref()
  if (idle) void worker.terminate()
  else idle = { worker, memory }
}

function converse(worker: Worker, question: object, { seconds }: Bounds): Promise<ParsedApart> {
  return new Promise((resolve, reject) => {
    const leave = () => {
      clearTimeout(timer)
      worker.off('message', onMessage).off('error', onError).off('exit', onExit)
    }
    const end = (outcome: ParsedApart) => {
      leave()
      resolve(outcome)
    }
    const fail = (error: Error) => {
      leave()
      reject(error)
    }
    const onMessage = (answer: ParsedApart) => end(answer)
    const onError = (error: NodeJS.ErrnoException) =>
      error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? end({ kind: 'too-much-memory' }) : fail(error)
    const onExit = (code: number) => fail(new Error(`the parsers' thread ended with ${code}`))
    const timer = setTimeout(() => end({ kind: 'too-long' }), seconds * 1000)
    worker.on('message', onMessage).on('error', onError).on('exit', onExit)
    worker.postMessage(question)
  })
}
