import {
  checkSource,
  defaultLimits,
  dumpSource,
  nodeHost,
  parseSource,
  render,
  resultOf,
} from '../../dist/testing.js'
import { mailBodies, unzip } from './containers.mjs'

/** What must hold of any file at all, and of a changed report compared with the sound one. */

export const limits = { seconds: 5, memory: 256 }

function factsOf(parsed) {
  return new Map(parsed.facts.map(fact => [fact.ref, fact]))
}

export function parseInput(source) {
  return parseSource(source, nodeHost, { ...defaultLimits, ...limits })
}

/**
 * @param {object} seed what the sound report is parsed to
 * @returns {{ outcome: string, detail?: string }} an outcome that starts with `!` breaks what must hold
 */
export async function judge(source, seed, index) {
  const check = language => checkSource(source, { language, profile: 'standard', limits }, nodeHost)
  const checked = await check('zh-CN')
  if (checked.kind === 'skipped') return judgeSkipped(source, checked.reason)
  const { file } = checked
  const english = file.diagnostics.length > 0 ? (await check('en')).file : file
  const flaw = flawOf(file, english)
  if (flaw) return { outcome: '!malformed', detail: flaw }
  const printed = await print(file, 'json')
  if (index % 8 === 0) {
    if ((await print((await check('zh-CN')).file, 'json')) !== printed) return { outcome: '!unstable' }
    const control = /[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]/.exec(
      (await print(english, 'pretty')) + (await print(file, 'unix')) + printed,
    )
    if (control)
      return { outcome: '!malformed', detail: `control character U+${control[0].charCodeAt(0).toString(16)}` }
    await dumpSource(source, nodeHost, { ...defaultLimits, ...limits })
  }
  return judgeFacts(source, file, await parseInput(source), seed)
}

async function print(file, name) {
  return render(resultOf([file], [], { language: 'zh-CN', profile: 'standard' }), name)
}

/** What is wrong with a result in itself. */
function flawOf(file, english) {
  if (file.diagnostics.length !== english.diagnostics.length) return 'languages differ in number'
  for (const [index, diagnostic] of file.diagnostics.entries()) {
    const other = english.diagnostics[index]
    const name = `${diagnostic.code}: `
    if (diagnostic.code !== other.code) return `${name}languages differ in order`
    for (const location of [diagnostic.location, ...diagnostic.related.map(each => each.location)]) {
      const numbers = [location.line, location.column, location.endLine, location.endColumn]
      if (!numbers.every(number => Number.isSafeInteger(number) && number > 0))
        return `${name}place ${numbers}`
      if (
        location.endLine < location.line ||
        (location.endLine === location.line && location.endColumn < location.column)
      )
        return `${name}place ends before it starts: ${numbers}`
    }
    if (!/[\u3400-\u9fff]/.test(diagnostic.message) || other.message === diagnostic.message)
      return `${name}not in both languages`
    for (const text of [diagnostic.message, other.message, ...diagnostic.notes, ...other.notes])
      if (text === '' || /undefined(?! entity)|NaN|\[object |\bnull\b/.test(text)) return `${name}${text}`
    if (!['error', 'warning', 'info'].includes(diagnostic.severity))
      return `${name}severity ${diagnostic.severity}`
    JSON.stringify(diagnostic)
  }
  return null
}

/** A file may be passed over only when no table of a report can be seen in it any more. */
function judgeSkipped(source, reason) {
  const sign = textsOf(source)
    .map(text => titles.exec(text))
    .find(Boolean)
  return sign
    ? { outcome: '!skipped-report', detail: `${reason}: ${sign[0].trim()}` }
    : { outcome: 'skipped' }
}

/** In a cell of their own, for in a sentence they are no sign. */
const titles =
  /(?:^|[>\t,;"\r\n])[一-四]、(?:行政机关)?(?:主动公开政府信息|收到和处理政府信息公开申请|政府信息公开行政复议、行政诉讼)情况(?=<|"?(?:[\t,;\r\n]|$))/

/** The texts that a file holds, in every encoding that fits. */
function textsOf({ path, bytes }) {
  if (path.endsWith('.mht')) return [bytes, ...mailBodies(bytes)].flatMap(decodings)
  if (bytes[0] !== 0x50) return decodings(bytes)
  try {
    return unzip(bytes).flatMap(part => decodings(part.content))
  } catch {
    return []
  }
}

function decodings(content) {
  return ['utf-8', 'gb18030', 'utf-16le', 'utf-16be'].flatMap(encoding => {
    try {
      const text = new TextDecoder(encoding, { fatal: true }).decode(content)
      return text.includes('\0') ? [] : [shownOf(text)]
    } catch {
      return []
    }
  })
}

/** Up to an element or a comment that never closes, for browsers show nothing of what stands behind it. */
function shownOf(text) {
  const lower = text.toLowerCase()
  const pairs = ['title', 'textarea', 'style', 'script', 'xmp', 'iframe', 'noembed', 'noframes'].map(name => [
    `<${name}`,
    `</${name}`,
  ])
  const ends = [...pairs, ['<!--', '-->'], ['<plaintext', '</plaintext']].map(([open, close]) =>
    lower.indexOf(open, Math.max(0, lower.lastIndexOf(close))),
  )
  return text.slice(0, Math.min(text.length, ...ends.filter(end => end >= 0)))
}

function judgeFacts(source, file, parsed, seed) {
  const isTold = file.diagnostics.some(({ severity }) => severity !== 'info')
  const facts = factsOf(parsed)
  const seedFacts = factsOf(seed)
  const changed = []
  const lost = []
  // Of pieces of two seeds, a table may be whole in the other's edition.
  const isOfOtherEdition = ref => {
    const table = ref.slice(0, ref.indexOf('.'))
    const [own, other] = [seed, parsed].map(
      ({ tables }) => tables.find(each => each.table === table)?.edition,
    )
    return other !== undefined && other !== own
  }
  for (const [ref, { value }] of seedFacts) {
    const fact = facts.get(ref)
    if (!fact && isOfOtherEdition(ref)) continue
    if (fact?.state !== 'number') lost.push(ref)
    else if (fact.value !== value) changed.push(fact)
  }
  for (const { ref, state } of facts.values()) if (!seedFacts.has(ref) && state !== 'number') lost.push(ref)
  if (lost.length > 0 && !isTold) return { outcome: '!lost', detail: lost.slice(0, 5).join(' ') }
  const text = file.encoding && new TextDecoder(file.encoding).decode(source.bytes)
  const wrong = [...facts.values()].find(
    fact =>
      fact.state === 'number' &&
      !(isReadOff(fact) && (text === null || standsThere(fact, text, file.format))),
  )
  if (wrong)
    return {
      outcome: '!misread',
      detail: `${wrong.ref} ${wrong.raw} → ${wrong.value} at ${JSON.stringify(wrong.location)}`,
    }
  if (changed.length === 0)
    return { outcome: lost.length > 0 ? 'lost, told' : isTold ? 'same, told' : 'same' }
  if (isTold) return { outcome: 'changed, told' }
  const detail = changed
    .slice(0, 4)
    .map(
      fact =>
        `${fact.ref}: ${seedFacts.get(fact.ref).value} → ${fact.value} at ${fact.location.address ?? `${fact.location.line}:${fact.location.column}`}`,
    )
  return {
    outcome: changed.length > 2 ? 'changed in many cells, untold' : 'changed, untold',
    detail: detail.join('; '),
  }
}

/** A plain figure is its writing; other writings have findings of their own. */
function isReadOff({ raw, value }) {
  const plain = /^\s*(-?)0*(\d+?)(?:\.(\d*?)0*)?\s*$/.exec(raw)
  if (!plain) return true
  const [, sign, whole, fraction = ''] = plain
  const written = `${whole}${fraction && `.${fraction}`}`
  return value === `${written === '0' ? '' : sign}${written}`
}

/** Whether the text of a cell stands at the place that is given for it. */
function standsThere({ raw, location }, text, format) {
  const lines = linesOf(text)
  const offset = (line, column) => (lines[line - 1] ?? Number.NaN) + column - 1
  const found = text.slice(
    offset(location.line, location.column),
    offset(location.endLine, location.endColumn),
  )
  const compact = piece => piece.replace(/\s/g, '')
  if (format === 'csv' || format === 'tsv' || format === 'txt')
    return found === raw || compact(found.replaceAll('""', '"')) === compact(raw)
  const bare = found
    .replace(/<!--.*?-->|<[^<>]*>/gs, '')
    .replace(/&#(x?)([\da-f]+);/gi, (_, hex, code) =>
      String.fromCodePoint(Math.min(0x10ffff, Number.parseInt(code, hex ? 16 : 10))),
    )
  return compact(bare).includes(compact(raw)) || /[&<\\]/.test(found)
}

let known = { text: '', lines: [] }

/** Offsets at which the lines begin. */
function linesOf(text) {
  if (known.text !== text)
    known = {
      text,
      lines: [0, ...[...text.matchAll(/\r\n|\n|\r/g)].map(match => match.index + match[0].length)],
    }
  return known.lines
}
