/** The part of csv-parse that core uses. Its own typings bring Node's globals along, which core must not see. */
export interface Options {
  readonly delimiter: string
  readonly record_delimiter: readonly string[]
  readonly relax_column_count: boolean
  readonly relax_quotes: boolean
  /** What it returns takes the record's place; nothing does for null. */
  readonly on_record?: (record: readonly string[], info: Info) => readonly string[] | null
}
export interface Info {
  /** Offset of the record's end in UTF-8 bytes, from 0; the record delimiter is included. */
  readonly bytes: number
}
export declare class CsvError extends Error {
  readonly code: string
}
export declare function parse(input: string, options: Options): string[][]
