// saxes alone over the inflated document part, and nothing done with its events.
import { readFileSync } from 'node:fs'
import { inflateRawSync } from 'node:zlib'
import { SaxesParser } from 'saxes'
import { listFiles } from './list-files.mjs'

/** Of a container whose local headers have the sizes, as those of the bench do. */
function documentOf(bytes) {
  const name = Buffer.from('word/document.xml')
  const start = bytes.indexOf(name) - 30
  const packed = bytes.subarray(start + 30 + name.length + bytes.readUInt16LE(start + 28))
  return inflateRawSync(packed.subarray(0, bytes.readUInt32LE(start + 18))).toString('utf8')
}

const files = listFiles(process.argv[2], process.argv[3])
let elements = 0
for (const file of files) {
  const parser = new SaxesParser({ xmlns: false })
  parser.on('opentag', () => void elements++)
  parser.write(documentOf(readFileSync(file))).close()
}
console.log(files.length, elements)
