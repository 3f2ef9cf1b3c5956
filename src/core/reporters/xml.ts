import { visible } from './visible.ts'

export const xmlHead = '<?xml version="1.0" encoding="UTF-8"?>'

/** ` name="value"` of each, but for what is undefined. */
export function xmlAttributes(attributes: Readonly<Record<string, string | number | undefined>>): string {
  return Object.entries(attributes)
    .map(([name, value]) => (value === undefined ? '' : ` ${name}="${xmlText(String(value))}"`))
    .join('')
}

/** A text on one line for an element or an attribute; what XML 1.0 cannot hold is spelled out. */
export function xmlText(text: string): string {
  return visible(text)
    .replace(/[\p{Cs}\ufffe\uffff]/gu, character => `\\u${character.charCodeAt(0).toString(16)}`)
    .replace(/[<>&"]/g, character => escapes[character]!)
}

const escapes: Readonly<Record<string, string>> = { '<': '&lt;', '>': '&gt;', '&': '&amp;', '"': '&quot;' }
