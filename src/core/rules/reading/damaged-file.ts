import { problemRule } from '../rule.ts'
import { readableCells } from './basis.ts'

export const damagedFile = problemRule({
  code: 'GJ005',
  name: 'damaged-file',
  problem: 'damaged-file',
  severity: 'error',
  title: { zh: '文件已损坏', en: 'The file is damaged' },
  basis: readableCells,
  why: {
    zh: '损坏的部分没有读取，其中的数没有核对。',
    en: 'The damaged part was not read, so the figures in it were not checked.',
  },
  advice: {
    zh: '请用Excel、Word或WPS打开，按提示修复后另存为新文件；打不开的，请重新导出，或向填报单位索取。',
    en: 'Open it in Excel, Word or WPS, let the program repair it and save it as a new file; if it does not open, export it again or ask the body that filed it for a new copy.',
  },
  messages: {
    zh: ({ detail }) => `文件已损坏，全部或部分内容无法读取（技术信息：${oneLine(detail)}）。`,
    en: ({ detail }) => `The file is damaged and all or part of it could not be read (${oneLine(detail)}).`,
  },
})

function oneLine(detail: string): string {
  return detail.replace(/\s+/g, ' ').trim()
}
