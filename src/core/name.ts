/** The name of the tool, its package, its binary and its configuration. */
export const toolName = 'gouji'

/** The first sheet of an annotated copy, by language, and the text of its first cell. */
export const resultSheets = { zh: '核对结果', en: 'Findings' } as const

/** The sheet into which `collect` writes figures, and the text of its first cell. */
export const collectedSheet = { name: 'gouji collect', firstCell: 'body' } as const

/** What pages, summaries and sheets of findings begin with, by which they are known again and not taken for reports. */
export const outputStarts = {
  page: '<!doctype html>\n<!-- gouji check -->\n',
  summary: '<!-- gouji check -->\n## ',
  collected: `\ufeff${collectedSheet.firstCell},parent,year,`,
  sheets: { 'zh-CN': '\ufeff"文件","单位","年度","结果",', en: '\ufeff"File","Body","Year","Result",' },
} as const

/** What the name of an annotated copy ends with, before its extension, unless another is asked for. */
export const copyMark = '.核对'

/** Semantic version of the package. */
export const toolVersion: string = __GOUJI_VERSION__

/** Tells builds of one version apart. */
export const toolBuild: string = __GOUJI_BUILD__
