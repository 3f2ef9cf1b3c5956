import { attributeOf, type PageNode, tagOf, walkPage } from './nodes.ts'
import type { PlacedText } from './run.ts'

/** The text that a field shows, with its place inside of the quotation marks; null for other kinds of input. */
export function inputText(node: PageNode, source: string): PlacedText | null {
  const text = attributeOf(node, 'value')
  const place = node.sourceCodeLocation?.attrs?.value
  if (!text || !place || wordless.test(attributeOf(node, 'type') ?? '')) return null
  let start = source.indexOf('=', place.startOffset) + 1
  while (/\s/.test(source.charAt(start))) start++
  const isQuoted = /["']/.test(source.charAt(start))
  return { text, span: isQuoted ? [start + 1, place.endOffset - 1] : [start, place.endOffset] }
}

/** Inputs that show no text, or that of a button. */
const wordless = /^(?:hidden|checkbox|radio|password|file|image|color|range|submit|reset|button)$/i

/** The options of a list that are not shown while it is closed: all but the selected ones, or but the first. */
export function hiddenOptions(select: PageNode): readonly PageNode[] {
  const options: PageNode[] = []
  walkPage(select, {
    enter(node) {
      if (tagOf(node) === 'option') options.push(node)
      return true
    },
    leave() {},
  })
  const selected = options.filter(option => attributeOf(option, 'selected') !== null)
  if (attributeOf(select, 'multiple') !== null)
    return options.filter(option => attributeOf(option, 'selected') === null)
  const shown = selected.at(-1) ?? options[0]
  return options.filter(option => option !== shown)
}
