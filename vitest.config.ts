import { readFileSync } from 'node:fs'
import { defineConfig } from 'vitest/config'

const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string }

// biome-ignore lint/style/noDefaultExport: vitest reads the default export
export default defineConfig({
  define: {
    __GOUJI_VERSION__: JSON.stringify(version),
    __GOUJI_BUILD__: '"tests"',
    // The parsers' thread runs what was built.
    __GOUJI_LATE__: JSON.stringify('../../dist/late'),
  },
  // All cores: left to itself the runner keeps one free, which is half of two.
  test: { include: ['tests/**/*.test.ts'], testTimeout: 60_000, maxWorkers: '100%' },
})
