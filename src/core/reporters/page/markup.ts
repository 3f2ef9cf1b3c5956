import { visible } from '../visible.ts'

/** A piece of a page in which nothing is left to be escaped. */
export interface Markup {
  readonly markup: string
}

export type Content = string | number | Markup | readonly Content[]

/** A piece of a page; whatever is put into it is escaped unless it is a piece itself. */
export function html([first = '', ...pieces]: TemplateStringsArray, ...contents: readonly Content[]): Markup {
  return { markup: first + pieces.map((piece, index) => written(contents[index]!) + piece).join('') }
}

function written(content: Content): string {
  if (typeof content === 'string') return escaped(content)
  if (typeof content === 'number') return String(content)
  return 'markup' in content ? content.markup : content.map(written).join('')
}

/** For text, and for attributes in quotes. */
function escaped(text: string): string {
  return visible(text).replace(/[&<>"']/g, character => `&#${character.charCodeAt(0)};`)
}
