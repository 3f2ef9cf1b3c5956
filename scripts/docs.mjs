// Writes what the documentation takes from the code: the heads and outputs of the rule pages, the list of rules, the
// pages of the forms, the JSON Schemas, the manual. Run `npm run build` first. With --check nothing is written; what is out of
// date is named, and the exit code is 1.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { inflateRawSync } from 'node:zlib'
import { documentation } from '../dist/testing.js'

const isCheck = process.argv.includes('--check')
const host = { inflateRaw: (bytes, maxLength) => inflateRawSync(bytes, { maxOutputLength: maxLength }) }
const read = path => readFileSync(path, 'utf8').replaceAll('\r\n', '\n')

let isStale = false
for (const [path, content] of await documentation(read, host)) {
  if (existsSync(path) && read(path) === content) continue
  if (isCheck) {
    console.error(`out of date: ${path}`)
    isStale = true
  } else {
    mkdirSync(dirname(path), { recursive: true })
    writeFileSync(path, content)
    console.log(`written: ${path}`)
  }
}
if (isStale) {
  console.error('run: npm run build && npm run docs')
  process.exitCode = 1
}
