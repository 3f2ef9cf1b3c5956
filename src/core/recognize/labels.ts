import { editions, linesOf, type TableId, tableIds } from '../editions/index.ts'
import { type LabelText, labelText } from '../text/label-text.ts'

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

/**
 * The meanings of a cell's text, in all tables; empty for a text that is no label. Where the item number tells
 * meanings apart, only those that fit it are given.
 */
export function meaningsOf(raw: string): readonly LabelMeaning[] {
  const known = remembered.get(raw)
  if (known) return known
  if (remembered.size >= rememberedTexts) remembered.clear()
  const { number, text } = labelTextOf(raw)
  const all = meanings.get(text) ?? []
  const fitting = all.filter(meaning => meaning.number === number)
  const found = number !== null && fitting.length > 0 ? fitting : all
  remembered.set(raw, found)
  return found
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

function buildMeanings(): ReadonlyMap<string, readonly LabelMeaning[]> {
  const byText = new Map<string, LabelMeaning[]>()
  const add = (label: string, meaning: Omit<LabelMeaning, 'number' | 'editions'>, edition: string) => {
    const { number, text } = labelTextOf(label)
    const list = byText.get(text) ?? []
    byText.set(text, list)
    const index = list.findIndex(
      other =>
        other.table === meaning.table &&
        other.role === meaning.role &&
        other.id === meaning.id &&
        other.number === number,
    )
    const before = list[index]
    if (before) list[index] = { ...before, editions: [...new Set([...before.editions, edition])] }
    else list.push({ ...meaning, number, editions: [edition] })
  }
  for (const edition of editions) {
    for (const table of tableIds) {
      const form = edition.form.tables[table]
      for (const title of [form.title, ...(form.titleAliases ?? [])])
        add(`${form.section}、${title}`, { table, role: 'section', id: '', official: title }, edition.id)
      for (const block of form.blocks) {
        const { caption, stubHead, columnsHead } = block
        for (const text of [caption, stubHead, columnsHead]) {
          const role = text === caption ? 'caption' : 'stub'
          if (text) add(text, { table, role, id: text, official: text }, edition.id)
        }
        addLines(linesOf(block.rows), 'row')
        addLines(linesOf(block.columns), 'column')
      }
      function addLines(lines: ReturnType<typeof linesOf>, role: 'row' | 'column'): void {
        for (const line of lines) {
          for (const head of line.heads)
            add(head, { table, role: `${role}-head`, id: head, official: head }, edition.id)
          if (line.isSubtotal || line.label === '') continue
          for (const label of [line.label, ...line.aliases])
            add(label, { table, role, id: line.id, official: line.label }, edition.id)
        }
      }
    }
  }
  return byText
}
