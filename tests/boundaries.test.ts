import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, normalize } from 'node:path'
import { expect, test } from 'vitest'

/** What the files of a folder may import, besides files of the same folder. */
const allowed: Readonly<Record<string, readonly string[]>> = {
  'core/text': [],
  'core/document': ['core/text'],
  'core/constraints': [],
  'core/editions': ['core/constraints'],
  'core/model': ['core/constraints', 'core/document', 'core/editions'],
  'core/inference': ['core/constraints', 'core/editions', 'core/model'],
  'core/certificates': ['core/constraints', 'core/editions', 'core/inference', 'core/model'],
  'core/narrative': ['core/constraints', 'core/editions', 'core/model', 'core/text'],
  'core/readers': ['core/document', 'core/text', 'core/host'],
  'core/recognize': ['core/constraints', 'core/document', 'core/editions', 'core/model', 'core/text'],
  'core/diagnostics': ['core/document', 'core/model', 'core/text'],
  'core/rules': [
    'core/constraints',
    'core/diagnostics',
    'core/document',
    'core/editions',
    'core/inference',
    'core/model',
    'core/narrative',
    'core/text',
  ],
  'core/config': [
    'core/diagnostics',
    'core/editions',
    'core/model',
    'core/readers',
    'core/rules',
    'core/schemas',
  ],
  'core/policy': ['core/diagnostics', 'core/document', 'core/rules'],
  'core/fixes': ['core/diagnostics', 'core/document', 'core/text'],
  'core/templates': ['core/document', 'core/editions', 'core/readers', 'core/text'],
  'core/collect': [
    'core/annotate',
    'core/constraints',
    'core/document',
    'core/editions',
    'core/host',
    'core/model',
    'core/name',
    'core/readers',
    'core/text',
  ],
  'core/aggregate': ['core/constraints', 'core/editions', 'core/model', 'core/templates', 'core/text'],
  'core/schemas': ['core/editions', 'core/model', 'core/constraints', 'core/policy'],
  'core/annotate': [
    'core/diagnostics',
    'core/document',
    'core/host',
    'core/readers',
    'core/text',
    'core/name',
  ],
  'core/engine': [
    'core/annotate',
    'core/certificates',
    'core/constraints',
    'core/diagnostics',
    'core/document',
    'core/editions',
    'core/fixes',
    'core/host',
    'core/inference',
    'core/model',
    'core/name',
    'core/policy',
    'core/readers',
    'core/recognize',
    'core/rules',
    'core/text',
  ],
  'core/reporters': ['core/diagnostics', 'core/document', 'core/name', 'core/text'],
  'core/host': [],
  'core/name': [],
  'core/index': ['core/*'],
  'core/api': ['core/*'],
  node: ['core/api', 'core/index', 'core/policy', 'core/readers', 'core/text'],
  cli: ['core/aggregate', 'core/collect', 'core/config', 'core/index', 'core/name', 'core/reporters', 'node'],
  testing: ['core/*', 'cli', 'node'],
  index: ['core/api', 'node'],
}

/** The one file that imports a package; what tests write with is no part of what is shipped. */
const importers: Readonly<Record<string, string>> = {
  chalk: 'cli/style.ts',
  commander: 'cli/program.ts',
  'csv-parse/sync': 'core/readers/plain/quoted-records.ts',
  'hyparquet-writer/src/bytewriter.js': 'core/collect/parquet.ts',
  'hyparquet-writer/src/parquet-writer.js': 'core/collect/parquet.ts',
  parse5: 'core/readers/pages/parse5.ts',
  'jsonc-parser': 'node/jsonc.ts',
  saxes: 'core/readers/saxes.ts',
  'picomatch/posix.js': 'core/config/patterns.ts',
  tinyglobby: 'node/find-files.ts',
  xlsx: 'core/readers/workbooks/sheetjs.ts',
  '@noble/hashes/sha2.js': 'core/text/fingerprint.ts',
  '@noble/hashes/utils.js': 'core/text/fingerprint.ts',
  zod: 'core/schemas/zod.ts',
}

interface Import {
  readonly file: string
  readonly target: string
  readonly line: string
}

const files = readdirSync('src', { recursive: true, encoding: 'utf8' })
  .map(file => file.replaceAll('\\', '/'))
  .filter(file => file.endsWith('.ts') && !file.endsWith('.d.ts'))
const imports = files.flatMap(importsOf)

test('imports go the allowed way', () => {
  const wrong = imports.filter(
    ({ file, target }) => target.startsWith('./') && !isAllowed(file, target.slice(2)),
  )
  expect(wrong.map(({ file, line }) => `${file}: ${line}`)).toEqual([])
})

test('each package is imported in one place', () => {
  const packages = imports.filter(
    ({ file, target }) =>
      !target.startsWith('./') && !target.startsWith('node:') && file !== 'testing/write-workbook.ts',
  )
  const wrong = packages.filter(({ file, target }) => importers[target] !== file)
  expect(wrong.map(({ file, line }) => `${file}: ${line}`)).toEqual([])
})

test('core knows no platform', () => {
  const platform = imports.filter(
    ({ file, target }) => file.startsWith('core/') && target.startsWith('node:'),
  )
  expect(platform).toEqual([])
})

test('every folder stands in the table', () => {
  expect([...new Set(files.map(roomOf))].filter(room => !(room in allowed))).toEqual([])
})

function importsOf(file: string): Import[] {
  const source = readFileSync(join('src', file), 'utf8')
  const pattern =
    /(?:^|\n)\s*(?:import|export)\s[^'"]*?from\s*'([^']+)'|import\(\s*'([^']+)'\s*\)|import\('([^']+)'\)/g
  return [...source.matchAll(pattern)].map(match => {
    const specifier = (match[1] ?? match[2] ?? match[3])!
    const isRelative = specifier.startsWith('.')
    const target = isRelative ? `./${normalize(join(dirname(file), specifier))}` : specifier
    return { file, target, line: match[0].trim().split('\n').at(-1)! }
  })
}

function isAllowed(file: string, target: string): boolean {
  const from = roomOf(file)
  const to = roomOf(target)
  if (from === to) return true
  return (allowed[from] ?? []).some(
    room => room === to || (room.endsWith('/*') && to.startsWith(room.slice(0, -1))),
  )
}

/** `core/text/decode.ts` is in core/text; a file that stands alone is a room of its own. */
function roomOf(file: string): string {
  const parts = file.replace(/\.ts$/, '').split('/')
  if (parts[0] === 'core') return parts.slice(0, 2).join('/')
  return parts[0]!
}
