import {
  type CheckOptions,
  type FileResult,
  type Result,
  resultOf,
  type Skipped,
  type Source,
} from '../core/index.ts'
import type { Cache } from './cache.ts'
import { type CheckRead, checkInput, type Outcome, type Task } from './check-input.ts'
import { type Concurrency, threadsFor } from './concurrency.ts'
import type { FoundFile } from './find-files.ts'

export interface CheckFilesOptions extends CheckOptions {
  /** Called with each path in turn, how many files are done, and of how many. */
  readonly onProgress?: (path: string, done: number, total: number) => void
  /** Called when checking a file fails through a fault of our own; the other files go on. Thrown when absent. */
  readonly onCrash?: (path: string, error: unknown) => void
  /** In place of the usual check of a file that was read; then nothing is checked in other threads or kept. */
  readonly checkRead?: CheckRead
  /** How one input is checked, where settings say something else than for the rest. Plain data. */
  readonly optionsFor?: (input: FoundFile | Source) => CheckOptions
  /** True for an input that settings say is not to be checked. */
  readonly isExcluded?: (input: FoundFile | Source) => boolean
  /** Threads to check in; `off` when absent. What is found is the same. */
  readonly concurrency?: Concurrency
  /** What was found in earlier runs. */
  readonly cache?: Cache | undefined
}

/** Checks files, and sources already read, in the order of their paths. */
export async function checkInputs(
  inputs: readonly (FoundFile | Source)[],
  {
    onProgress,
    onCrash,
    checkRead,
    isExcluded,
    optionsFor,
    concurrency,
    cache,
    ...options
  }: CheckFilesOptions,
): Promise<Result> {
  const isTaken = (input: FoundFile | Source) => !isExcluded?.(input)
  const tasks = inOrder(inputs.filter(isTaken)).map(input => ({
    input,
    options: optionsFor?.(input) ?? options,
  }))
  const outcomes = await checkTasks(tasks, { onProgress, checkRead, concurrency, cache })
  const files: FileResult[] = []
  const skipped: Skipped[] = inputs
    .filter(input => !isTaken(input))
    .map(({ path, isNamed = false }) => ({ path, reason: 'excluded', isNamed }))
  for (const [index, outcome] of outcomes.entries()) {
    const { path, isNamed = false } = tasks[index]!.input
    if (outcome.kind === 'crashed') {
      if (!onCrash) throw outcome.error
      onCrash(path, outcome.error)
    } else if (outcome.checked.kind === 'checked') files.push(outcome.checked.file)
    else skipped.push({ path, reason: outcome.checked.reason, isNamed })
  }
  return resultOf(files, inOrder(skipped), options)
}

/** By path in code units. */
export function inOrder<Placed extends { readonly path: string }>(list: readonly Placed[]): Placed[] {
  return [...list].sort((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0))
}

type Ways = {
  readonly [key in 'onProgress' | 'checkRead' | 'concurrency' | 'cache']: CheckFilesOptions[key] | undefined
}

/** The outcomes stand in the order of the tasks, however they come about. */
async function checkTasks(
  tasks: readonly Task[],
  { onProgress, checkRead, concurrency = 'off', cache }: Ways,
): Promise<readonly Outcome[]> {
  let done = 0
  const progress = (task: Task) => onProgress?.(task.input.path, done++, tasks.length)
  if (checkRead) return checkHere(tasks, progress, false, checkRead)

  const isDigested = cache !== undefined
  const recalled = tasks.map(task => cache?.recall(task) ?? null)
  const open = tasks.filter((_, index) => !recalled[index])
  const threads = threadsFor(open, concurrency)
  done = tasks.length - open.length
  const checked =
    threads > 0
      ? await (await import('./check-threads.ts')).checkInThreads(open, {
          threads,
          isDigested,
          onDone: progress,
        })
      : await checkHere(open, progress, isDigested)
  for (const [index, outcome] of checked.entries()) cache?.keep(open[index]!, outcome)
  let next = 0
  return recalled.map(known => (known ? { kind: 'done', checked: known, digest: null } : checked[next++]!))
}

async function checkHere(
  tasks: readonly Task[],
  onStart: (task: Task) => void,
  isDigested: boolean,
  checkRead?: CheckRead,
): Promise<readonly Outcome[]> {
  const outcomes: Outcome[] = []
  for (const task of tasks) {
    onStart(task)
    outcomes.push(await checkInput(task, isDigested, checkRead))
  }
  return outcomes
}
