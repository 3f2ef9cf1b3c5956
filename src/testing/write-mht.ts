/** A web archive of pages, each with the encoding its header names, which need not be the one it is written in. */
export interface MhtPart {
  readonly bytes: Uint8Array
  readonly charset?: string
  readonly encoding: 'quoted-printable' | 'base64' | '8bit'
}

export function writeMht(parts: readonly MhtPart[]): Uint8Array {
  const boundary = '----=_NextPart_01DB5E7A.9C2B7F00'
  const head = `From: <Saved by Blink>\r\nSubject: =?utf-8?Q?=E5=B9=B4=E6=8A=A5?=\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n\ttype="text/html";\r\n\tboundary="${boundary}"\r\n\r\n`
  const chunks: Uint8Array[] = [ascii(head)]
  for (const [index, { bytes, charset, encoding }] of parts.entries()) {
    const type = charset ? `text/html; charset="${charset}"` : 'text/html'
    chunks.push(
      ascii(
        `--${boundary}\r\nContent-Location: file:///C:/sheet${index}.htm\r\nContent-Transfer-Encoding: ${encoding}\r\nContent-Type: ${type}\r\n\r\n`,
      ),
      encoding === '8bit' ? bytes : ascii(encoding === 'base64' ? toBase64(bytes) : toQuotedPrintable(bytes)),
      ascii('\r\n'),
    )
  }
  chunks.push(
    ascii(
      `--${boundary}\r\nContent-Type: image/png\r\nContent-Transfer-Encoding: base64\r\n\r\niVBORw0K\r\n\r\n--${boundary}--\r\n`,
    ),
  )
  const whole = new Uint8Array(chunks.reduce((sum, chunk) => sum + chunk.length, 0))
  let at = 0
  for (const chunk of chunks) {
    whole.set(chunk, at)
    at += chunk.length
  }
  return whole
}

function ascii(text: string): Uint8Array {
  return new TextEncoder().encode(text)
}

function toBase64(bytes: Uint8Array): string {
  let text = ''
  for (const byte of bytes) text += String.fromCharCode(byte)
  return btoa(text).replace(/.{76}/g, '$&\r\n')
}

/** In lines of 76 characters at most. */
function toQuotedPrintable(bytes: Uint8Array): string {
  let [text, length] = ['', 0]
  for (const byte of bytes) {
    if (byte === 0x0a) {
      text += '\r\n'
      length = 0
      continue
    }
    const isPlain = byte >= 0x20 && byte < 0x7f && byte !== 0x3d
    const piece = isPlain ? String.fromCharCode(byte) : `=${byte.toString(16).toUpperCase().padStart(2, '0')}`
    if (length + piece.length > 75) {
      text += '=\r\n'
      length = 0
    }
    text += piece
    length += piece.length
  }
  return text
}
