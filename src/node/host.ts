import type { Host } from '../core/index.ts'

export const nodeHost: Host = {
  // All asked for here, for most runs inflate nothing, deflate nothing and parse nothing apart.
  inflateRaw: (bytes, maxLength) =>
    process.getBuiltinModule('node:zlib').inflateRawSync(bytes, { maxOutputLength: maxLength }),
  deflateRaw: bytes => process.getBuiltinModule('node:zlib').deflateRawSync(bytes),
  parseApart: async (name, input, bounds) =>
    (await import('./parser-thread.ts')).parseApart(name, input, bounds),
}
