import { inflateRawSync } from 'node:zlib'
import type { Host } from '../core/index.ts'

export const nodeHost: Host = {
  inflateRaw: (bytes, maxLength) => inflateRawSync(bytes, { maxOutputLength: maxLength }),
}
