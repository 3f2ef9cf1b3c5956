import { parentPort } from 'node:worker_threads'
import type { ParsedApart } from '../core/index.ts'
import { isComplaint, type ParserName, runParser } from '../core/readers/parsers.ts'

/** What the thread says of one input. */
export type Answer = Extract<ParsedApart, { kind: 'parsed' | 'damaged' }>

parentPort!.on('message', async ({ name, input }: { readonly name: ParserName; readonly input: unknown }) => {
  let answer: Answer
  try {
    answer = { kind: 'parsed', result: await runParser(name, input) }
  } catch (error) {
    if (!isComplaint(error)) throw error
    answer = { kind: 'damaged', detail: error.message }
  }
  parentPort!.postMessage(answer)
})
