import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { setImmediate } from 'node:timers/promises'
import { expect, test, vi } from 'vitest'
import { startWriting, writeFile } from '../../src/node/write-file.ts'
import { folderWith } from '../cli/run.ts'

test('an interruption while a file is written ends the process when the file is whole', async () => {
  const folder = folderWith({})
  const before = process.listenerCount('SIGINT')
  const kill = vi.spyOn(process, 'kill').mockReturnValue(true)
  try {
    writeFile(join(folder, 'a'), 'first')
    writeFile(join(folder, 'b'), 'second')
    expect(process.listenerCount('SIGINT')).toBe(before + 1)
    process.emit('SIGINT', 'SIGINT')
    expect(kill.mock.calls).toEqual([[process.pid, 'SIGINT']])
  } finally {
    kill.mockRestore()
  }
  expect(readdirSync(folder).map(name => readFileSync(join(folder, name), 'utf8'))).toEqual([
    'first',
    'second',
  ])
  await setImmediate()
  expect(process.listenerCount('SIGINT')).toBe(before)
})

test('a file written in pieces takes its place when it is finished, and leaves nothing when it is abandoned', () => {
  const folder = folderWith({ a: 'old' })
  const before = process.listenerCount('SIGINT')
  const abandoned = startWriting(join(folder, 'a'))
  abandoned.write('new')
  expect(readFileSync(join(folder, 'a'), 'utf8')).toBe('old')
  abandoned.abandon()
  expect([readdirSync(folder), readFileSync(join(folder, 'a'), 'utf8')]).toEqual([['a'], 'old'])
  const finished = startWriting(join(folder, 'b', 'c'))
  finished.write('one, ')
  finished.write(new TextEncoder().encode('two'))
  expect(readdirSync(join(folder, 'b'))).not.toContain('c')
  finished.finish()
  expect([readdirSync(join(folder, 'b')), readFileSync(join(folder, 'b', 'c'), 'utf8')]).toEqual([
    ['c'],
    'one, two',
  ])
  expect(process.listenerCount('SIGINT')).toBe(before)
})

test('an interruption while a file is written in pieces takes away what there is of it', () => {
  const folder = folderWith({})
  const kill = vi.spyOn(process, 'kill').mockReturnValue(true)
  try {
    startWriting(join(folder, 'a')).write('a part')
    expect(readdirSync(folder)).toHaveLength(1)
    process.emit('SIGTERM', 'SIGTERM')
    expect(kill.mock.calls).toEqual([[process.pid, 'SIGTERM']])
  } finally {
    kill.mockRestore()
  }
  expect(readdirSync(folder)).toEqual([])
})
