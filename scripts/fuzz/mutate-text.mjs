import { pick } from './mutate-bytes.mjs'

/** Changes of text as people, programs and enemies make them. Each takes text and a draw, and gives new text. */
export function mutateText(text, draw) {
  const list = text.includes('<') ? [...plain, ...marked] : plain
  let changed = text
  for (let times = 1 + (draw(3) === 0 ? draw(5) : 0); times > 0; times--)
    changed = pick(list, draw)(changed, draw)
  return changed
}

/** Puts `to(found)` in the place of one of the matches. */
function replaceOne(text, pattern, draw, to) {
  const matches = [...text.matchAll(pattern)]
  if (matches.length === 0) return text
  const match = pick(matches, draw)
  return text.slice(0, match.index) + to(match[0]) + text.slice(match.index + match[0].length)
}

function insert(text, draw, piece) {
  const at = draw(text.length + 1)
  return text.slice(0, at) + piece + text.slice(at)
}

function range(text, draw, most) {
  const start = draw(text.length + 1)
  return [start, Math.min(text.length, start + 1 + draw(most))]
}

const separators = [',', ';', '\t', '|', '，', ' ', '\n', '\r', '\r\n', '']
const numbers = [
  '',
  '0',
  '-1',
  '-0',
  '1.5',
  '007',
  '1,234',
  '１２',
  '1e5',
  '#REF!',
  '99999999999999999999',
  '无',
  '/',
  '3O',
  '２',
  '+4',
  '5件',
  ' 6',
  '2147483648',
]
const odd = [
  '\0',
  '\u200b',
  '\u3000',
  '\u00a0',
  '\ufeff',
  '\ud800',
  '\udc00',
  '\u202e',
  '\x1b[31m',
  '\x85',
  '\u2028',
  '\x0b',
  '\ufffd',
  '𠮷',
  '⽴',
  '"',
  "'",
  '""',
  '\\',
  '=',
  '&',
  '<',
  '>',
  '|---|',
  '```',
  '#',
  '%',
  '__proto__',
]
const names = [
  'td',
  'tr',
  'table',
  'th',
  'p',
  'div',
  'c',
  'v',
  'row',
  'si',
  't',
  'is',
  'w:tc',
  'w:tr',
  'w:tbl',
  'w:p',
  'w:t',
  'table:table-cell',
  'table:table-row',
  'text:p',
  'script',
  'style',
  'svg',
  'template',
  '__proto__',
]
const entities = [
  '&lol;',
  '&#0;',
  '&#xD800;',
  '&#x110000;',
  '&nbsp;',
  '&amp;',
  '&',
  '&#49;',
  '&#x33;',
  '&#',
  '&lt;td&gt;',
]

const plain = [
  // Figures.
  (text, draw) => replaceOne(text, /\d/g, draw, () => String(draw(10))),
  (text, draw) => replaceOne(text, /\d/g, draw, () => String(draw(10))),
  (text, draw) => replaceOne(text, /\d/g, draw, () => ''),
  (text, draw) => replaceOne(text, /\d/g, draw, digit => `${digit}${draw(10)}`),
  (text, draw) => replaceOne(text, /\d+(?:\.\d+)?/g, draw, () => pick(numbers, draw)),
  (text, draw) => {
    const [first, second] = [...text.matchAll(/\d+/g)].map(match => match[0]).slice(draw(40))
    return first && second ? text.replace(first, second) : text
  },
  // What stands between cells.
  (text, draw) => replaceOne(text, /[,;\t|]/g, draw, () => pick(separators, draw)),
  (text, draw) => replaceOne(text, /[,;\t|]/g, draw, found => found.repeat(2 + draw(3))),
  (text, draw) => insert(text, draw, pick(separators, draw)),
  (text, draw) => text.replaceAll(pick([',', '\t', ';', '|', '\n', '\r\n'], draw), pick(separators, draw)),
  (text, draw) => replaceOne(text, /"/g, draw, () => ''),
  (text, draw) => insert(text, draw, '"'),
  // Lines.
  (text, draw) => replaceOne(text, /^[^\n]*\n/gm, draw, () => ''),
  (text, draw) => replaceOne(text, /^[^\n]*\n/gm, draw, line => line.repeat(2)),
  (text, draw) =>
    replaceOne(text, /^[^\n]*\n[^\n]*\n/gm, draw, two => two.replace(/^([^\n]*\n)([^\n]*\n)$/, '$2$1')),
  (text, draw) => replaceOne(text, /\n/g, draw, () => pick(['', '\r', '\r\n', '\n\n', '\n\n\n\n'], draw)),
  // Labels.
  (text, draw) => replaceOne(text, /[\u3400-\u9fff]/g, draw, () => ''),
  (text, draw) => replaceOne(text, /[\u3400-\u9fff]/g, draw, found => found + pick(odd, draw)),
  (text, draw) => replaceOne(text, /[\u3400-\u9fff]+/g, draw, () => ''),
  (text, draw) => replaceOne(text, /[\u3400-\u9fff]{4,}/g, draw, found => found.slice(draw(3), -1 - draw(2))),
  // Anything.
  (text, draw) => insert(text, draw, pick(odd, draw)),
  (text, draw) => text.slice(0, draw(text.length + 1)),
  (text, draw) => text.slice(draw(text.length + 1)),
  (text, draw) => {
    const [start, end] = range(text, draw, draw(2) === 0 ? 12 : 600)
    return text.slice(0, start) + text.slice(end)
  },
  (text, draw) => {
    const [start, end] = range(text, draw, draw(2) === 0 ? 40 : 1500)
    return text.length > 2_000_000
      ? text
      : text.slice(0, end) + text.slice(start, end).repeat(1 + draw(3)) + text.slice(end)
  },
  (text, draw) => {
    const [start, end] = range(text, draw, 300)
    const rest = text.slice(0, start) + text.slice(end)
    return insert(rest, draw, text.slice(start, end))
  },
]

const tag = /<[^<>]{1,300}>/g

/** For what is written in tags. */
const marked = [
  (text, draw) => replaceOne(text, tag, draw, () => ''),
  (text, draw) => replaceOne(text, tag, draw, () => ''),
  (text, draw) => replaceOne(text, tag, draw, found => found.repeat(2)),
  (text, draw) => replaceOne(text, tag, draw, found => found.repeat(2 + draw(draw(20) === 0 ? 20_000 : 30))),
  (text, draw) => replaceOne(text, tag, draw, found => found.slice(0, -1)),
  (text, draw) => replaceOne(text, tag, draw, found => found.slice(1)),
  (text, draw) => replaceOne(text, tag, draw, found => found.replace(/\/?>$/, '/>')),
  (text, draw) =>
    replaceOne(text, tag, draw, found => found.replace(/^<(\/?)[\w:]+/, `<$1${pick(names, draw)}`)),
  (text, draw) => replaceOne(text, tag, draw, found => found.replace(/[\w:]+="[^"]*"/, '')),
  (text, draw) =>
    replaceOne(text, tag, draw, found =>
      found.replace(
        /\s*\/?>$/,
        ` ${pick(['colspan', 'rowspan', 'r', 's', 't', 'hidden'], draw)}="${pick(numbers, draw)}">`,
      ),
    ),
  // Spans, counts, widths, indexes.
  (text, draw) =>
    replaceOne(text, /(?<==")\d+(?=")/g, draw, () =>
      pick([...numbers, '1', '2', '3', '65535', '1048576'], draw),
    ),
  (text, draw) => replaceOne(text, /(?<==")\d+(?=")/g, draw, found => String(Number(found) + draw(5) - 2)),
  (text, draw) =>
    replaceOne(text, /(?<=")[A-Z]{1,3}\d+(?=[":])/g, draw, () =>
      pick(['A1', 'B2', 'XFD1048576', 'A0', 'ZZZZ9', 'C', 'A99999999999', 'A1:XFD1048576'], draw),
    ),
  (text, draw) =>
    replaceOne(text, /(?<=")[A-Z]{1,3}\d+(?=[":])/g, draw, found =>
      found.replace(/\d+/, row => String(Number(row) + draw(3) - 1)),
    ),
  (text, draw) =>
    replaceOne(text, /(?<==")[^"]{1,40}(?=")/g, draw, () =>
      pick([...names, ...numbers, 's', 'str', 'inlineStr', 'b', 'e', 'n', 'd', 'float', 'restart'], draw),
    ),
  (text, draw) => replaceOne(text, />/g, draw, found => found + pick(entities, draw)),
  (text, draw) =>
    insert(
      text,
      draw,
      pick(
        [
          '<!--',
          '-->',
          '<![CDATA[',
          ']]>',
          '<?xml ?>',
          '</',
          '<',
          '<table>',
          '</table>',
          '<td>',
          '</td>',
          '<tr>',
          '<b>',
          '<script>',
          '<textarea>',
          '<plaintext>',
        ],
        draw,
      ),
    ),
  (text, draw) =>
    `<!DOCTYPE x [<!ENTITY lol "${'ha'.repeat(1 + draw(50))}"><!ENTITY e SYSTEM "file:///etc/passwd">]>${replaceOne(text, />/g, draw, found => `${found}&${pick(['lol', 'e'], draw)};`)}`,
  (text, draw) => {
    const name = pick(names, draw)
    const depth = 1 + draw(draw(10) === 0 ? 20_000 : 60)
    return replaceOne(
      text,
      tag,
      draw,
      found => `<${name}>`.repeat(depth) + found + (draw(2) === 0 ? `</${name}>`.repeat(depth) : ''),
    )
  },
  // One element more or less, with what is in it.
  (text, draw) => replaceOne(text, /<([\w:]+)(?:\s[^<>]*)?>[^<>]*<\/\1>/g, draw, () => ''),
  (text, draw) => replaceOne(text, /<([\w:]+)(?:\s[^<>]*)?>[^<>]*<\/\1>/g, draw, found => found.repeat(2)),
]
