import { describe, expect, it } from 'vitest'
import { readSource } from '../../src/core/readers/index.ts'
import { listParts } from '../../src/core/readers/pages/mime.ts'
import { nodeHost } from '../../src/node/host.ts'
import { type MhtPart, writeMht } from '../../src/testing/write-mht.ts'
import { encode } from '../../src/testing/write-text.ts'

const page = (text: string) =>
  `<html><head><title>题</title></head><body><table><tr><td>${text}<td>12</table></body></html>`
const part = (text: string, more: Partial<MhtPart> = {}): MhtPart => ({
  bytes: encode(page(text), 'utf-8'),
  encoding: 'quoted-printable',
  ...more,
})

async function read(bytes: Uint8Array, path = 'a.mht') {
  const result = await readSource({ path, bytes }, nodeHost)
  if (result.kind === 'unread') throw new Error('not read')
  return result.document
}

const text = (lines: readonly string[]) => encode(lines.join('\r\n'), 'utf-8')

describe('archives', () => {
  it('hold pages one after the other, without lines', async () => {
    const { format, encoding, grids, problems } = await read(writeMht([part('规章'), part('行政许可')]))
    expect({ format, encoding, problems }).toEqual({ format: 'mht', encoding: null, problems: [] })
    expect(grids.map(({ sheet, rows }) => [sheet, rows])).toEqual([
      [null, [['题']]],
      ['表格1', [['规章', '12']]],
      [null, [['题']]],
      ['表格2', [['行政许可', '12']]],
    ])
    expect(grids[3]!.locate(0, 1)).toEqual({
      line: 1,
      column: 2,
      endLine: 1,
      endColumn: 3,
      address: '表格2!B1',
    })
  })

  it.each(['quoted-printable', 'base64', '8bit'] as const)('in %s', async encoding => {
    for (const written of ['utf-8', 'gb18030'] as const)
      for (const charset of [undefined, 'gb2312', 'utf-8', 'us-ascii']) {
        const bytes = encode(page('规章'), written)
        const archive = writeMht([{ bytes, encoding, ...(charset && { charset }) }])
        expect((await read(archive)).grids[1]!.rows).toEqual([['规章', '12']])
      }
  })

  it('in UTF-16, as Word calls unicode', async () => {
    const bytes = encode(page('规章'), 'utf-16le-bom')
    expect(
      (await read(writeMht([{ bytes, charset: 'unicode', encoding: 'base64' }]))).grids[1]!.rows,
    ).toEqual([['规章', '12']])
  })

  it('cut short within the headers of their page are damaged', async () => {
    const whole = new TextDecoder().decode(writeMht([part('规章')]))
    const end = whole.indexOf('\r\n', whole.indexOf('Content-Type: text/html'))
    const { problems } = await read(encode(whole.slice(0, end), 'utf-8'))
    expect(problems).toMatchObject([{ name: 'damaged-file', data: { detail: 'no part of it holds HTML' } }])
  })

  it('whose pages are blank are damaged', async () => {
    const { problems } = await read(writeMht([part('', { bytes: encode('\r\n', 'utf-8') })]))
    expect(problems).toMatchObject([{ name: 'damaged-file', data: { detail: 'no part of it holds HTML' } }])
  })

  it('of a single page need no marks, and may be nested', async () => {
    const head = ['MIME-Version: 1.0', 'Content-Type: text/html;', '\tcharset="utf-8"', '']
    const single = text([...head, '<table><tr><td>规章<td>12</table>'])
    expect((await read(single)).grids[0]!.rows).toEqual([['规章', '12']])
    const nested = text([
      'mime-version: 1.0',
      'content-type: multipart/mixed; boundary=a',
      '',
      '前言',
      '--a',
      'Content-Type: multipart/related; boundary="b b"',
      '',
      '--b b',
      'Content-Type: text/html',
      '',
      '<p>甲</p>',
      '--b b--',
      '--a',
      'Content-Type: message/rfc822',
      '',
      'Content-Type: text/html',
      '',
      '<p>乙</p>',
      '--c',
      '--a--',
      '--a',
      'Content-Type: text/html',
      '',
      '<p>丙</p>',
    ])
    expect((await read(nested)).grids[0]!.rows).toEqual([['甲'], ['乙'], ['--c'], ['丙']])
  })

  it.each([`From: ${'x'.repeat(5000)}`, '<Saved by Blink>'])('begin with any line: %.20s', async line => {
    const archive = new TextDecoder().decode(writeMht([part('规章')]))
    const { format, grids } = await read(encode(`${line}\r\n${archive}`, 'utf-8'))
    expect([format, grids.at(-1)?.rows]).toEqual(['mht', [['规章', '12']]])
  })

  it('under another name are reported', async () => {
    const { format, problems } = await read(writeMht([part('规章')]), 'a.doc')
    expect(format).toBe('mht')
    expect(problems.map(({ name }) => name)).toEqual(['name-mismatch'])
  })
})

describe('what cannot be read', () => {
  it('is an archive without a page', async () => {
    const { problems } = await read(text(['MIME-Version: 1.0', 'Content-Type: text/plain', '', '规章']))
    expect(problems[0]!.name).toBe('damaged-file')
  })

  it.each([
    ['bytes that are no text', Uint8Array.of(0xff, 0xff, 0x80)],
    ['text that was spoilt before', encode('<p>1\ufffd2</p>', 'utf-8')],
  ])('is %s', async (_, bytes) => {
    const { grids, problems } = await read(writeMht([part('规章'), { bytes, encoding: 'base64' }]))
    expect(grids).toEqual([])
    expect(problems[0]!.name).toBe('undecodable-text')
  })

  it('nests too deeply', async () => {
    const bytes = encode('<div>'.repeat(2000), 'utf-8')
    expect((await read(writeMht([{ bytes, encoding: 'base64' }]))).problems[0]!.name).toBe('limit-exceeded')
  })
})

describe('parts', () => {
  const contentOf = (encoding: string, body: string) => {
    const [only] = listParts(text([`Content-Transfer-Encoding: ${encoding}`, '', body]))
    return new TextDecoder().decode(only!.content())
  }

  it.each([
    ['quoted-printable', 'a=\r\nb=3D=e8=A1=a8=4', 'ab=表=4'],
    ['Quoted-Printable', 'a=\nb', 'ab'],
    ['base64', '6KGo\r\n5LqM', '表二'],
    ['BASE64', 'MTI=', '12'],
    ['7bit', 'a=3D', 'a=3D'],
  ])('%s: %j', (encoding, body, expected) => {
    expect(contentOf(encoding, body)).toBe(expected)
  })

  it.each([
    ['marks', `Content-Type: multipart/x; boundary=a\r\n\r\n${'--a\r\n'.repeat(100_000)}`],
    ['multiparts', 'Content-Type: multipart/x; boundary=a\r\n\r\n--a\r\n'.repeat(10_000)],
    ['mails', 'Content-Type: message/rfc822\r\n\r\n'.repeat(20_000)],
    ['headers', 'X: y\r\n'.repeat(100_000)],
    ['a header that goes on', `Content-Type: text/html\r\n${' x\r\n'.repeat(200_000)}`],
    ['hyphens', `Content-Type: multipart/x; boundary=a\r\n\r\n${'-'.repeat(500_000)}`],
  ])('many %s are no trouble', (_, archive) => {
    expect(listParts(encode(archive, 'utf-8')).length).toBeLessThanOrEqual(100_001)
  })
})
