import type { Host } from '../core/index.ts'

export const nodeHost: Host = {
  // Both asked for here, for most runs inflate nothing and parse nothing apart.
  inflateRaw: (bytes, maxLength) =>
    process.getBuiltinModule('node:zlib').inflateRawSync(bytes, { maxOutputLength: maxLength }),
  parseApart: async (name, input, bounds) =>
    (await import('./parser-thread.ts')).parseApart(name, input, bounds),
}
