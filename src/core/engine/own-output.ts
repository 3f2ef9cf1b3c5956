import { outputStarts } from '../name.ts'

const { page, summary, collected, sheets } = outputStarts
const starts = [page, summary, collected, ...Object.values(sheets)].map(start =>
  new TextEncoder().encode(start),
)

/** True for what `check` wrote for people and `collect` for programs: it repeats labels and figures of reports and is none. */
export function isOwnOutput(bytes: Uint8Array): boolean {
  return starts.some(start => start.every((byte, index) => bytes[index] === byte))
}
