import { editions, linesOf, type TableForm, type TableId, tableIds } from '../editions/index.ts'
import { type LabelText, labelText, withoutNote } from '../text/label-text.ts'

/** What a text may stand for in the forms. */
export interface LabelMeaning {
  readonly table: TableId
  /** `head` covers several rows or columns; `stub` and `caption` stand above them all. */
  readonly role: 'row' | 'row-head' | 'column' | 'column-head' | 'stub' | 'caption' | 'section'
  /** Id of the line; of a head, the label itself. */
  readonly id: string
  readonly number: string | null
  /** The label as the form prints it. */
  readonly official: string
  /** Editions that have it. */
  readonly editions: readonly string[]
}

/** The labels of one form are looked up once for all its files. */
const remembered = new Map<string, readonly LabelMeaning[]>()
const texts = new Map<string, LabelText>()
const rememberedTexts = 8192

/** In characters, with all that reports explain in brackets; patterns would take long over more. */
const longestLabel = 1000
const none: readonly LabelMeaning[] = []

/**
 * The meanings of a cell's text, in all tables; empty for a text that is no label. Where the item number tells
 * meanings apart, only those that fit it are given.
 */
export function meaningsOf(raw: string): readonly LabelMeaning[] {
  if (raw.length > longestLabel) return none
  const known = remembered.get(raw)
  if (known) return known
  if (remembered.size >= rememberedTexts) remembered.clear()
  const { number, text } = labelTextOf(raw)
  const all = meanings.get(text) ?? meaningsBesideNote(raw)
  const fitting = all.filter(meaning => meaning.number === number)
  const found = number !== null && fitting.length > 0 ? fitting : all
  remembered.set(raw, found)
  return found
}

/** Reports explain labels in brackets. Figures with a note are no labels. */
function meaningsBesideNote(raw: string): readonly LabelMeaning[] {
  const label = withoutNote(raw)
  return label === null ? none : meaningsOf(label)
}

/** A label taken apart; the labels of one form are taken apart once for all its files. */
export function labelTextOf(raw: string): LabelText {
  let text = texts.get(raw)
  if (!text) {
    if (texts.size >= rememberedTexts) texts.clear()
    text = labelText(raw)
    texts.set(raw, text)
  }
  return text
}

/** True when the text differs from the form's label by more than its writing (width, blanks, brackets). */
export function isDrift(raw: string, official: string): boolean {
  if (raw === official) return false
  const found = labelTextOf(raw)
  const expected = labelTextOf(official)
  return found.text !== expected.text || found.number !== expected.number
}

/** The text a report adds for a subtotal under a head. */
export function isSubtotalLabel(raw: string): boolean {
  return /[计结]/.test(raw) && subtotalLabel.test(labelTextOf(raw).text)
}

const subtotalLabel =
  /^(?:法人(?:或其他组织)?|不予公开|无法提供|不予处理|其他处理|行政诉讼|诉讼)?(?:小计|合计|小结)$/

const meanings = buildMeanings()

type Role = LabelMeaning['role']

/** Built at every start: what the editions share is taken apart once. */
function buildMeanings(): ReadonlyMap<string, readonly LabelMeaning[]> {
  const byText = new Map<string, LabelMeaning[]>()
  const byLabel = new Map<string, string[]>()
  for (const { id: edition, form } of editions) {
    for (const table of tableIds) {
      const add = (role: Role, id: string, official: string, label = official) => {
        const key = `${table} ${role} ${id} ${label}`
        const known = byLabel.get(key)
        if (known) {
          if (known.at(-1) !== edition) known.push(edition)
          return
        }
        const own = [edition]
        byLabel.set(key, own)
        const { number, text } = labelTextOf(label)
        const list = byText.get(text)
        const meaning = { table, role, id, number, official, editions: own }
        if (list) list.push(meaning)
        else byText.set(text, [meaning])
      }
      addTable(form.tables[table], add)
    }
  }
  return byText
}

type Add = (role: Role, id: string, official: string, label?: string) => void

function addTable({ section, title, titleAliases = [], blocks }: TableForm, add: Add): void {
  for (const each of [title, ...titleAliases]) add('section', '', each, `${section}、${each}`)
  for (const { caption, stubHead, columnsHead, rows, columns } of blocks) {
    if (caption) add('caption', caption, caption)
    if (stubHead) add('stub', stubHead, stubHead)
    if (columnsHead) add('stub', columnsHead, columnsHead)
    addLines(linesOf(rows), 'row', add)
    addLines(linesOf(columns), 'column', add)
  }
}

function addLines(lines: ReturnType<typeof linesOf>, role: 'row' | 'column', add: Add): void {
  for (const { id, label, aliases, heads, isSubtotal } of lines) {
    for (const head of heads) add(`${role}-head`, head, head)
    if (isSubtotal || label === '') continue
    add(role, id, label)
    for (const alias of aliases) add(role, id, label, alias)
  }
}
