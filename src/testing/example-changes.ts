import type { Figures } from './balanced.ts'

/** One line of a `report` block, as `examples.ts` describes it. */
export type Change =
  | { readonly kind: 'figure'; readonly ref: string; readonly text: string }
  | {
      readonly kind: 'row'
      readonly label: string
      readonly how: 'drop' | 'copy' | 'add'
      readonly added: string
    }
  | { readonly kind: 'swap'; readonly first: string; readonly second: string }
  | { readonly kind: 'text'; readonly from: string; readonly to: string; readonly isAll: boolean }
  /** `section` is its number, 一 to 六; 前 is what stands before it all. */
  | { readonly kind: 'say'; readonly section: string; readonly text: string }
  | { readonly kind: 'unsay'; readonly section: string }

type Rows = readonly (readonly string[])[]

/** @throws an Error for a line that is none of the changes. */
export function readChanges(content: string): Change[] {
  return content
    .split('\n')
    .filter(line => line.trim() !== '')
    .map(readChange)
}

function readChange(line: string): Change {
  const figure = /^([A-Za-z]+(?:\.[A-Za-z]+)+) =(?: (.*))?$/.exec(line)
  if (figure) return { kind: 'figure', ref: figure[1]!, text: figure[2] ?? '' }
  const row = /^row (.+): (?:(drop|copy)|add (.*))$/.exec(line)
  if (row)
    return { kind: 'row', label: row[1]!, how: (row[2] as 'drop' | undefined) ?? 'add', added: row[3] ?? '' }
  const swap = /^rows (.+) <=> (.+)$/.exec(line)
  if (swap) return { kind: 'swap', first: swap[1]!, second: swap[2]! }
  const text = /^text(s?) (.+?) =>(?: (.*))?$/.exec(line)
  if (text) return { kind: 'text', from: text[2]!, to: text[3] ?? '', isAll: text[1] === 's' }
  const say = /^say ([前一二三四五六]): (.+)$/.exec(line)
  if (say) return { kind: 'say', section: say[1]!, text: say[2]! }
  const unsay = /^unsay ([前一二三四五六])$/.exec(line)
  if (unsay) return { kind: 'unsay', section: unsay[1]! }
  throw new Error(`not a change: ${line}`)
}

export function changeFigures(figures: Figures, changes: readonly Change[]): Figures {
  const changed: Figures = new Map(figures)
  for (const change of changes) {
    if (change.kind !== 'figure') continue
    if (!changed.has(change.ref)) throw new Error(`no cell ${change.ref}`)
    changed.set(change.ref, change.text)
  }
  return changed
}

export function changeRows(rows: Rows, changes: readonly Change[]): Rows {
  const changed = [...rows]
  for (const change of changes) {
    if (change.kind === 'row') {
      const at = rowOf(changed, change.label)
      const { how, added } = change
      if (how === 'drop') changed.splice(at, 1)
      else changed.splice(at + 1, 0, how === 'copy' ? changed[at]! : added.split(','))
    } else if (change.kind === 'swap') {
      const [first, second] = [rowOf(changed, change.first), rowOf(changed, change.second)]
      const row = changed[first]!
      changed[first] = changed[second]!
      changed[second] = row
    }
  }
  return changed
}

function rowOf(rows: Rows, label: string): number {
  const found = rows.flatMap((row, at) => (row.includes(label) ? [at] : []))
  if (found.length !== 1) throw new Error(`${found.length} rows with ${label}`)
  return found[0]!
}

export function changeText(text: string, changes: readonly Change[]): string {
  return changes.reduce((changed, change) => {
    if (change.kind !== 'text') return changed
    const { from, to, isAll } = change
    if (!changed.includes(from)) throw new Error(`not in the report: ${from}`)
    return isAll ? changed.replaceAll(from, () => to) : changed.replace(from, () => to)
  }, text)
}
