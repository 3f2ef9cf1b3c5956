#!/usr/bin/env node
import('../dist/cli.js').then(
  async ({ run }) => {
    process.exitCode = await run(process.argv.slice(2), process)
  },
  error => {
    if (error.code !== 'ERR_MODULE_NOT_FOUND') throw error
    console.error('gouji 尚未构建，请先运行 npm ci 或 npm run build。Run npm ci or npm run build first.')
    process.exitCode = 2
  },
)
