import type { Document } from '../document/document.ts'
import type { Grid } from '../document/grid.ts'
import type { Problem } from '../document/problem.ts'
import { isBareNumber, masked, type PersonalNumber, personalNumbersIn } from '../text/personal-numbers.ts'

/**
 * The document with every personal number masked, and a problem for each that no report should hold. A cell that holds
 * nothing but a number may be a figure of a table and stays, unless the number is a valid identity number.
 */
export function withMaskedNumbers(document: Document): Document {
  const problems: Problem[] = []
  const grids = document.grids.map(grid => maskedGrid(grid, problems))
  const isUntouched = grids.every((grid, index) => grid === document.grids[index])
  return isUntouched ? document : { ...document, grids, problems: [...document.problems, ...problems] }
}

function maskedGrid(grid: Grid, problems: Problem[]): Grid {
  let isChanged = false
  const rows = grid.rows.map((cells, row) => {
    let own: string[] | undefined
    for (const [column, text] of cells.entries()) {
      const numbers = text.length < 11 ? [] : personalNumbersIn(text)
      if (numbers.length === 0) continue
      const kept = isBareNumber(text) ? numbers.filter(({ kind }) => kind === 'mobile-number') : []
      if (numbers.length === kept.length) continue
      own ??= [...cells]
      own[column] = masked(text)
      for (const number of numbers)
        if (isOfPerson(number, text)) problems.push(problemAt(number, own[column]!, grid, row, column))
    }
    isChanged ||= own !== undefined
    return own ?? cells
  })
  return isChanged ? { ...grid, rows } : grid
}

/** Words for a person who asked or complained; a body states the telephone number of its own people. */
const person = /申请人|当事人|举报人|投诉人|信访人|姓名|身份证/

/** How far before a telephone number its owner is named, in characters. */
const reach = 40

function isOfPerson({ kind, start }: PersonalNumber, text: string): boolean {
  return kind === 'resident-id' || person.test(text.slice(Math.max(0, start - reach), start))
}

function problemAt(
  { kind, start, end }: PersonalNumber,
  text: string,
  grid: Grid,
  row: number,
  column: number,
): Problem {
  return {
    name: 'personal-data',
    location: grid.locatePart?.(row, column, start, end) ?? grid.locate(row, column),
    data: { kind, shown: text.slice(start, end) },
  }
}
