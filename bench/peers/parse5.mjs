// parse5 alone with the places of elements, on decoded text, and nothing done with the tree.
import { readFileSync } from 'node:fs'
import { parse } from 'parse5'
import { listFiles } from './list-files.mjs'

const decoders = ['utf-8', 'gb18030'].map(label => new TextDecoder(label, { fatal: true }))

function decode(bytes) {
  try {
    return decoders[0].decode(bytes)
  } catch {
    return decoders[1].decode(bytes)
  }
}

const files = listFiles(process.argv[2], process.argv[3])
let nodes = 0
for (const file of files)
  nodes += parse(decode(readFileSync(file)), { sourceCodeLocationInfo: true }).childNodes.length
console.log(files.length, nodes)
