import { type Content, html, type Markup } from './markup.ts'

export interface Row {
  readonly className?: string
  /** The first names the row. */
  readonly cells: readonly Content[]
}

/** A table that a narrow screen shows as a list: the style sheet knows the heads of each `className`. */
export function tableOf(
  className: string,
  caption: Content,
  heads: readonly string[],
  rows: readonly Row[],
): Markup {
  return html`<table class="${className} narrow"><caption>${caption}</caption>
<thead><tr>${heads.map(head => html`<th scope="col">${head}</th>`)}</tr></thead>
<tbody>${rows.map(rowOf)}
</tbody></table>
`
}

function rowOf({ className, cells: [first = '', ...others] }: Row): Markup {
  return html`
<tr${className ? html` class="${className}"` : ''}><th scope="row">${first}</th>${others.map(cell => html`<td>${cell}</td>`)}</tr>`
}
