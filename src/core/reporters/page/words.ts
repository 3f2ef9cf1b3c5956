import type { Language, RecordedRelation, Relations } from '../../diagnostics/diagnostic.ts'
import { reviewItemsEn, reviewItemsZh } from './review-items.ts'

/** What the checking record says besides what is said of every file. */
export type PageWords = typeof zh

/** Files by how they stand; `clean` is null where that is not known of any. */
interface OverviewCounts {
  readonly files: number
  readonly error: number
  readonly warning: number
  readonly info: number
  readonly clean: number | null
  /** Those of which findings are waived. */
  readonly waived: number
}

const zh = {
  title: '政府信息公开工作年度报告核对表',
  recordTitle: '核对表',
  result: '核对结果：',
  overviewTitle: '政府信息公开工作年度报告核对汇总表',
  signs: { error: '×', warning: '!', info: 'i', clean: '√' },
  about: '基本情况',
  body: '单位',
  year: '年度',
  file: '文件名',
  sha256: '文件SHA-256',
  noDigest: '没有算出',
  time: '核对时间',
  tool: '工具及版本',
  edition: '统一格式版本',
  noTables: '没有识别出表格',
  editions: (edition: string, tables: readonly string[]) => `${tables.join('、')}：${edition}年版`,
  caution: '本表由程序生成，只说明所列文件的核对结果；推算出的数只供参考，须由公开单位对照底稿确认后更正。',

  findings: '发现的问题',
  place: '位置：',
  rules: '规则：',
  cell: '单元格所在的行',
  row: '项目',
  here: '此格',
  blank: '空',

  relations: '勾稽关系',
  noRelations: '没有可以核对的勾稽关系。',
  relationsOf: (table: string, { held, failed, unknown }: Relations) =>
    `${table}：共${held + failed + unknown}项，${held}项成立，${failed}项不成立，${unknown}项无法判断`,
  relationHeads: ['式子', '左值', '右值', '差额', '结论'],
  outcome: { held: '成立', failed: '不成立', unknown: '无法判断' } satisfies Record<
    RecordedRelation['outcome'],
    string
  >,
  notJudged: '—',

  waived: '豁免及理由',
  noWaived: '没有豁免。',
  waivedHeads: ['问题', '理由', '豁免人', '期限'],
  noReason: '已记入基线，没有写明理由',
  noEnd: '没有期限',

  review: '人工复核项（程序不能判断，须由人核对）',
  reviewHeads: ['事项', '复核结果'],
  reviewResult: '□ 无误　□ 有误',
  reviewItems: reviewItemsZh,
  unknownIn: (table: string, count: number) =>
    `${table}有${count}项勾稽关系无法判断（见上表），请补齐有关数字后核对。`,
  undecided: (message: string) => `尚不能断定哪一格有误：${message}`,
  waivedItem: (count: number) => `上列${count}项豁免的理由属实，且仍然适用。`,

  signatures: '签字',
  signatureHeads: ['身份', '签字', '日期'],
  checker: '核对人',
  reviewer: '复核人',

  overviewCaption: '各单位核对结果，有错误的在前',
  overviewHeads: ['单位', '年度', '结果', '错误', '警告', '提示', '勾稽关系', '文件'],
  overviewCounts: ({ files, error, warning, info, clean, waived }: OverviewCounts) =>
    [
      `共核对${files}份：`,
      [
        error > 0 && `${error}份有错误`,
        warning > 0 && `${warning}份有警告`,
        info > 0 && `${info}份只有提示`,
        clean !== null && `${clean}份未发现问题`,
      ]
        .filter(Boolean)
        .join('，'),
      waived > 0 ? `；其中${waived}份有豁免。` : '。',
    ].join(''),
  nothingChecked: '没有核对任何文件。',
  skipped: '未作检查的文件',
  skippedHeads: ['文件', '原因'],
  toOverview: '回到汇总表',
  waivedCount: (count: number) => `豁免${count}项`,
  relationCounts: ({ held, failed, unknown }: Relations) =>
    [failed > 0 && `${failed}项不成立`, unknown > 0 && `${unknown}项无法判断`, `${held}项成立`]
      .filter(Boolean)
      .join('，'),
}

const en: PageWords = {
  title: 'Checking record of the annual report on government information disclosure',
  recordTitle: 'Checking record',
  result: 'Result: ',
  overviewTitle: 'Overview of checked annual reports on government information disclosure',
  signs: zh.signs,
  about: 'What was checked',
  body: 'Body',
  year: 'Year',
  file: 'File',
  sha256: 'SHA-256 of the file',
  noDigest: 'not worked out',
  time: 'Time of the check',
  tool: 'Tool and version',
  edition: 'Edition of the form',
  noTables: 'no table was recognised',
  editions: (edition, tables) => `${tables.join(', ')}: edition of ${edition}`,
  caution:
    'This record was made by a program and speaks of the named file only; figures it works out are for reference, and the body that publishes must confirm them with its records before anything is corrected.',

  findings: 'Findings',
  place: 'Place: ',
  rules: 'Rule: ',
  cell: 'Row of the cell',
  row: 'Item',
  here: 'this cell',
  blank: 'blank',

  relations: 'Relations',
  noRelations: 'There are no relations to check.',
  relationsOf: (table, { held, failed, unknown }) =>
    `${table}: ${held + failed + unknown} relations, ${held} hold, ${failed} fail, ${unknown} cannot be judged`,
  relationHeads: ['Relation', 'Left', 'Right', 'Difference', 'Outcome'],
  outcome: { held: 'holds', failed: 'fails', unknown: 'cannot be judged' },
  notJudged: '—',

  waived: 'Waivers and their reasons',
  noWaived: 'Nothing was waived.',
  waivedHeads: ['Finding', 'Reason', 'Waived by', 'Until'],
  noReason: 'in the baseline, without a reason',
  noEnd: 'no end',

  review: 'For a person to check, for no program can',
  reviewHeads: ['What', 'Result'],
  reviewResult: '□ right　□ wrong',
  reviewItems: reviewItemsEn,
  unknownIn: (table, count) =>
    `${table} has ${count === 1 ? '1 relation' : `${count} relations`} that cannot be judged (see above); fill in the figures and check again.`,
  undecided: message => `Which cell is wrong is not settled: ${message}`,
  waivedItem: count =>
    `The reasons of the ${count === 1 ? 'waiver' : `${count} waivers`} above are true and still apply.`,

  signatures: 'Signatures',
  signatureHeads: ['Role', 'Signature', 'Date'],
  checker: 'Checked by',
  reviewer: 'Reviewed by',

  overviewCaption: 'Results of all bodies, those with errors first',
  overviewHeads: ['Body', 'Year', 'Result', 'Errors', 'Warnings', 'Remarks', 'Relations', 'File'],
  overviewCounts: ({ files, error, warning, info, clean, waived }) =>
    `Checked ${files === 1 ? '1 file' : `${files} files`}: ${[
      error > 0 && `${error} with errors`,
      warning > 0 && `${warning} with warnings`,
      info > 0 && `${info} with remarks only`,
      clean !== null && `${clean} without problems`,
    ]
      .filter(Boolean)
      .join(', ')}${waived > 0 ? `; ${waived} of them with waivers` : ''}.`,
  nothingChecked: 'No file was checked.',
  skipped: 'Files not checked',
  skippedHeads: ['File', 'Reason'],
  toOverview: 'Back to the overview',
  waivedCount: count => `${count} waived`,
  relationCounts: ({ held, failed, unknown }) =>
    [failed > 0 && `${failed} fail`, unknown > 0 && `${unknown} cannot be judged`, `${held} hold`]
      .filter(Boolean)
      .join(', '),
}

export const pageWords: Readonly<Record<Language, PageWords>> = { 'zh-CN': zh, en }
