// Bundles src/ into dist/. What starts the command is small and in few files; parsers and schemas are chunks of their
// own, loaded when a file needs them.
import { createHash } from 'node:crypto'
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { build } from 'esbuild'
import { noticesOf } from './notices.mjs'

const { version } = JSON.parse(readFileSync('package.json', 'utf8'))
const shared = {
  bundle: true,
  format: 'esm',
  target: 'es2022',
  outdir: 'dist',
  splitting: true,
  charset: 'utf8',
  define: {
    __GOUJI_VERSION__: JSON.stringify(version),
    __GOUJI_BUILD__: JSON.stringify(digestOfSources()),
    __GOUJI_LATE__: '"./late"',
  },
  logLevel: 'warning',
  metafile: true,
}

/** The same for the same sources, on every machine. */
function digestOfSources() {
  const sources = readdirSync('src', { recursive: true, encoding: 'utf8' })
    .map(name => join('src', name).replaceAll('\\', '/'))
    .filter(path => path.endsWith('.ts'))
  const hash = createHash('sha256')
  for (const path of ['package.json', ...sources.sort()]) hash.update(`${path}\0`).update(readFileSync(path))
  return hash.digest('hex').slice(0, 16)
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
 * Readers, parsers, writers and reporters that the command loads when such a file comes or such an output is asked for.
 * Each is a bundle of its own that shares nothing with the command, so that the command itself is one file.
 */
const late = {
  xlsx: 'src/core/readers/workbooks/xlsx.ts',
  xls: 'src/core/readers/workbooks/xls.ts',
  ods: 'src/core/readers/workbooks/ods.ts',
  opendocument: 'src/core/readers/workbooks/opendocument.ts',
  sheetjs: 'src/core/readers/workbooks/sheetjs.ts',
  html: 'src/core/readers/pages/html.ts',
  mht: 'src/core/readers/pages/mht.ts',
  markdown: 'src/core/readers/plain/markdown.ts',
  'quoted-records': 'src/core/readers/plain/quoted-records.ts',
  parse5: 'src/core/readers/pages/parse5.ts',
  docx: 'src/core/readers/word/docx.ts',
  'parse-docx': 'src/core/readers/word/parse-docx.ts',
  annotate: 'src/core/annotate/annotate.ts',
  collect: 'src/core/collect/index.ts',
  parquet: 'src/core/collect/parquet.ts',
  'parser-worker': 'src/node/parser-worker.ts',
  'check-worker': 'src/node/check-worker.ts',
  completion: 'src/cli/completion/index.ts',
  'waivers-file': 'src/node/waivers-file.ts',
  'report-html': 'src/core/reporters/html.ts',
  'report-markdown': 'src/core/reporters/markdown.ts',
  'report-csv': 'src/core/reporters/csv.ts',
  'report-json': 'src/core/reporters/json.ts',
  config: 'src/core/config/index.ts',
  jsonc: 'src/node/jsonc.ts',
  'report-jsonl': 'src/core/reporters/jsonl.ts',
  'report-github': 'src/core/reporters/github.ts',
  'report-sarif': 'src/core/reporters/sarif.ts',
  'report-gitlab': 'src/core/reporters/gitlab.ts',
  'report-junit': 'src/core/reporters/junit.ts',
  'report-rdjson': 'src/core/reporters/rdjson.ts',
  'report-checkstyle': 'src/core/reporters/checkstyle.ts',
  'report-shard': 'src/core/reporters/shard.ts',
}
const lateNames = new Map(Object.entries(late).map(([name, file]) => [resolve(file), name]))

/** Leaves them out of a bundle, which loads them from `folder`; all but those that most runs need. */
const loadedLate = (folder, ...kept) => ({
  name: 'loaded-late',
  setup({ onResolve }) {
    onResolve({ filter: /\.ts$/ }, ({ kind, path, resolveDir }) => {
      const name = lateNames.get(resolve(resolveDir, path))
      if (kind !== 'dynamic-import' || !name || kept.includes(name)) return undefined
      return { path: `${folder}/${name}.js`, external: true }
    })
  },
})

const node = {
  ...shared,
  platform: 'node',
  // Kept as packages: they are large or rarely needed, and loaded late.
  external: ['xlsx', 'zod', 'tinyglobby'],
}

rmSync('dist', { recursive: true, force: true })
const built = await Promise.all([
  build({
    ...node,
    entryPoints: { cli: 'src/cli/index.ts' },
    // CommonJS, for Node takes a tenth longer to start a program of ES modules.
    format: 'cjs',
    outExtension: { '.js': '.cjs' },
    splitting: false,
    minify: true,
    define: { ...shared.define, 'import.meta.dirname': '__dirname' },
    plugins: [withoutChildProcess, loadedLate('./late', 'quoted-records')],
  }),
  build({
    ...node,
    entryPoints: late,
    // Of zod the schema of the settings takes a small part, and only that is loaded.
    external: node.external.filter(name => name !== 'zod'),
    // Its main file is for loaders of another kind.
    alias: { 'jsonc-parser': 'jsonc-parser/lib/esm/main.js' },
    splitting: false,
    minify: true,
    define: { ...shared.define, __GOUJI_LATE__: '"."' },
    plugins: [loadedLate('.')],
    outdir: 'dist/late',
  }),
  build({
    ...node,
    entryPoints: { index: 'src/index.ts' },
    external: [...node.external, 'csv-parse', 'parse5'],
    minify: true,
    // Beside what they are loaded by, for the folder of the late bundles is found from there.
    chunkNames: '[name]-[hash]',
  }),
  // For the project's own scripts; not in the package.
  build({
    ...node,
    entryPoints: { testing: 'src/testing/index.ts' },
    external: [...node.external, 'commander', 'csv-parse', 'jsonc-parser', 'parse5'],
    chunkNames: 'testing-[name]-[hash]',
  }),
  build({
    ...shared,
    entryPoints: { core: 'src/core/api/index.ts' },
    platform: 'browser',
    alias: { 'csv-parse/sync': 'csv-parse/browser/esm/sync' },
    external: ['xlsx', 'zod', 'parse5'],
    minify: true,
    chunkNames: 'chunks/core-[name]-[hash]',
  }),
])
writeFileSync('dist/LICENSES.txt', noticesOf(built.map(({ metafile }) => metafile)))
