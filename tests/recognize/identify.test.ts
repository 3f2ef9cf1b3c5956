import { expect, test } from 'vitest'
import { readDelimited } from '../../src/core/readers/plain/delimited.ts'
import { defaultLimits } from '../../src/core/readers/reader.ts'
import { identify } from '../../src/core/recognize/identify.ts'
import { nodeHost } from '../../src/node/host.ts'
import { encode } from '../../src/testing/write-text.ts'

const surroundings = { host: nodeHost, limits: defaultLimits }

test.each([
  ['a title', 'a.csv', '石桥镇2024年政府信息公开工作年度报告', '石桥镇', 2024],
  [
    'a title with blanks and a second 度',
    'a.csv',
    '石桥镇人民政府 2024 年度政府信息公开工作年度报告',
    '石桥镇人民政府',
    2024,
  ],
  ['a title among empty cells', 'a.csv', ',,石桥镇2024年政府信息公开工作年度报告,,', '石桥镇', 2024],
  ['a title that names no body', 'a.csv', '2024年政府信息公开工作年度报告', null, 2024],
  ['the period', 'a.txt', '本报告数据统计期限为2023年1月1日至2023年12月31日。', null, 2023],
  ['the file name', '县/石桥镇2023年报.csv', '规章,0', '石桥镇', 2023],
  ['the file name as a title', '石桥镇2023年政府信息公开工作年度报告（终稿）.csv', '规章,0', '石桥镇', 2023],
  ['a title before the file name', '2019.csv', '石桥镇2024年政府信息公开工作年度报告', '石桥镇', 2024],
  ['a title with the year first', 'a.csv', '2024年石桥镇政府信息公开工作年度报告', '石桥镇', 2024],
  ['a title with the year last', 'a.csv', '石桥镇政府信息公开工作年度报告（2024年度）', '石桥镇', 2024],
  ['a year in Chinese digits', 'a.csv', '石桥镇二〇二四年政府信息公开工作年度报告', '石桥镇', 2024],
  ['a year in full-width digits', 'a.csv', '石桥镇２０２４年政府信息公开工作年度报告', '石桥镇', 2024],
  ['a file name with two years says neither', '2019-2024.csv', '规章,0', null, null],
  [
    'a sentence that only mentions a report',
    'a.txt',
    '现将我县2022年政府信息公开工作年度报告公布如下。',
    null,
    null,
  ],
  ['nothing', 'a.csv', '规章,0', null, null],
])('%s', async (_, path, text, body, year) => {
  const document = await readDelimited({ path, bytes: encode(`${text}\n`, 'utf-8') }, 'csv', surroundings)
  expect(identify(document)).toEqual({ body, year })
})
