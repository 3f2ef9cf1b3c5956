/** What a file is by its content. `xls` is also what WPS saves as .et. */
export type Format = 'csv' | 'tsv' | 'txt' | 'md' | 'html' | 'mht' | 'docx' | 'xlsx' | 'xls' | 'ods'

/** True where the lines and columns of a location are those of the file; else its address tells the place. */
export function hasLines(format: Format | null): boolean {
  return format !== null && ['csv', 'tsv', 'txt', 'md', 'html'].includes(format)
}
