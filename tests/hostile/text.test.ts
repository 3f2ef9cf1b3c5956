import {
  balancedFigures,
  encode,
  keptReport,
  plainStyle,
  reportSheet,
  type TextStyle,
  writeText,
} from '../../src/testing/index.ts'
import { type HostileFile, testHostile } from './check-apart.ts'

const { rows } = reportSheet(keptReport('2021', balancedFigures('2021', 5)))
const report = (style: Partial<TextStyle> = {}) => writeText(rows, { ...plainStyle, ...style })
const text = new TextDecoder().decode(report())
const utf8 = (content: string) => encode(content, 'utf-8')
const million = 1_000_000
const firstFigure = /(?<=,)\d+(?=,)/

const limit = ['GJ008']
const noTable = ['GJ001']
const undecodable = ['GJ002']

const files: readonly Omit<HostileFile, 'name'>[] = [
  { what: 'a mark of UTF-8 alone', content: () => Uint8Array.of(0xef, 0xbb, 0xbf), says: noTable },
  { what: 'a mark of UTF-16 alone', content: () => Uint8Array.of(0xff, 0xfe), says: noTable },
  { what: 'half a character of UTF-16', content: () => Uint8Array.of(0xff, 0xfe, 0x31), says: undecodable },
  { what: 'zeros', content: () => million, says: undecodable },
  { what: 'one byte more than is read', content: () => 64 * 1024 * 1024 + 1, says: ['GJ008'] },
  { what: 'as many zeros as are read', content: () => 64 * 1024 * 1024, says: undecodable },
  { what: 'a zero in a report', content: () => utf8(text.replace('总计', '总\0计')), says: undecodable },
  {
    what: 'bytes of no encoding in a report',
    content: () => Uint8Array.from([...report(), 0xff, 0xff, 0xff, 0x0a]),
    says: undecodable,
  },
  {
    what: 'half of a surrogate pair in UTF-16',
    content: () => Uint8Array.from([...report({ encoding: 'utf-16le-bom' }), 0x00, 0xd8, 0x0a, 0x00]),
    says: undecodable,
  },
  { what: 'ten million separators', content: () => utf8(','.repeat(10 * million)), says: limit },
  { what: 'ten million line ends', content: () => utf8('\n'.repeat(10 * million)), says: limit },
  { what: '64 MB of line ends', content: () => utf8('\n'.repeat(64 * 1024 * 1024)), says: limit },
  { what: '64 MB of old line ends', content: () => utf8('\r'.repeat(64 * 1024 * 1024)), says: limit },
  { what: 'as many cells as are read', content: () => utf8('1,\n'.repeat(million)), says: noTable },
  { what: '64 MB of cells', content: () => utf8('1,\n'.repeat(21 * million)), says: limit },
  { what: 'cells in quotes without end', content: () => utf8('"1","2"\n'.repeat(4 * million)), says: limit },
  {
    what: 'short records in quotes without end',
    content: () => utf8(text + '"1"\n'.repeat(million)),
    bounds: { seconds: 1 },
    says: limit,
  },
  { what: 'ten million quotes', content: () => utf8('"'.repeat(10 * million)), says: noTable },
  {
    what: 'ten million and one',
    content: () => utf8('"'.repeat(10 * million + 1)),
    says: ['GJ001', 'GJ007'],
  },
  {
    what: 'quotes that open again and again',
    content: () => utf8(`${text}${'"a\n'.repeat(million / 10)}`),
    says: [],
  },
  {
    what: 'a cell of ten million letters',
    content: () => utf8(`${text}${'x'.repeat(10 * million)}\n`),
    says: [],
  },
  {
    what: 'a cell of ten million letters in quotes',
    content: () => utf8(`${text}"${`${'x'.repeat(9)}\n`.repeat(million)}"\n`),
    says: [],
  },
  {
    what: 'lines of a million letters',
    content: () => utf8(`${text}${`${'政'.repeat(million)}\n`.repeat(10)}`),
    says: [],
  },
  {
    what: 'a title without end',
    content: () => utf8(`${text}${'2024年政府信息公开工作年度报告'.repeat(million / 4)}\n`),
    says: [],
  },
  {
    what: 'periods without end',
    content: () =>
      utf8(`2024年1月1日${'至'.repeat(million)}${'2024年1月1日至'.repeat(million / 2)}\n${text}`),
    says: [],
  },
  {
    what: 'a figure of a million digits',
    content: () => utf8(text.replace(firstFigure, '9'.repeat(million))),
    says: ['GJ218'],
  },
  {
    what: 'blanks without end in a cell',
    content: () => utf8(text.replace(firstFigure, `${' '.repeat(million)}1${' '.repeat(million)}`)),
    says: ['GJ218'],
  },
  {
    what: 'brackets without end in a cell',
    content: () => utf8(text.replace(firstFigure, `1${'（'.repeat(150)}`)),
    says: ['GJ203'],
  },
  {
    what: 'a label with notes without end',
    content: () => utf8(text.replace('规章', `规章${'（注）'.repeat(million)}`)),
    says: ['GJ101', 'GJ102'],
  },
  {
    what: 'brackets that open without end',
    content: () => utf8(`${text}${'（'.repeat(million)}\n${'('.repeat(million)}）\n`),
    says: [],
  },
  { what: 'a thousand copies of a report', content: () => utf8(text.repeat(1000)), says: ['GJ105'] },
  {
    what: 'rows that are all labels',
    content: () => utf8(`${text}${'规章,行政规范性文件,总计,其他处理\n'.repeat(100_000)}`),
    says: [],
  },
  {
    what: 'names that objects know',
    content: () => utf8(`${text}__proto__,constructor,toString,hasOwnProperty\n`),
    says: [],
  },
]

testHostile(files.map(file => ({ ...file, name: '2024年政府信息公开工作年度报告.csv' })))
