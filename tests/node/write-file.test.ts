import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { setImmediate } from 'node:timers/promises'
import { expect, test, vi } from 'vitest'
import { writeFile } from '../../src/node/write-file.ts'
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
