/** What a file is by its content. `xls` is also what WPS saves as .et. */
export type Format = 'csv' | 'tsv' | 'txt' | 'md' | 'html' | 'mht' | 'docx' | 'xlsx' | 'xls' | 'ods'

/** Text without markup that says what it is; one is read as another where the name says so. */
export type PlainFormat = Extract<Format, 'csv' | 'tsv' | 'txt' | 'md'>

export function isPlain(format: Format | undefined): format is PlainFormat {
  return format !== undefined && ['csv', 'tsv', 'txt', 'md'].includes(format)
}

/** True where the lines and columns of a location are those of the file; else its address tells the place. */
export function hasLines(format: Format | null): boolean {
  return format !== null && ['csv', 'tsv', 'txt', 'md', 'html'].includes(format)
}
