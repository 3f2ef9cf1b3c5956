import { displayWidth } from '../text/width.ts'

/** Lines that a text takes in a cell of so many characters; some programs never work the height of a row out. */
export function linesOf(text: string, width = 9): number {
  let lines = 0
  for (const line of text.split('\n')) lines += Math.max(1, Math.ceil(displayWidth(line) / (width - 1)))
  return lines
}
