/** The text of an XML part, which is in UTF-8 unless a mark at its start says UTF-16. */
export function decodePart(part: Uint8Array): string {
  const [first, second] = part
  if (first === 0xff && second === 0xfe) return new TextDecoder('utf-16le').decode(part)
  if (first === 0xfe && second === 0xff) return new TextDecoder('utf-16be').decode(part)
  return new TextDecoder('utf-8').decode(part)
}
