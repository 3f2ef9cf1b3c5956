import { SaxesParser } from 'saxes'

export type Attributes = Readonly<Record<string, string>>

/** Names are as they are written, with their prefixes. */
export interface XmlHandler {
  open(name: string, attributes: Attributes): void
  /** The text between two tags may come in several pieces. */
  text(text: string): void
  close(name: string): void
}

/**
 * Goes through an XML document in reading order.
 * @throws an Error when it is not well-formed.
 */
export function readXml(document: string, handler: XmlHandler): void {
  const parser = new SaxesParser()
  parser.on('opentag', ({ name, attributes }) => handler.open(name, attributes))
  parser.on('text', text => handler.text(text))
  parser.on('cdata', text => handler.text(text))
  parser.on('closetag', ({ name }) => handler.close(name))
  parser.write(document).close()
}
