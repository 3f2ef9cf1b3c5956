/** All that core needs beyond the language: it exists in Node and in every browser alike. */
declare class TextDecoder {
  constructor(label?: string, options?: { fatal?: boolean; ignoreBOM?: boolean })
  decode(input?: Uint8Array): string
}
declare class TextEncoder {
  encode(input?: string): Uint8Array
}
/** Characters up to U+00FF, a byte each, in base 64. */
declare function btoa(bytes: string): string
/** Set when the program is built, from package.json. */
declare const __GOUJI_VERSION__: string
/** Set when the program is built: a digest of what it was built from. */
declare const __GOUJI_BUILD__: string
/** Set when the program is built: the folder of the bundles that are loaded late, from the file that loads them. */
declare const __GOUJI_LATE__: string
