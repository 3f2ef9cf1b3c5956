// The least that anything can do with a folder of files: read them.
import { readFileSync } from 'node:fs'
import { listFiles } from './list-files.mjs'

const files = listFiles(process.argv[2], '.csv')
let bytes = 0
for (const file of files) bytes += readFileSync(file).length
console.log(files.length, bytes)
