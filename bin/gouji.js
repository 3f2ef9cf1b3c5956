#!/usr/bin/env node
import { existsSync } from 'node:fs'

const built = new URL('../dist/cli.js', import.meta.url)
if (!existsSync(built)) {
  console.error('gouji 尚未构建，请先运行 npm ci 或 npm run build。Run npm ci or npm run build first.')
  process.exitCode = 2
} else process.exitCode = await (await import(built.href)).run(process.argv.slice(2), process)
