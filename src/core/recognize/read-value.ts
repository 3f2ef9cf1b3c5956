import { formatExact, parseExact, sumExact, zero } from '../constraints/exact.ts'
import type { ValueKind } from '../editions/index.ts'
import type { Notation, Reading } from '../model/fact.ts'
import { blanks } from '../text/label-text.ts'

/** The text of a cell to what it says, for a column that takes counts, changes or money. Never guesses. */
export function readValue(raw: string, kind: ValueKind): Reading {
  const known = readings[kind].get(raw)
  if (known) return known
  const reading = plainCount.test(raw) ? number(raw) : readNotation(raw, kind)
  if (readings[kind].size >= rememberedTexts) readings[kind].clear()
  readings[kind].set(raw, reading)
  return reading
}

/** Most cells of most reports say one of a few hundred small numbers. */
const readings: Readonly<Record<ValueKind, Map<string, Reading>>> = {
  count: new Map(),
  change: new Map(),
  money: new Map(),
}
const rememberedTexts = 4096

/** A whole number as the form asks for it, within the digits that are read. */
const plainCount = /^(?:0|[1-9]\d{0,13})$/

function readNotation(raw: string, kind: ValueKind): Reading {
  if (raw.length > longestFigure) return readLong(raw)
  const notations: Notation[] = []
  const note = (notation: Notation) => void (notations.includes(notation) || notations.push(notation))

  let text = raw.replace(edgeBlanks, '')
  if (text === '') return { state: 'blank', value: null, notations: [] }
  if (text !== raw) note('spacing')
  const narrow = text.replace(fullWidth, character => String.fromCharCode(character.charCodeAt(0) - 0xfee0))
  // Where signs belong, one of any width is as good as another.
  if (narrow !== (kind === 'change' ? text.replace(/^－/, '-') : text)) note('full-width')
  text = narrow.replace(/[\u2212\u2010\u2011\ufe63]/g, '-')
  if (placeholder.test(text)) return { state: 'placeholder', value: null, notations: [] }
  if (spreadsheetError.test(text)) return unreadable('spreadsheet-error')

  if (kind === 'change') {
    const net = netChange(text)
    if (net !== null) {
      const isPlain = /^[增减]\d+$/.test(text)
      return {
        state: 'number',
        value: parseExact(net),
        notations: isPlain ? notations : [...notations, 'change'],
      }
    }
  }

  const annotated = /^([^()（]+?)\s*[(（](.*)[)）]$/su.exec(text)
  if (annotated && /^[+-]?\d/.test(annotated[1]!)) {
    // A unit in the brackets changes the number.
    if (/^(?:单位|人民币|[:：\s])*[十百千万亿]*[元%％件]|^[十百千万亿]/.test(annotated[2]!))
      return unreadable()
    note('annotated')
    text = annotated[1]!
  }
  const suffix = /^(.*?\d)\s*(万元|元|件|条|项|个|宗|份|次|起)$/su.exec(text)
  if (suffix) {
    note(suffix[2] === '元' ? 'yuan' : 'unit-suffix')
    text = suffix[1]!
    // A count has no money, and money is not counted in pieces.
    if ((kind === 'money') !== suffix[2]!.endsWith('元')) return unreadable()
  }
  const sign = /^([+-])\s*(?=[\d.])/.exec(text)
  if (sign) {
    text = text.slice(sign[0].length)
    if (sign[0].length > 1) note('spacing')
    if (sign[1] === '+' && kind !== 'change') note('sign')
  }
  if (/^[1-9]\d{0,2}([,，]\d{3})+(\.\d+)?$/.test(text)) {
    note('thousands-separator')
    text = text.replace(/[,，]/g, '')
  }
  if (!/^\d+(\.\d+)?$/.test(text)) return unreadable(lookalike.test(text) ? 'lookalike' : undefined)
  if (/^0\d/.test(text)) note('spacing')
  if (kind !== 'money' && /\.0+$/.test(text)) note('zero-fraction')
  const value = parseExact(`${sign?.[1] === '-' ? '-' : ''}${text}`)
  if (!value) return unreadable('too-long')
  if (!notations.includes('yuan')) return { state: 'number', value, notations }
  const inTenThousands = parseExact(formatExact({ units: value.units, scale: value.scale + 4 }))
  return inTenThousands ? { state: 'number', value: inTenThousands, notations } : unreadable('too-long')
}

/** In characters. Beyond it nothing is a figure with its notes, and patterns would take long over it. */
const longestFigure = 200

function readLong(raw: string): Reading {
  if (raw.trim() === '') return { state: 'blank', value: null, notations: [] }
  return unreadable(/^\d+$/.test(raw.trim()) ? 'too-long' : undefined)
}

function number(text: string): Reading {
  return { state: 'number', value: text === '0' ? zero : { units: Number(text), scale: 0 }, notations: [] }
}

function unreadable(why?: Notation): Reading {
  return { state: 'text', value: null, notations: why ? [why] : [] }
}

/** 增3, 减2, +1/-2, 增3减1, 3/1 (增/减): the net change; null for anything else. */
function netChange(text: string): string | null {
  const compact = text.replace(/\s/g, '').replace(/[个项件]/g, '')
  const match =
    /^增(?:加)?(\d{1,9})$/.exec(compact) ??
    /^()减(?:少)?(\d{1,9})$/.exec(compact) ??
    /^增(?:加)?(\d{1,9})[/、,，;；]?减(?:少)?(\d{1,9})$/.exec(compact) ??
    /^\+?(\d{1,9})\/-?(\d{1,9})$/.exec(compact)
  if (!match) return null
  const part = (digits: string | undefined) => parseExact(digits || '0') ?? zero
  return formatExact(
    sumExact([
      { weight: 1, value: part(match[1]) },
      { weight: -1, value: part(match[2]) },
    ]),
  )
}

const edgeBlanks = new RegExp(`^${blanks.source}|${blanks.source}$`, 'g')
/** Digits, letters and signs; full-width brackets and commas are ordinary in Chinese text. */
const fullWidth = /[\uff10-\uff19\uff21-\uff3a\uff41-\uff5a\uff0b\uff0d\uff0e\uff0f\uff03\uff01]/g
const placeholder = /^(?:\/|[-—–―─]{1,4}|无|零|N\/?A|不适用|\\)$/iu
/** Also a number that a spreadsheet shows in scientific notation, for its digits are lost. */
const spreadsheetError =
  /^#(?:REF!|VALUE!|DIV\/0!|NAME\?|NUM!|NULL!|N\/A|SPILL!|CALC!|GETTING_DATA)$|^#+$|^[+-]?\d+(?:\.\d+)?E[+-]?\d+$/i
/** Digits mixed with letters that look like them, and the ideographic zero. */
const lookalike = /^(?=.*[\dOoIl〇])[\dOoIl〇]+$/
