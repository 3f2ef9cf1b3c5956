import { deflateRawSync } from 'node:zlib'
import { writeWorkbook } from '../../src/core/readers/workbooks/sheetjs.ts'
import { balancedFigures, keptReport, reportSheet } from '../../src/testing/index.ts'
import { type EntryToWrite, writeZip } from '../../src/testing/write-zip.ts'
import { type HostileFile, testHostile } from './check-apart.ts'
import { partsOf } from './parts.ts'

const good = partsOf(writeWorkbook([reportSheet(keptReport('2021', balancedFigures('2021', 5)))]))
const megabyte = 1024 * 1024

const withMore = (...more: EntryToWrite[]) => writeZip([...good, ...more])
const bomb = (name: string, size: number): EntryToWrite => ({ name, content: new Uint8Array(size) })

const damaged = ['GJ005']
const limit = ['GJ008']

const files: readonly Omit<HostileFile, 'name'>[] = [
  { what: 'an empty container', content: () => writeZip([]), says: damaged },
  {
    what: 'a bomb of one part',
    content: () => withMore(bomb('xl/worksheets/sheet2.xml', 100 * megabyte)),
    says: limit,
  },
  {
    what: 'a bomb of many parts',
    content: () =>
      withMore(...Array.from({ length: 300 }, (_, at) => bomb(`xl/part${at}.xml`, megabyte / 2))),
    says: limit,
  },
  {
    what: 'a bomb inside a container inside',
    content: () =>
      withMore({ name: 'xl/embeddings/in.zip', content: writeZip([bomb('a.xml', 100 * megabyte)]) }),
    says: [],
  },
  {
    what: 'a part that inflates to more than it declares',
    content: () => withMore({ ...bomb('xl/more.xml', 100 * megabyte), size: 100 }),
    says: damaged,
  },
  {
    what: 'a part that declares four gigabytes',
    content: () => withMore({ name: 'xl/more.xml', content: 'x', size: 0xfffffffe }),
    says: limit,
  },
  { what: 'parts that lie in one place', content: overlapping, says: limit },
  {
    what: 'more parts than a plain container can count',
    content: () => manyParts(0xffff - good.length),
    says: damaged,
  },
  { what: 'sixty thousand parts', content: () => manyParts(60_000), says: [] },
  {
    what: 'parts with names outside of the container',
    content: () =>
      withMore(
        { name: '/etc/passwd.xml', content: '<a/>' },
        { name: '../../../outside.xml', content: '<a/>' },
        { name: '..\\outside.xml', content: '<a/>' },
      ),
    says: [],
  },
  {
    what: 'parts that objects know',
    content: () =>
      withMore({ name: '__proto__.xml', content: '<a/>' }, { name: 'xl/__proto__.xml', content: '<a/>' }),
    says: [],
  },
]

testHostile(files.map(file => ({ ...file, name: '2024年政府信息公开工作年度报告.xlsx' })))

/** A thousand entries of the directory that all name one deflated megabyte. */
function overlapping(): Uint8Array {
  const content = new Uint8Array(megabyte)
  const packedSize = deflateRawSync(content).length
  const first = { name: 'xl/one.xml', content }
  const others = Array.from({ length: 1000 }, (_, at) => ({
    name: `xl/other${at}.xml`,
    content: '',
    method: 8,
    size: megabyte,
    packedSize,
    offset: 0,
  }))
  return writeZip([first, ...others, ...good])
}

function manyParts(count: number): Uint8Array {
  return writeZip([
    ...Array.from({ length: count }, (_, at) => ({ name: `a${at}.xml`, content: '', method: 0 })),
    ...good,
  ])
}
