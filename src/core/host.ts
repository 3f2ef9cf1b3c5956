/** What only a platform has. `src/node` hands it in; a browser page can too. */
export interface Host {
  /**
   * Inflates a raw deflate stream.
   * @throws when the stream is damaged or grows beyond `maxLength` bytes.
   */
  inflateRaw(bytes: Uint8Array, maxLength: number): Uint8Array
}
