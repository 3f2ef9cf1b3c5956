import { encode } from '../../src/testing/index.ts'
import { type HostileFile, testHostile } from './check-apart.ts'
import { page } from './reports.ts'

const million = 1_000_000
const limit = ['GJ008']
const good = page()

const after = (piece: string) => good.replace('</body>', `${piece}</body>`)
const before = (piece: string) => good.replace('<body>', `<body>${piece}`)
const inTable = (piece: string) => good.replace('<table>', `<table>${piece}`)

const files: readonly (Pick<HostileFile, 'what' | 'says' | 'bounds'> & { readonly content: () => string })[] =
  [
    { what: 'nothing but a table', content: () => good, says: [] },
    { what: 'elements inside each other', content: () => after('<div>'.repeat(million / 5)), says: limit },
    {
      what: 'tables inside each other',
      content: () => after('<table><tr><td>'.repeat(20_000)),
      says: limit,
    },
    { what: 'marks of bold that never close', content: () => after('<b>'.repeat(2000)), says: limit },
    {
      what: 'marks of bold around each paragraph',
      content: () => after('<b><p>'.repeat(5000)),
      says: [],
    },
    {
      what: 'columns without end',
      content: () => inTable('<tr><td colspan="999999999">1</td></tr>'.repeat(3000)),
      says: limit,
    },
    {
      what: 'rows without end',
      content: () => inTable('<tr><td rowspan="999999999" colspan="1000">1</td></tr>'.repeat(3000)),
      says: limit,
    },
    {
      what: 'two thousand tables',
      content: () => after('<table><tr><td>1<td>2<tr><td>3<td>4</table>'.repeat(2000)),
      says: ['GJ008'],
    },
    {
      what: 'more cells than are read',
      content: () => after(`<table><tr>${'<td>1'.repeat(60_000)}`),
      bounds: { cells: 50_000 },
      says: ['GJ008'],
    },
    {
      what: 'a cell of ten million letters',
      content: () => after(`<table><tr><td>${'x'.repeat(10 * million)}`),
      says: [],
    },
    {
      what: 'a paragraph of ten million letters',
      content: () => after(`<p>${'x'.repeat(10 * million)}`),
      says: [],
    },
    {
      what: 'attributes without end',
      content: () => before(`<p ${'a'.repeat(million)}="1" ${'b="1" '.repeat(100_000)}>`),
      says: [],
    },
    {
      what: 'a comment that never ends',
      content: () => after(`<!--${'<!--'.repeat(million / 2)}`),
      says: [],
    },
    { what: 'entities without end', content: () => after('&amp'.repeat(million)), says: [] },
    {
      what: 'entities of its own',
      content: () =>
        good.replace(
          '<!DOCTYPE html>',
          '<!DOCTYPE html [<!ENTITY lol "ha"><!ENTITY x SYSTEM "file:///etc/passwd">]>',
        ),
      says: [],
    },
    {
      what: 'names that objects know',
      content: () => after('<__proto__ constructor="1"><p id="__proto__">__proto__</p>'),
      says: [],
    },
  ]

testHostile(
  files.map(({ content, ...file }) => ({
    ...file,
    name: '2024年政府信息公开工作年度报告.html',
    content: () => encode(content(), 'utf-8'),
  })),
)

const mail = (type: string, body: string) => `MIME-Version: 1.0\r\nContent-Type: ${type}\r\n\r\n${body}`
const part = (body: string, encoding = '8bit') =>
  `--cut\r\nContent-Type: text/html; charset="utf-8"\r\nContent-Transfer-Encoding: ${encoding}\r\n\r\n${body}\r\n`
const related = 'multipart/related; boundary="cut"'

const archives: readonly (Pick<HostileFile, 'what' | 'says'> & { readonly content: () => string })[] = [
  { what: 'nothing but a page', content: () => mail(related, `${part(good)}--cut--\r\n`), says: [] },
  {
    what: 'no beginning',
    content: () => mail(related, `${part(good)}--cut--\r\n`).slice(30),
    says: ['GJ005'],
  },
  { what: 'no end', content: () => mail(related, part(good)), says: [] },
  {
    what: 'parts inside each other',
    content: () =>
      mail(
        related,
        Array.from(
          { length: 5000 },
          (_, at) =>
            `--${at === 0 ? 'cut' : `c${at}`}\r\nContent-Type: multipart/mixed; boundary="c${at + 1}"\r\n\r\n`,
        ).join(''),
      ),
    says: ['GJ005'],
  },
  {
    what: 'a hundred thousand parts',
    content: () =>
      mail(related, `${part(good)}${'--cut\r\nContent-Type: image/png\r\n\r\nx\r\n'.repeat(100_000)}`),
    says: [],
  },
  {
    what: 'a head without end',
    content: () => mail(`${related}\r\n${'X-More: x\r\n'.repeat(million / 2)}`, part(good)),
    says: [],
  },
  {
    what: 'a head folded without end',
    content: () => mail(`${related};\r\n${' x=1;\r\n'.repeat(million / 5)}`, part(good)),
    says: [],
  },
  {
    what: 'ten million letters as Base64',
    content: () => mail(related, part('eHh4'.repeat(2.5 * million), 'base64')),
    says: ['GJ001'],
  },
  {
    what: 'signs of quoting without end',
    content: () => mail(related, part('='.repeat(5 * million), 'quoted-printable')),
    says: ['GJ001'],
  },
]

testHostile(
  archives.map(({ what, content, says }) => ({
    what,
    says,
    name: '2024年政府信息公开工作年度报告.mht',
    content: () => encode(content(), 'utf-8'),
  })),
)

const texts: readonly (Pick<HostileFile, 'what' | 'says'> & { readonly content: () => string })[] = [
  { what: 'lines of bars', content: () => `${'|'.repeat(million)}\n`.repeat(5), says: ['GJ008'] },
  { what: 'rules without end', content: () => `| a |\n|${'---|'.repeat(million / 2)}\n`, says: ['GJ001'] },
  { what: 'code that never ends', content: () => `${'```\n'.repeat(100_001)}| a |\n`, says: ['GJ001'] },
  { what: 'quotes inside each other', content: () => `${'>'.repeat(million)} a\n`, says: ['GJ001'] },
  {
    what: 'backslashes without end',
    content: () => `| ${'\\'.repeat(million)} | \n| --- | --- |\n`,
    says: ['GJ001'],
  },
  {
    what: 'ten million letters in a cell',
    content: () => `| ${'x'.repeat(10 * million)} |\n| --- |\n`,
    says: ['GJ001'],
  },
  { what: 'marks without end', content: () => `${'*_`~['.repeat(million / 2)}\n`, says: ['GJ001'] },
]

testHostile(
  texts.map(({ what, content, says }) => ({
    what,
    says,
    name: '2024年政府信息公开工作年度报告.md',
    content: () => encode(content(), 'utf-8'),
  })),
)
