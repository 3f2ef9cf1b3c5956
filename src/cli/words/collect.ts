import type { Language } from '../../core/index.ts'

/** What `gouji collect` says, in both languages. */
export type CollectWords = typeof zh

const zh = {
  /** Between two sentences. */
  space: '',
  lacking: (path: string, sentence: string) => `${path}：${sentence}`,
  done: (reports: number, rows: number, path: string | null) =>
    `收集了${reports}个报告的${rows}个数据项${path === null ? '' : `，存入“${path}”`}。`,
  skipped: (reasons: readonly (readonly [reason: string, files: number])[]) =>
    `没有采用的文件：${reasons.map(([reason, count]) => `${reason}：${count}个`).join('；')}。`,
  nameless: (count: number) =>
    `有${count}个报告看不出单位或年度，表中这两列为空；可以在 gouji.json 中用 paths 写明。`,
  tooManyRows: (most: number) => `数据项超过${most}个，一张工作表（xlsx）放不下，没有写入。`,
  tooManyRowsHint: '请存为 csv、ndjson 或 parquet，或者分几次收集。',
  unclearFormat: (path: string) => `从“${path}”的扩展名看不出要存成什么格式。`,
  binaryToTerminal: (format: string) => `${format} 不能显示在终端里。`,
  binaryToTerminalHint: (format: string) => `请写明存到哪里：gouji collect 2024年/ -o 数据.${format}`,
}

const en: CollectWords = {
  space: ' ',
  lacking: (path, sentence) => `${path}: ${sentence}`,
  done: (reports, rows, path) =>
    `Collected ${rows} ${rows === 1 ? 'figure' : 'figures'} of ${reports} ${reports === 1 ? 'report' : 'reports'}${path === null ? '' : ` into “${path}”`}.`,
  skipped: reasons =>
    `Files left aside: ${reasons.map(([reason, count]) => `${reason}: ${count}`).join('; ')}.`,
  nameless: count =>
    `Of ${count} ${count === 1 ? 'report' : 'reports'} body or year is not known, and these columns are empty; paths in gouji.json can say them.`,
  tooManyRows: most =>
    `There are more than ${most} figures, which no sheet (xlsx) holds; nothing was written.`,
  tooManyRowsHint: 'store them as csv, ndjson or parquet, or collect in several runs.',
  unclearFormat: path => `The extension of “${path}” does not tell the format.`,
  binaryToTerminal: format => `${format} cannot be shown on a terminal.`,
  binaryToTerminalHint: format => `say where to store it: gouji collect 2024/ -o figures.${format}`,
}

export const collectWordsIn: Readonly<Record<Language, CollectWords>> = { 'zh-CN': zh, en }
