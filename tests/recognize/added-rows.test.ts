import { expect, test } from 'vitest'
import { checkSource } from '../../src/core/index.ts'
import { nodeHost } from '../../src/node/host.ts'
import { balancedFigures } from '../../src/testing/balanced.ts'
import { keptReport } from '../../src/testing/figures.ts'
import { reportSheet } from '../../src/testing/laid-out.ts'
import { plainStyle, writeText } from '../../src/testing/write-text.ts'

const { rows } = reportSheet(keptReport('2021', balancedFigures('2021', 4)))
const above = rows.findIndex(([label]) => label === '行政处罚')

/** Codes and labels of what is said of 表二 with one row more. */
async function said(...added: string[]) {
  const padded = [...added, ...Array<string>(rows[0]!.length - added.length).fill('')]
  const bytes = writeText([...rows.slice(0, above), padded, ...rows.slice(above)], plainStyle)
  const source = { path: '示例镇2024年.csv', bytes }
  const checked = await checkSource(source, { language: 'zh-CN', profile: 'standard' }, nodeHost)
  if (checked.kind === 'skipped') throw new Error(checked.reason)
  return checked.file.diagnostics.map(({ code, data }) => `${code} ${data.label}`)
}

test.each(['1', '１', ' 1 ', '\u30001\u3000', '1件', '+1', '1,234', '1（含2件）', '251000元', '3.5'])(
  'a row that someone added is told when it holds “%s”',
  async figure => {
    expect(await said('其他主动公开文件', figure)).toEqual(['GJ101 其他主动公开文件'])
  },
)

test.each(['', '\u3000', '见附件', '（详见第5页）', '2024年'])(
  'a line of words is none: “%s”',
  async text => {
    expect(await said('注：以上数据由各科室填报', text)).toEqual([])
  },
)
