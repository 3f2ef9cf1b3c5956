import {
  chownSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { defaultLimits, megabyte } from '../../src/core/index.ts'
import { type CheckFilesOptions, checkInputs } from '../../src/node/check-files.ts'
import { findFiles } from '../../src/node/find-files.ts'
import { replaceFile, writeFile } from '../../src/node/write-file.ts'
import { balancedFigures, keptReport, plainStyle, reportSheet, writeText } from '../../src/testing/index.ts'

const cwd = mkdtempSync(join(tmpdir(), 'gouji-'))
afterAll(() => rmSync(cwd, { recursive: true, force: true }))
const report = writeText(reportSheet(keptReport('2021', balancedFigures('2021', 1))).rows, plainStyle)
const options = { language: 'en', profile: 'standard' } as const
const checkFiles = async (paths: readonly string[], own: CheckFilesOptions) =>
  checkInputs((await findFiles(paths, cwd)).files, own)

writeFileSync(join(cwd, '乙.csv'), report)
writeFileSync(join(cwd, '甲.csv'), report)
writeFileSync(join(cwd, '大.csv'), '')
truncateSync(join(cwd, '大.csv'), defaultLimits.fileSize * megabyte + 1)
writeFileSync(join(cwd, '~$乙.xlsx'), 'lock')
writeFileSync(join(cwd, '说明.txt'), 'hello')

test('files in the order of their paths, with progress', async () => {
  const seen: unknown[] = []
  const onProgress = (...place: unknown[]) => seen.push(place)
  const { files, summary, language } = await checkFiles(['甲.csv', '乙.csv'], { ...options, onProgress })
  expect(files.map(file => file.path)).toEqual(['乙.csv', '甲.csv'])
  expect(summary).toMatchObject({
    files: 2,
    skipped: 0,
    errors: 0,
    relations: { held: 84, failed: 0, unknown: 0 },
  })
  expect(language).toBe('en')
  expect(seen).toEqual([
    ['乙.csv', 0, 2],
    ['甲.csv', 1, 2],
  ])
})

test('what has no sign of a report is skipped, and so are lock files', async () => {
  const { skipped } = await checkFiles(['.', '~$乙.xlsx'], options)
  expect(skipped).toEqual([
    { path: '~$乙.xlsx', reason: 'other-format', isNamed: true },
    { path: '说明.txt', reason: 'no-sign', isNamed: false },
  ])
})

test('a file beyond the limit is refused without being read', async () => {
  const { files } = await checkFiles(['大.csv'], options)
  expect(files[0]).toMatchObject({ path: '大.csv', format: null, diagnostics: [{ name: 'limit-exceeded' }] })
})

test('a file and a folder that cannot be opened are findings', async () => {
  const found = { path: '无.csv', absolute: join(cwd, '无.csv'), isNamed: true, unlisted: null }
  const folder = { path: '夹', absolute: join(cwd, '夹'), isNamed: false, unlisted: 'EACCES' }
  const { files } = await checkInputs([found, folder], options)
  expect(files.map(file => file.diagnostics.map(({ name, data }) => [name, data]))).toEqual([
    [['unreadable-file', { reason: 'EACCES' }]],
    [['unreadable-file', { reason: 'ENOENT' }]],
  ])
})

test('files are written whole, through links, and keep their mode', () => {
  const path = join(cwd, '出/结果.json')
  writeFile(path, 'one')
  const { mode } = statSync(path)
  symlinkSync('结果.json', join(cwd, '出/别名.json'))
  writeFile(join(cwd, '出/别名.json'), new Uint8Array([0x74, 0x77, 0x6f]))
  expect(readFileSync(path, 'utf8')).toBe('two')
  expect(statSync(path).mode).toBe(mode)
  expect(readdirSync(join(cwd, '出')).sort()).toEqual(['别名.json', '结果.json'])
})

test('a file that cannot be written leaves nothing behind', () => {
  expect(() => writeFile(join(cwd, '乙.csv/结果.json'), 'x')).toThrow()
  expect(readdirSync(cwd).filter(name => name.endsWith('.tmp'))).toEqual([])
  expect(readFileSync(join(cwd, '乙.csv'))).toEqual(Buffer.from(report))
})

describe('a file is replaced', () => {
  const path = join(cwd, '换.txt')
  const [old, fresh] = [new Uint8Array([1]), new Uint8Array([2])]

  test('when it still holds what was read', () => {
    writeFileSync(path, old)
    expect(replaceFile(path, old, fresh)).toEqual({ kind: 'replaced' })
    expect(new Uint8Array(readFileSync(path))).toEqual(fresh)
  })

  test('not when it was changed since', () => {
    writeFileSync(path, 'by another program')
    expect(replaceFile(path, old, fresh)).toEqual({ kind: 'changed' })
    expect(readFileSync(path, 'utf8')).toBe('by another program')
    expect(readdirSync(cwd).filter(name => name.endsWith('.tmp'))).toEqual([])
  })

  test('not when it is gone, and does not come back', () => {
    rmSync(path)
    expect(replaceFile(path, old, fresh)).toEqual({ kind: 'refused', reason: 'ENOENT' })
    expect(existsSync(path)).toBe(false)
  })

  test.skipIf(process.getuid?.() !== 0)('and stays with its owner', () => {
    writeFileSync(path, old)
    chownSync(path, 12345, 12346)
    replaceFile(path, old, fresh)
    const { uid, gid } = statSync(path)
    expect([uid, gid]).toEqual([12345, 12346])
    rmSync(path)
  })

  test('not when it is no file', () => {
    expect(replaceFile(cwd, old, fresh)).toEqual({ kind: 'refused', reason: 'ENOTSUP' })
  })

  test('not when nobody may write it', () => {
    writeFileSync(path, old, { mode: 0o444 })
    expect(replaceFile(path, old, fresh)).toEqual({ kind: 'refused', reason: 'EACCES' })
    expect(new Uint8Array(readFileSync(path))).toEqual(old)
  })
})

test.skipIf(process.platform === 'win32')('a device is written to, not replaced', () => {
  writeFile('/dev/null', 'x')
  expect(statSync('/dev/null').isCharacterDevice()).toBe(true)
})
