import { parentPort } from 'node:worker_threads'
import { checkInput, type Outcome, type Task } from './check-input.ts'

/** What a thread is asked: some files, to be answered together. */
export interface Order {
  readonly tasks: readonly Task[]
  readonly isDigested: boolean
}

// Where an error holds what cannot be handed over, the thread ends, and its files are checked by who asked.
parentPort!.on('message', async ({ tasks, isDigested }: Order) => {
  const outcomes: Outcome[] = []
  for (const task of tasks) outcomes.push(await checkInput(task, isDigested))
  parentPort!.postMessage(outcomes)
})
