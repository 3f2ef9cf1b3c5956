/** What only a platform has. `src/node` hands it in; a browser page can too. */
export interface Host {
  /**
   * Inflates a raw deflate stream.
   * @throws when the stream is damaged or grows beyond `maxLength` bytes.
   */
  inflateRaw(bytes: Uint8Array, maxLength: number): Uint8Array
  /** Deflates to a raw stream; the same bytes always to the same stream. */
  deflateRaw(bytes: Uint8Array): Uint8Array
  /**
   * Calls `parseHere` with this name and input in another thread, which it ends when the bounds (seconds; megabytes)
   * are reached. What the parser says of its input is a result; anything else is thrown.
   */
  parseApart(
    name: string,
    input: unknown,
    bounds: { readonly seconds: number; readonly memory: number },
  ): Promise<ParsedApart>
}

export type ParsedApart =
  | { readonly kind: 'parsed'; readonly result: unknown }
  /** The parser threw; its message. */
  | { readonly kind: 'damaged'; readonly detail: string }
  | { readonly kind: 'too-long' }
  | { readonly kind: 'too-much-memory' }
