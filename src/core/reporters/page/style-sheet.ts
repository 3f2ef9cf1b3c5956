import { type BodyWords, bodyColumns } from '../body-words.ts'
import type { PageWords } from './words.ts'

/** What stands below each printed page, so that no page of a record can pass for one of another file's. */
export interface Footer {
  /** The id of the article; null for all other pages. */
  readonly id: string | null
  /** Of ASCII letters, digits, full stops, plus signs, hyphens and blanks only. */
  readonly text: string
}

/** Of the screen and of A4 paper. No text in it comes from a file, and no colour says what no word says. */
export function styleSheetIn(words: PageWords, bodies: BodyWords, footers: readonly Footer[]): string {
  return `${common}
${footers.map(footerOf).join('\n')}
@media screen and (max-width: 48rem) {
${headsOf(
  'bodies',
  bodyColumns.map(column => bodies.heads[column]),
)}
${headsOf('overview', words.overviewHeads)}
${headsOf('skipped', words.skippedHeads)}
${headsOf('relations', words.relationHeads)}
${headsOf('waived', words.waivedHeads)}
${headsOf('review', words.reviewHeads)}
}
`
}

function footerOf({ id, text }: Footer): string {
  if (!/^[\w .+-]*$/.test(text)) throw new TypeError(`not for a style sheet: ${text}`)
  const box = `{ @bottom-left { content: "${text}"; font-size: 8pt; } }`
  return id === null ? `@page ${box}` : `#${id} { page: ${id}; } @page ${id} ${box}`
}

/** What a narrow screen, which shows no heads of columns, writes before each cell. */
function headsOf(table: string, heads: readonly string[]): string {
  return heads
    .map((head, index) => `  .${table} tbody tr > :nth-child(${index + 1})::before { content: "${head}："; }`)
    .join('\n')
}

const common = `
:root { color-scheme: light; --rule: #767676; --head: #eef1f5; }
* { box-sizing: border-box; }
body { margin: 0; background: #fff; color: #1a1a1a; font: 1rem/1.6 system-ui, "Microsoft YaHei", "PingFang SC", "Noto Sans CJK SC", sans-serif; }
main { max-width: 72rem; margin: 0 auto; padding: 1rem; overflow-wrap: anywhere; }
h1 { font-size: 1.6rem; line-height: 1.3; text-align: center; }
h2 { font-size: 1.3rem; line-height: 1.4; margin: 2rem 0 .5rem; }
h3 { font-size: 1.1rem; margin: 1.5rem 0 .5rem; }
p { margin: .4rem 0; }
a { color: #0b4ea2; display: inline-block; min-height: 1.5rem; }
a:focus-visible { outline: 3px solid #0b4ea2; outline-offset: 2px; }
code { font-family: Consolas, "Courier New", monospace; }
table { width: 100%; border-collapse: collapse; margin: .5rem 0 1rem; }
caption { text-align: left; font-weight: bold; padding: .25rem 0; }
caption h2, caption h3 { margin: 1rem 0 0; }
th, td { border: 1px solid var(--rule); padding: .3rem .5rem; text-align: left; vertical-align: top; }
thead th { background: var(--head); }
tbody th { font-weight: normal; }
article { border-top: 3px solid var(--rule); margin-top: 3rem; }
.about th { width: 9em; background: var(--head); }
.verdict { border: 2px solid var(--rule); padding: .5rem .75rem; margin: 1rem 0; }
.error, .failed td:last-child { color: #a30000; font-weight: bold; }
.warning, .unknown td:last-child { color: #7a4a00; font-weight: bold; }
.info { color: #0b4ea2; }
.clean { color: #14602b; }
.failed { background: #fdecec; }
.unknown { background: #fff6e0; }
.findings { padding-left: 2rem; }
.findings > li { border-left: 4px solid var(--rule); padding: 0 0 .5rem .75rem; margin-bottom: 1.5rem; }
.findings .message { font-weight: bold; }
.note { color: #454545; }
.excerpt .focus { background: #fff3bf; outline: 2px solid #1a1a1a; outline-offset: -2px; }
.here { white-space: nowrap; font-size: .875rem; }
.signatures td { height: 3.5rem; }
.signatures tr > * { width: 33%; }
@media screen { article { content-visibility: auto; contain-intrinsic-size: auto 5000px; } }
@media screen and (max-width: 48rem) {
  .narrow, .narrow caption, .narrow tbody, .narrow tr, .narrow tbody th, .narrow td { display: block; width: auto; }
  .narrow thead { position: absolute; clip-path: inset(50%); width: 1px; height: 1px; overflow: hidden; }
  .narrow tr { border: 1px solid var(--rule); margin-bottom: .75rem; }
  .narrow tbody th, .narrow td { border: 0; }
  .narrow tbody tr > ::before { color: #454545; font-weight: normal; }
  .narrow [data-head]::before { content: attr(data-head) "："; }
  .about th { width: 6em; }
}
@media print, (min-width: 48.01rem) {
  .relations tr > :nth-child(1) { width: 21%; }
  .relations tr > :nth-child(2) { width: 16%; }
  .relations tr > :nth-child(n + 4), .review td { white-space: nowrap; width: 1%; }
  .waived thead th { white-space: nowrap; }
  .bodies tr > :nth-child(1) { width: 24%; }
  .bodies tr > :nth-child(2) { width: 16%; }
  .bodies tr > :nth-child(n + 3):nth-child(-n + 6) { white-space: nowrap; width: 1%; }
  .overview tr > :nth-child(1) { width: 20%; }
  .overview tr > :nth-child(3) { min-width: 7em; }
  .overview tr > :is(:nth-child(2), :nth-child(n + 4)):nth-child(-n + 6) { white-space: nowrap; width: 1%; }
  .overview tr > :nth-child(7) { width: 22%; }
}
@page { size: A4 portrait; margin: 18mm 16mm; @bottom-right { content: counter(page) " / " counter(pages); font-size: 8pt; } }
@media print {
  body { font: 10.5pt/1.5 "FangSong_GB2312", "FangSong", "仿宋", "STFangsong", "Noto Serif CJK SC", serif; color: #000; }
  main { max-width: none; padding: 0; }
  h1 { font-size: 18pt; }
  h2 { font-size: 14pt; margin-top: 12pt; }
  h3 { font-size: 12pt; margin-top: 10pt; }
  h1, h2, h3, caption { break-after: avoid; font-family: "SimHei", "黑体", "Noto Sans CJK SC", sans-serif; }
  thead { display: table-header-group; }
  tr, .verdict, .signatures { break-inside: avoid; }
  th, td { padding: 2pt 4pt; }
  article { break-before: page; border: 0; margin: 0; }
  a { color: inherit; text-decoration: none; display: inline; }
  .back { display: none; }
  code { font-size: 9pt; }
  .excerpt, .overview, .bodies { font-size: 9pt; }
  .relations { font-size: 8.5pt; line-height: 1.35; }
  .relations th, .relations td { padding: 1pt 3pt; }
  .failed, .unknown, .focus, thead th, .about th { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
}
`
