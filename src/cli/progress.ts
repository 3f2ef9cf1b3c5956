import type { Io } from './io.ts'
import type { Words } from './words/words.ts'

export interface Progress {
  show(done: number, total: number): void
  /** Takes the line away again. */
  end(): void
}

/** Milliseconds before the line appears, and between two changes of it. */
const delay = 1000
const pause = 100

/** A line of counts for people who wait: only on a terminal, only when the run lasts. `now` in milliseconds. */
export function startProgress({ stderr, env }: Io, words: Words, now = () => performance.now()): Progress {
  if (stderr.isTTY !== true || env.CI || env.TERM === 'dumb') return { show() {}, end() {} }
  const start = now()
  let shownAt: number | null = null
  return {
    show(done, total) {
      const time = now()
      if (time - start < delay || (shownAt !== null && time - shownAt < pause)) return
      shownAt = time
      stderr.write(`\r\x1b[K${words.progress(done, total)}`)
    },
    end() {
      if (shownAt !== null) stderr.write('\r\x1b[K')
    },
  }
}
