import { problemRule } from '../rule.ts'

export const undecodableText = problemRule({
  code: 'GJ002',
  name: 'undecodable-text',
  problem: 'undecodable-text',
  severity: 'error',
  title: { zh: '文字编码无法识别', en: 'The text encoding is not recognised' },
  basis: {
    zh: '文本文件的通行编码：UTF-8、UTF-16，以及GB 18030《信息技术 中文编码字符集》',
    en: 'the encodings in use for text files: UTF-8, UTF-16 and the national standard GB 18030',
  },
  why: {
    zh: '按错误的编码读取会出现乱码，还可能把数读错，所以没有读取。',
    en: 'In the wrong encoding, text turns to gibberish and figures may change, so nothing was read.',
  },
  advice: {
    zh: '请用Excel或WPS打开文件，确认没有乱码后另存为xlsx；打开就是乱码的，请重新导出，或向填报单位索取。',
    en: 'Open the file in Excel or WPS and, if the text looks right, save it as xlsx; otherwise export it again or ask the body that filed it for a new copy.',
  },
  messages: {
    zh: ({ tried }) => `文件的文字编码无法识别（已尝试${tried.replaceAll(', ', '、')}），内容未读取。`,
    en: ({ tried }) =>
      `The text encoding of the file was not recognised (tried: ${tried}), so the file was not read.`,
  },
})
