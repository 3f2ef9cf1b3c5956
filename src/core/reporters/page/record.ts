import type { FileResult } from '../../diagnostics/diagnostic.ts'
import type { Entry } from '../entries.ts'
import { placeWords } from '../place-words.ts'
import { tableName } from '../table-name.ts'
import type { PageContext } from './context.ts'
import { findingsOf } from './findings.ts'
import { type Content, html, type Markup } from './markup.ts'
import { relationsOf } from './relations.ts'
import { reviewOf } from './review.ts'
import { tableOf } from './table.ts'
import { verdictOf } from './verdict.ts'

type Heading = (text: string) => Markup

/** The parts of one file's record, each under a heading. */
export function recordOf(
  file: FileResult,
  entries: readonly Entry[],
  heading: Heading,
  context: PageContext,
): Markup {
  const { words, sheet, isPartial } = context
  const findings = html`<p class="verdict">${verdictOf(file, context)}</p>
${isPartial ? html`<p>${sheet.errorsOnly}</p>` : ''}${entries.length > 0 ? html`${heading(words.findings)}${findingsOf(file, entries, context)}` : ''}`
  if (file.role === 'settings') return findings
  return html`${aboutOf(file, context)}
${findings}
${heading(words.relations)}
${relationsOf(file, context)}
${heading(words.waived)}
${waivedOf(file, context)}${offOf(file, heading, context)}
${reviewOf(file, entries, heading(words.review), context)}
${signaturesOf(heading(words.signatures), context)}
<p class="note">${words.caution}</p>`
}

function aboutOf(file: FileResult, { words, sheet, language, tool, time }: PageContext): Markup {
  const editions = [...new Set(file.tables.map(({ edition }) => edition))].map(edition =>
    words.editions(
      edition,
      file.tables.filter(table => table.edition === edition).map(({ table }) => tableName(table, language)),
    ),
  )
  const lines: readonly (readonly [name: string, value: Content])[] = [
    [words.body, file.body ?? sheet.unknown],
    [words.year, file.year ?? sheet.unknown],
    [words.file, file.path],
    [words.sha256, file.record ? html`<code>${file.record.sha256}</code>` : words.noDigest],
    ...(time === null ? [] : [[words.time, time] as const]),
    [words.tool, tool],
    [words.edition, editions.length > 0 ? editions.join(sheet.separator) : words.noTables],
  ]
  return html`<table class="about"><caption>${words.about}</caption><tbody>${lines.map(
    ([name, value]) => html`
<tr><th scope="row">${name}</th><td>${value}</td></tr>`,
  )}
</tbody></table>`
}

function waivedOf(file: FileResult, { words, sheet }: PageContext): Markup {
  const { waived } = file
  if (waived.length === 0) return html`<p>${words.noWaived}</p>`
  const rows = waived.flatMap(({ diagnostic, reasons }) => {
    const place = placeWords(file, diagnostic.location, sheet)
    const finding = `${diagnostic.code} ${diagnostic.message}${sheet.inBrackets(place)}`
    if (reasons.length === 0) return [{ cells: [finding, words.noReason, '—', '—'] }]
    return reasons.map(({ reason, who, until }) => ({ cells: [finding, reason, who, until ?? words.noEnd] }))
  })
  return tableOf('waived', words.waivedCount(waived.length), words.waivedHeads, rows)
}

function offOf({ off }: FileResult, heading: Heading, { sheet, rules }: PageContext): Content {
  if (off.length === 0) return ''
  const titleOf = (code: string) => rules.find(rule => rule.code === code)?.title ?? ''
  return html`
${heading(sheet.off)}
<ul>${off.map(code => html`<li>${code} ${titleOf(code)}</li>`)}</ul>`
}

function signaturesOf(caption: Markup, { words }: PageContext): Markup {
  return html`<table class="signatures"><caption>${caption}</caption>
<thead><tr>${words.signatureHeads.map(head => html`<th scope="col">${head}</th>`)}</tr></thead>
<tbody>${[words.checker, words.reviewer].map(role => html`<tr><th scope="row">${role}</th><td></td><td></td></tr>`)}</tbody></table>`
}
