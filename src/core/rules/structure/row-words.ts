import { tableInEnglish } from '../words.ts'

/** A row at the beginning of a message: 表三“（一）予以公开”行. The row of a table that labels no rows has an empty label. */
export function rowZh(table: string, label: string): string {
  return label === '' ? `${table}的数据行` : `${table}“${label}”行`
}

export function rowEn(table: string, label: string): string {
  return label === ''
    ? `The data row of ${tableInEnglish(table)}`
    : `Row “${label}” of ${tableInEnglish(table)}`
}
