import { parentPort } from 'node:worker_threads'
import { parseHere } from '../core/readers/parsers.ts'

parentPort!.on('message', async ({ name, input }: { readonly name: string; readonly input: unknown }) => {
  parentPort!.postMessage(await parseHere(name, input))
})
