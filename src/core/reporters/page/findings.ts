import type { Excerpt, FileResult } from '../../diagnostics/diagnostic.ts'
import { areSaidInFull } from '../../diagnostics/explanations.ts'
import type { Location } from '../../document/location.ts'
import type { Entry } from '../entries.ts'
import { placeWords } from '../place-words.ts'
import { visibleRelated } from '../visible.ts'
import type { PageContext } from './context.ts'
import { html, type Markup } from './markup.ts'

/** Candidates and related cells shown of each finding. */
const most = 20

/** What was found, an item for each thing that a person has to look at. */
export function findingsOf(file: FileResult, entries: readonly Entry[], context: PageContext): Markup {
  return html`<ol class="findings">${entries.map(entry => findingOf(file, entry, context))}
</ol>`
}

function findingOf(file: FileResult, entry: Entry, context: PageContext): Markup {
  const { words, pretty, sheet } = context
  const { severity, code, name, message, location, excerpt, notes, symptoms, suspects } = entry
  const rules = new Map(symptoms.length > 0 ? symptoms.map(each => [each.code, each.name]) : [[code, name]])
  const placed = (place: Location | null, text: string) =>
    place ? `${placeWords(file, place, sheet)}${sheet.colon}${text}` : text
  const candidates = (areSaidInFull(suspects) ? [] : suspects).map(changes =>
    changes.map(change => placed(change.location, pretty.change(change))).join(' + '),
  )
  const failures = symptoms.map(each => placed(each.location, `${each.code} ${each.message}`))
  const related = entry.related
    .filter(
      ({ ref, path }) => path !== null || ref === null || !excerpt?.cells.some(each => each.ref === ref),
    )
    .map(each =>
      each.path === null
        ? placed(each.location, each.message)
        : `${visibleRelated(each, null)}${sheet.colon}${each.message}`,
    )
  return html`
<li><p class="message"><strong class="${severity}">${words.signs[severity]} ${pretty.severity[severity]}</strong> ${message}</p>
<p>${words.place}${placeWords(file, location, sheet)}<br>${words.rules}${[...rules].map(rule => rule.join(' ')).join(sheet.separator)}</p>
${excerpt ? excerptOf(excerpt, context) : ''}${[
  listOf(pretty.candidates, candidates, pretty.moreCandidates),
  listOf(pretty.symptoms, failures, pretty.moreRelated),
  listOf(pretty.related, related, pretty.moreRelated),
  notes.map(note => html`<p class="note">${note}</p>`),
]}</li>`
}

/** The row of the cell under its heads; the cell is marked in words, too. */
function excerptOf({ label, cells, focus }: Excerpt, { words }: PageContext): Markup {
  const shown = (text: string) => text.trim() || words.blank
  return html`<table class="excerpt narrow"><caption>${words.cell}</caption>
<thead><tr><th scope="col">${words.row}</th>${cells.map(({ head }) => html`<th scope="col">${shown(head)}</th>`)}</tr></thead>
<tbody><tr><th scope="row">${shown(label)}</th>${cells.map(({ ref, head, raw }) =>
    ref === focus
      ? html`<td class="focus" data-head="${shown(head)}"><strong>${shown(raw)}</strong> <span class="here">◄${words.here}</span></td>`
      : html`<td data-head="${shown(head)}">${shown(raw)}</td>`,
  )}</tr></tbody></table>
`
}

function listOf(title: string, lines: readonly string[], more: (count: number) => string): Markup {
  const rest = lines.length - most
  if (lines.length === 0) return html``
  return html`<p>${title}</p><ul>${lines.slice(0, most).map(line => html`<li>${line}</li>`)}${rest > 0 ? html`<li>${more(rest)}</li>` : ''}</ul>
`
}
