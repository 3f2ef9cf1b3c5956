// Bundles src/ into dist/. What starts the command is small and in few files; parsers and schemas are chunks of their
// own, loaded when a file needs them.
import { readFileSync, rmSync } from 'node:fs'
import { build } from 'esbuild'

const { version } = JSON.parse(readFileSync('package.json', 'utf8'))
const shared = {
  bundle: true,
  format: 'esm',
  target: 'es2022',
  outdir: 'dist',
  splitting: true,
  charset: 'utf8',
  define: { __GOUJI_VERSION__: JSON.stringify(version) },
  logLevel: 'warning',
}

/** commander loads child_process for subcommands that are programs of their own, of which gouji has none. */
const withoutChildProcess = {
  name: 'without-child-process',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^node:child_process$/ }, ({ path }) => ({ path, namespace: 'empty' }))
    onLoad({ filter: /.*/, namespace: 'empty' }, () => ({ contents: '' }))
  },
}

/**
 * The readers of workbooks, which the command loads when a workbook comes. Each is a bundle of its own that shares
 * nothing with the command, so that the command itself is one file.
 */
const late = {
  './xlsx.ts': { name: 'xlsx', source: 'src/core/readers/xlsx.ts' },
  './sheetjs.ts': { name: 'sheetjs', source: 'src/core/readers/sheetjs.ts' },
  '../readers/sheetjs.ts': { name: 'sheetjs', source: 'src/core/readers/sheetjs.ts' },
}

const loadedLate = {
  name: 'loaded-late',
  setup({ onResolve }) {
    onResolve({ filter: /.*/ }, ({ kind, path, importer }) => {
      if (kind !== 'dynamic-import' || !Object.hasOwn(late, path)) return undefined
      const isLate = Object.values(late).some(({ source }) => importer.endsWith(source))
      return { path: `./${isLate ? '' : 'late/'}${late[path].name}.js`, external: true }
    })
  },
}

const node = {
  ...shared,
  platform: 'node',
  // Kept as packages: they are large or rarely needed, and loaded late.
  external: ['xlsx', 'zod', 'tinyglobby'],
}

rmSync('dist', { recursive: true, force: true })
await Promise.all([
  build({
    ...node,
    entryPoints: { cli: 'src/cli/index.ts' },
    // CommonJS, for Node takes a tenth longer to start a program of ES modules.
    format: 'cjs',
    outExtension: { '.js': '.cjs' },
    splitting: false,
    minify: true,
    plugins: [withoutChildProcess, loadedLate],
  }),
  build({
    ...node,
    entryPoints: Object.fromEntries(Object.values(late).map(({ name, source }) => [name, source])),
    splitting: false,
    minify: true,
    plugins: [loadedLate],
    outdir: 'dist/late',
  }),
  build({
    ...node,
    entryPoints: { index: 'src/index.ts', testing: 'src/testing/index.ts' },
    external: [...node.external, 'csv-parse'],
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
