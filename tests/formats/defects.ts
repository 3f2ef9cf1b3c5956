import type { LaidOutCell, LaidOutReport, LaidOutTable } from '../../src/testing/laid-out.ts'

export type Defect = (report: LaidOutReport) => LaidOutReport

/** What is met in reports, by name. All are of cells and rows that both editions have. */
export const defects: Readonly<Record<string, Defect>> = {
  'a wrong total': change('requests.outcomes.total.naturalPerson', text => String(Number(text) + 1)),
  'a blank': change('requests.outcomes.granted.naturalPerson', () => ''),
  'a blank total': change('requests.carriedOver.total', () => ''),
  placeholders: all(
    change('requests.newRequests.legalEntity.other', () => '/'),
    change('requests.carriedOver.legalEntity.other', () => '—'),
    change('requests.outcomes.granted.legalEntity.other', () => '无'),
  ),
  'an annotated number': change('activeDisclosure.licensing.decisions', () => '22（其中修订 16 件）'),
  'full-width digits': change('requests.newRequests.legalEntity.business', fullWidth),
  units: all(
    change('requests.newRequests.naturalPerson', text => `${text}件`),
    change('.amount', () => '251000元'),
  ),
  'a negative number': change('requests.outcomes.granted.legalEntity.business', () => '-3'),
  'zeros at the end': change('.amount', () => '3.50'),
  'a thousands separator': change('requests.newRequests.total', () => '1,234'),
  'blanks inside and around': change('requests.newRequests.legalEntity.other', text => ` ${text}\u3000`),
  'no numbers': all(
    change('reviewLitigation.review.upheld', () => '详见附件'),
    change('reviewLitigation.review.total', () => '<5'),
    change('requests.carriedOver.naturalPerson', () => '1 & "2"'),
    change('requests.outcomes.granted.naturalPerson', () => 'l0'),
    change('requests.outcomes.partiallyGranted.naturalPerson', () => '3|4'),
  ),
  'other notations': all(
    change('requests.newRequests.naturalPerson', text => `+${text}`),
    change('requests.carriedOver.naturalPerson', text => `0${text}`),
    change('requests.outcomes.granted.naturalPerson', text => `${text}.5`),
    change('requests.outcomes.partiallyGranted.naturalPerson', text => `${text}.0`),
    change('reviewLitigation.review.upheld', () => '1234567890123456789'),
    change('.amount', () => '1.2345678'),
  ),
  'a missing row': withoutRow('requests.outcomes.partiallyGranted.naturalPerson'),
  'an added row': withRowBelow('activeDisclosure.licensing.decisions', '其他主动公开文件'),
  'a label out of use': relabel('requests.outcomes.granted.naturalPerson', '（一）依法予以公开'),
}

export function all(...steps: readonly Defect[]): Defect {
  return report => steps.reduce((changed, step) => step(changed), report)
}

function change(ref: string, writing: (text: string) => string): Defect {
  return inTable(ref, (table, figure) => ({
    ...table,
    cells: table.cells.map(cell => (cell === figure ? { ...cell, text: writing(cell.text) } : cell)),
  }))
}

/** The label nearest to a figure. */
function relabel(ref: string, label: string): Defect {
  return inTable(ref, (table, { row }) => {
    const labels = table.cells.filter(cell => cell.row === row && cell.ref === null)
    const nearest = labels.sort((a, b) => a.column - b.column).at(-1)
    return {
      ...table,
      cells: table.cells.map(cell => (cell === nearest ? { ...cell, text: label } : cell)),
    }
  })
}

/** Cells that reach over the row become shorter. */
function withoutRow(ref: string): Defect {
  return inTable(ref, (table, { row }) => ({
    ...table,
    rows: table.rows - 1,
    cells: table.cells
      .filter(cell => cell.row !== row || cell.rows > 1)
      .map(cell => {
        if (cell.row > row) return { ...cell, row: cell.row - 1 }
        return cell.row + cell.rows > row ? { ...cell, rows: cell.rows - 1 } : cell
      }),
  }))
}

/** A copy of the row under another label, with 1 for each figure; cells that reach over the row become longer. */
function withRowBelow(ref: string, label: string): Defect {
  return inTable(ref, (table, { row }) => {
    const copies = table.cells
      .filter(cell => cell.row === row && cell.rows === 1)
      .map(cell => ({ ...cell, row: row + 1, text: cell.ref === null ? label : '1', ref: cell.ref && '' }))
    const others = table.cells.map(cell => {
      if (cell.row > row) return { ...cell, row: cell.row + 1 }
      return cell.rows > 1 && cell.row + cell.rows > row ? { ...cell, rows: cell.rows + 1 } : cell
    })
    return { ...table, rows: table.rows + 1, cells: [...others, ...copies] }
  })
}

/** By a reference, or by the end of one where the editions differ. */
function inTable(ref: string, defect: (table: LaidOutTable, figure: LaidOutCell) => LaidOutTable): Defect {
  return report => {
    let isFound = false
    const tables = report.tables.map(table => {
      const figure = table.cells.find(cell => cell.ref?.endsWith(ref))
      if (!figure) return table
      isFound = true
      return defect(table, figure)
    })
    if (!isFound) throw new Error(`no cell ${ref}`)
    return { ...report, tables }
  }
}

function fullWidth(text: string): string {
  return text.replace(/\d/g, digit => String.fromCharCode(digit.charCodeAt(0) + 0xfee0))
}
