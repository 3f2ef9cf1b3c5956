import type { Host } from '../core/index.ts'

export const nodeHost: Host = {
  // Asked for here, for most runs inflate nothing.
  inflateRaw: (bytes, maxLength) =>
    process.getBuiltinModule('node:zlib').inflateRawSync(bytes, { maxOutputLength: maxLength }),
}
