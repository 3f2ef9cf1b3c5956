/** A label taken apart for comparison: `（三）不予公开` is number `三` and text `不予公开`. */
export interface LabelText {
  /** The item number without its brackets and dots, in its own digits; null when the label carries none. */
  readonly number: string | null
  /** What remains, without blanks, quotation marks and punctuation. */
  readonly text: string
}

/**
 * The comparison key of a label. Full-width forms, blanks and line breaks, brackets, quotation marks and the
 * radicals that PDF extraction leaves in place of ideographs make no difference, nor does a note of the unit.
 */
export function labelText(raw: string): LabelText {
  const folded = foldCharacters(raw).replace(unitNote, '').replace(openingMarks, '')
  const match = itemNumber.exec(folded)
  const number = match ? (match[1] ?? match[2] ?? match[3])! : null
  const text = (match ? folded.slice(match[0].length) : folded).replace(punctuation, '')
  return { number, text }
}

/** The text before a note in brackets at its end: 自然人（件）, 行政许可（含备案）. Null where there is none. */
export function withoutNote(raw: string): string | null {
  const match = /^(.+)[（(][^（()）]*[)）]\s*$/su.exec(raw)
  return match && match[1]!.trim() !== '' ? match[1]! : null
}

/** True when the raw text contains radicals standing in for ideographs (⼀ for 一). */
export function hasRadicals(raw: string): boolean {
  return radicals.test(raw)
}

/** Width, compatibility, radical and traditional forms folded, blanks removed; punctuation kept. For comparison only. */
export function foldCharacters(raw: string): string {
  const folded = /^[\x21-\x7e\u4e00-\u9fff]*$/.test(raw) ? raw : raw.normalize('NFKC')
  return folded
    .replace(supplementRadicals, radical => supplement[radical] ?? radical)
    .replace(traditional, character => simplified.get(character) ?? character)
    .replace(blanks, '')
}

/** Blanks of every width, also the invisible ones. */
export const blanks = /[\s\u00a0\u1680\u180e\u2000-\u200f\u2028-\u202f\u205f-\u2064\u3000\ufeff]+/g

const chineseDigits = '一二三四五六七八九十'
const itemNumber = new RegExp(
  `^(?:\\(([${chineseDigits}]+|\\d{1,2})\\)[.,、]?|([${chineseDigits}]+)[.,、:]|(\\d{1,2})[.,、)](?!\\d))`,
)
/** （单位：万元） or （万元）: checked as a unit, no part of the label's name. */
const unitNote = /\((?:单位|万元)[^)]*\)/
/** Before an item number; `"二、…"` where quotation marks are read as they stand. */
const openingMarks = /^["“‘'「『]+/
const punctuation = /[.,、;:!?'"“”‘’「」『』《》()[\]【】·・/\\_-]/g
const radicals = /[\u2e80-\u2fdf]/

/** NFKC folds the Kangxi radicals; these simplified forms of the supplement block it leaves alone. */
// biome-ignore format: one line reads better than fourteen
const supplement: Readonly<Record<string, string>> = {
  '⺠': '民', '⻔': '门', '⻓': '长', '⻅': '见', '⻬': '齐', '⻛': '风', '⻥': '鱼', '⻋': '车', '⻚': '页', '⻢': '马', '⻄': '西', '⻉': '贝', '⻝': '食', '⻩': '黄',
}
const supplementRadicals = /[\u2e80-\u2eff]/g

/** Each traditional character that the labels of the forms can be written with, before its simplified one. */
const pairs =
  '廢废萬万業业為为舉举於于會会決决況况減减製制辦办務务動动區区華华單单發发號号後后團团國国處处復复複复對对應应開开強强當当總总執执護护報报據据數数無无機机權权條条構构檔档沒没現现確确類类糾纠納纳組组織织經经結结繼继續续維维繳缴罰罚範范獲获補补規规計计認认議议許许訟讼訪访訴诉試试詢询請请購购費费轉转過过這这採采額额項项關关屬属內内審审'
const simplified = new Map(
  Array.from({ length: pairs.length / 2 }, (_, at) => [pairs[2 * at], pairs[2 * at + 1]!]),
)
const traditional = new RegExp(`[${pairs.replace(/(.)./g, '$1')}]`, 'g')
