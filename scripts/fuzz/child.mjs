// Checks inputs one after another and tells the parent what became of each. Started by ../fuzz.mjs.
import { inputAt, soundSeeds } from './inputs.mjs'
import { judge } from './judge.mjs'

const [format, run, from, to, slice] = [process.argv[2], ...process.argv.slice(3).map(Number)]
const { seeds, unsound } = await soundSeeds(format)
process.send({ seeds: seeds.length, unsound })
const end = performance.now() + slice * 1000

for (let index = from; seeds.length > 0 && index < to && performance.now() < end; index++) {
  const { seed, source } = inputAt(format, seeds, run, index)
  const start = performance.now()
  let judged
  try {
    judged = await judge(source, seed.parsed, index)
  } catch (error) {
    judged = { outcome: '!threw', detail: error?.stack ?? String(error) }
  }
  const milliseconds = performance.now() - start
  const memory = process.memoryUsage.rss() / 1024 / 1024
  await new Promise(resolve => process.send({ index, ...judged, milliseconds, memory }, resolve))
}
// Lets rejections that nobody handles end the process before it says that it is done.
await new Promise(resolve => setTimeout(resolve, 10))
process.send({ done: true }, () => process.exit(0))
