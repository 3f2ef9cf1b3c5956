#!/usr/bin/env node
const { existsSync } = require('node:fs')
const { join } = require('node:path')

// Node 22 and newer keep compiled code in their cache, which saves an eighth of the start.
require('node:module').enableCompileCache?.()

const command = join(__dirname, '../dist/cli.cjs')
if (existsSync(command))
  require(command)
    .run(process.argv.slice(2), process)
    .then(status => {
      process.exitCode = status
    })
else {
  console.error('gouji 尚未构建，请先运行 npm ci 或 npm run build。Run npm ci or npm run build first.')
  process.exitCode = 2
}
