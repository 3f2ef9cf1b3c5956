// Bundles src/ into dist/. What starts the command is one small file; parsers and schemas are chunks of their own,
// loaded when a file needs them.
import { readFileSync, rmSync } from 'node:fs'
import { build } from 'esbuild'

const { version } = JSON.parse(readFileSync('package.json', 'utf8'))
const shared = {
  bundle: true,
  format: 'esm',
  target: 'es2022',
  outdir: 'dist',
  splitting: true,
  define: { __GOUJI_VERSION__: JSON.stringify(version) },
  logLevel: 'warning',
}

rmSync('dist', { recursive: true, force: true })
await Promise.all([
  build({
    ...shared,
    entryPoints: { cli: 'src/cli/index.ts', index: 'src/index.ts', testing: 'src/testing/index.ts' },
    platform: 'node',
    minifySyntax: true,
    minifyWhitespace: true,
    // commander is CommonJS and asks for Node's modules by require.
    banner: {
      js: "import { createRequire as createGoujiRequire } from 'node:module'\nconst require = createGoujiRequire(import.meta.url)",
    },
    // Kept as packages: both are large, rarely needed and loaded late.
    external: ['xlsx', 'zod', 'tinyglobby'],
    chunkNames: 'chunks/[name]-[hash]',
  }),
  build({
    ...shared,
    entryPoints: { core: 'src/core/index.ts' },
    platform: 'browser',
    alias: { 'csv-parse/sync': 'csv-parse/browser/esm/sync' },
    external: ['xlsx', 'zod'],
    chunkNames: 'chunks/core-[name]-[hash]',
  }),
])
