/** The part of csv-parse that core uses. Its own typings bring Node's globals along, which core must not see. */
export interface Info {
  /** Offset of the record's end in UTF-8 bytes, from 0; the record delimiter is included. */
  readonly bytes: number
}
export declare class CsvError extends Error {
  readonly code: string
}
export declare function parse(
  input: string,
  options: Readonly<Record<string, unknown>>,
): { readonly record: string[]; readonly info: Info }[]
