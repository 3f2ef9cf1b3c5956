import { addExact, compareExact, type Exact, parseExact } from '../constraints/exact.ts'
import type { Slip } from './slip.ts'

/** A total and the figures of single units that a sentence lists for it, whose sum is another number. */
export interface Breakdown extends Slip {
  readonly total: Exact
  readonly sum: Exact
  /** 件, 元 and so on. */
  readonly unit: string
}

const number = '\\d{1,9}(?:\\.\\d{1,4})?'
const units = '件|条|份|篇|次|万元|元'
const figure = new RegExp(`(${number})\\s*(${units})`, 'g')
/** What the names of bodies end with. */
const body = /(?:政府|镇|乡|街道|县|区|市|局|委|委员会|厅|院|办|办公室|中心|分局|部门|大队|支队|公安|管委会)$/

/** Many bodies at once. */
const kinds = /部门|单位|乡镇|镇街|街镇|本级|县直|市直|区直|省直|^各/

/**
 * Listed figures of units that cannot be parts of the total before them. The parts of a total may be fewer than all; so
 * only more than the total is wrong, unless a second figure of each (5件500元) adds up and shows that the list is whole.
 */
export function wrongBreakdowns(sentence: string): readonly Breakdown[] {
  const plain = sentence.replace(/(?<=\d)[,，](?=\d{3}(?!\d))/g, '')
  // With thousands separators the places would move; such sentences are judged by their numbers alone.
  const moved = plain.length !== sentence.length
  const cut = /[，,；;：:（(。]\s*(?:其中|分别(?:为|是)?|具体为|包括)[：:，,]?/.exec(plain)
  if (!cut) return []
  const head = plain.slice(0, cut.index)
  const list = plain.slice(cut.index + cut[0].length).split(/[。）)]/)[0]!
  const parts = partsOf(list)
  if (parts.length < 2) return []
  const totals = totalsIn(head)
  const judged = totals.flatMap(({ value, unit, start, end }) => {
    const own = parts.map(part => part.get(unit))
    if (own.some(part => part === undefined)) return []
    const sum = addExact(own as Exact[])
    return [{ total: value, sum, unit, start, end, order: compareExact(sum, value) }]
  })
  const isWhole = judged.length > 1 && judged.some(({ order }) => order === 0)
  return judged
    .filter(({ order }) => order > 0 || (isWhole && order < 0))
    .map(({ order, start, end, ...rest }) => {
      const [from, to] = moved ? [0, sentence.trimEnd().length] : [start, end]
      return {
        ...rest,
        start: from,
        end: to,
        found: moved ? plain.slice(start, end) : sentence.slice(from, to),
      }
    })
}

/** The figures before the list, 收取信息处理费25件2950元; none where it is not clear which one the list belongs to. */
function totalsIn(head: string) {
  const last = new Map<string, { value: Exact; unit: string; start: number; end: number }>()
  for (const match of head.matchAll(figure)) {
    const [start, unit] = [match.index, match[2]!]
    last.set(unit, { value: parseExact(match[1]!)!, unit, start, end: start + match[0].length })
  }
  const all = [...last.values()]
  const isUnclear = [...head.matchAll(figure)].length > all.length || /同比|增|减|降|较|比/.test(head)
  if (isUnclear) return []
  const end = Math.max(0, ...all.map(each => each.end))
  return /^[^\d]{0,12}$/.test(head.slice(end)) ? all : []
}

/** The figures of each listed body by their unit; none where anything else is listed. */
function partsOf(list: string): readonly ReadonlyMap<string, Exact>[] {
  const parts: ReadonlyMap<string, Exact>[] = []
  const names: string[] = []
  for (const piece of list.split(/[、，,；;]|(?<=件|元|条|份)(?:和|及)/)) {
    if (piece.trim() === '') continue
    const name = piece.replace(figure, '').replace(/[\s和及]|办理|收到|收取|新收|收办|受理|答复|合计|共/g, '')
    if (!body.test(name)) return []
    const figures = [...piece.matchAll(figure)].map(match => [match[2]!, parseExact(match[1]!)!] as const)
    if (figures.length === 0 || new Set(figures.map(([unit]) => unit)).size < figures.length) return []
    parts.push(new Map(figures))
    names.push(name)
  }
  // 县直部门 holds 县公安局, so that both count it.
  const general = names.filter(each => kinds.test(each)).length
  return general === 0 || general === names.length ? parts : []
}
