import type { XmlElement } from '../saxes.ts'

/** The names of styles that make a difference to what is read. */
export interface SpecialStyles {
  /** Of sheets that are not displayed. */
  readonly hidden: ReadonlySet<string>
  /** Of texts that are raised, lowered, struck through or hidden. */
  readonly aside: ReadonlySet<string>
}

/** Collects the special styles; each stands before what uses it. */
export function watchStyles() {
  const hidden = new Set<string>()
  const aside = new Set<string>()
  let family = ''
  let style = ''
  return {
    hidden,
    aside,
    open(element: XmlElement) {
      const { name, attribute } = element
      if (name === 'style') {
        family = attribute('family') ?? ''
        style = attribute('name') ?? ''
        if (family === 'text' && aside.has(attribute('parent-style-name') ?? '')) aside.add(style)
      } else if (name === 'table-properties') {
        if (family === 'table' && attribute('display') === 'false') hidden.add(style)
      } else if (name === 'text-properties' && family === 'text' && isAside(element)) aside.add(style)
    },
    close() {},
  }
}

function isAside({ attribute }: XmlElement): boolean {
  const lines = [attribute('text-line-through-style') ?? '', attribute('text-line-through-type') ?? '']
  const isStruck = lines.some(line => line !== '') && !lines.includes('none')
  const isRaised = !/^(?:$|[-+]?0+(?:\.0*)?%)/.test(attribute('text-position') ?? '')
  return isStruck || isRaised || attribute('display') === 'none'
}
