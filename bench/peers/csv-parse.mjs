// csv-parse with the places of records, and nothing done with what it returns.
import { readFileSync } from 'node:fs'
import { parse } from 'csv-parse/sync'
import { listFiles } from './list-files.mjs'

const decoders = ['utf-16le', 'utf-8', 'gb18030'].map(label => new TextDecoder(label, { fatal: true }))

/** Zero bytes mean UTF-16; else UTF-8, else GB18030, strictly. */
function decode(bytes) {
  const [utf16, utf8, gb18030] = decoders
  if (bytes.includes(0)) return utf16.decode(bytes)
  try {
    return utf8.decode(bytes)
  } catch {
    return gb18030.decode(bytes)
  }
}

const files = listFiles(process.argv[2], '.csv')
let cells = 0
for (const file of files) {
  const records = parse(decode(readFileSync(file)), {
    info: true,
    record_delimiter: ['\r\n', '\n', '\r'],
    relax_column_count: true,
    relax_quotes: true,
  })
  for (const { record } of records) cells += record.length
}
console.log(files.length, cells)
