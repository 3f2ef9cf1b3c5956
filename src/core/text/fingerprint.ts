import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'

/** SHA-256 in hexadecimal digits. */
export function digest(bytes: Uint8Array): string {
  return bytesToHex(sha256(bytes))
}

/** SHA-256 of a text in UTF-8, in base 64. */
export function base64Digest(text: string): string {
  return btoa(String.fromCharCode(...sha256(utf8ToBytes(text))))
}

/** 16 hexadecimal digits of several texts, none of which may have the character U+0000. */
export function fingerprint(...texts: readonly string[]): string {
  return digest(utf8ToBytes(texts.join('\0'))).slice(0, 16)
}
