import { expect, test, vi } from 'vitest'
import { nodeHost } from '../../src/node/host.ts'
import { balancedFigures, createDraw } from '../../src/testing/balanced.ts'
import { keptReport } from '../../src/testing/figures.ts'
import { reportSheet } from '../../src/testing/laid-out.ts'
import { plainStyle, writeText } from '../../src/testing/write-text.ts'

/** What was read before changes nothing of what is read now. */
test('a file gives the same facts alone and after a hundred others', async () => {
  const draw = createDraw(99)
  const files = Array.from({ length: 120 }, (_, index) => {
    const edition = draw(2) === 0 ? '2019' : '2021'
    const rows = reportSheet(keptReport(edition, balancedFigures(edition, draw(5)))).rows.map(row => [...row])
    for (let change = draw(4); change > 0; change--) spoil(rows)
    return { path: `${index}.csv`, bytes: writeText(rows, plainStyle) }
  })

  function spoil(rows: string[][]): void {
    const at = draw(rows.length)
    const row = rows[at]!
    const column = draw(Math.max(1, row.length))
    const kind = draw(6)
    if (kind === 0) rows.splice(at, 1)
    else if (kind === 1) row.splice(column, 1)
    else if (kind === 2) row.splice(column, 0, String(draw(30)))
    else row[column] = ['', '7', '/', '详见附件', '总计', '小计'][draw(6)]!
  }

  const together = await import('../../src/core/engine/check-source.ts')
  const options = { language: 'zh-CN', profile: 'standard' } as const
  for (const file of files) {
    const after = await together.checkSource(file, options, nodeHost)
    vi.resetModules()
    const alone = await import('../../src/core/engine/check-source.ts')
    expect(await alone.checkSource(file, options, nodeHost), file.path).toEqual(after)
  }
})
