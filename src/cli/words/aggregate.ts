import type { Language } from '../../core/index.ts'

/** What `gouji aggregate` says and writes below the form, in both languages. */
export type AggregateWords = typeof zh

const zh = {
  /** The form is Chinese, whatever the language of the output. */
  title: (body: string, year: number) => `${body}${year}年政府信息公开工作年度报告`,
  notAForm: (path: string) => `汇总表只能存为 csv 或 xlsx，不能存为“${path}”。`,
  noYear: '这些报告都看不出年度，无法汇总。',
  noYearHint: '请在表格上方写明单位和年度，或在 gouji.json 中用 paths 写明。',
  severalYears: (years: string) => `这些报告属于几个年度（${years}）；请用 --year 写明汇总哪一年。`,
  noneOfYear: (year: number, years: string) => `没有${year}年的报告${years && `；有的年度：${years}`}。`,
  noUnits: '除了这个单位自己的报告，没有可以汇总的报告。',
  differing: (body: string, paths: string) => `“${body}”有几个报告，数据不同，不知道该用哪一个：${paths}。`,
  differingHint: '请只留一个，其余的用 --exclude 排除。',
  edition: (id: string, reports: number) => `${id}年版${reports}个报告`,
  mixedEditions: (editions: string) => `这些报告的格式不是同一版，不能相加：${editions}。`,
  mixedEditionsHint: (id: string, paths: string) => `${id}年版的是：${paths}`,
  bodyHint: (heads: string) =>
    heads === '' ? '请写明为谁汇总，例如 --body 示例县' : `名单中的上级单位：${heads}`,
  notInRoster: (body: string) => `单位名单中没有“${body}”。`,
  unknown: (path: string, body: string | null) =>
    body === null
      ? `${path}：看不出是哪个单位的报告，没有汇入。`
      : `${path}：“${body}”不在单位名单中，没有汇入。`,
  missing: (name: string) => `${name}：没有报告。`,
  outside: (path: string, body: string) => `${path}：不是“${body}”的直属单位，没有汇入。`,
  roster: (units: number, missing: number) =>
    `名单中应有${units}个单位，${missing === 0 ? '没有缺少' : `缺${missing}个`}。`,
  undated: (path: string) => `${path}：看不出年度，没有汇入。`,
  noTable: (path: string, table: string) => `${path}：没有读出${table}，汇总表中${table}各格留空。`,
  addedRows: (path: string, table: string, labels: string) =>
    `${path}：${table}有自行增加的行，没有汇入：${labels}。`,
  noFigure: (path: string, cell: string, count: number) =>
    `${path}：${cell}${count > 1 ? `等${count}格` : ''}空白或没有读出，汇总表中留空。`,
  unsound: (path: string, failed: number) =>
    `${path}：有${failed}项勾稽关系不成立，照原数汇入；详见 gouji check。`,
  ownReport: (path: string) => `${path}：是本级自己的报告，没有汇入。`,
  again: (path: string) => `${path}：与同一单位的另一个报告数据相同，只汇入一次。`,
  done: (body: string, year: number, path: string) => `${body}${year}年汇总表存入“${path}”。`,
  coverage: (units: number) => `本表由${units}个单位的报告逐格相加而成。`,
  unread: (files: number) => `另有${files}个文件没有汇入。`,
  blank: (cells: number) => `有${cells}格因有的单位空白或没有读出而留空。`,
  noRoster: '没有单位名单，是否缺少单位无法判断。',
}

const en: AggregateWords = {
  title: zh.title,
  notAForm: path => `The form can be stored as csv or xlsx, not as “${path}”.`,
  noYear: 'None of the reports tells its year, so that they cannot be added up.',
  noYearHint: 'write body and year above the tables, or say them with paths in gouji.json.',
  severalYears: years => `The reports are of several years (${years}); say with --year which to add up.`,
  noneOfYear: (year, years) => `There is no report of ${year}${years && `; there are: ${years}`}.`,
  noUnits: "Besides the body's own report there is none to add up.",
  differing: (body, paths) => `“${body}” has several reports with different figures: ${paths}.`,
  differingHint: 'leave one of them, and the others out with --exclude.',
  edition: (id, reports) => `${id} in ${reports} ${reports === 1 ? 'report' : 'reports'}`,
  mixedEditions: editions =>
    `The reports follow different editions of the form and cannot be added: ${editions}.`,
  mixedEditionsHint: (id, paths) => `of edition ${id}: ${paths}`,
  bodyHint: heads =>
    heads === '' ? 'say for whom, for example --body NAME' : `heads of the roster: ${heads}`,
  notInRoster: body => `The roster does not have “${body}”.`,
  unknown: (path, body) =>
    body === null
      ? `${path}: does not tell whose report it is and was not added.`
      : `${path}: “${body}” is not on the roster and was not added.`,
  missing: name => `${name}: there is no report.`,
  outside: (path, body) => `${path}: no unit right below “${body}”, not added.`,
  roster: (units, missing) =>
    `The roster has ${units} ${units === 1 ? 'unit' : 'units'}, of which ${missing === 0 ? 'none is missing' : `${missing} ${missing === 1 ? 'is' : 'are'} missing`}.`,
  undated: path => `${path}: does not tell its year and was not added.`,
  noTable: (path, table) => `${path}: ${table} was not read; it stays blank in the sum.`,
  addedRows: (path, table, labels) =>
    `${path}: ${table} has rows of its own, which were not added: ${labels}.`,
  noFigure: (path, cell, count) =>
    `${path}: ${cell}${count > 1 ? ` and ${count - 1} more ${count === 2 ? 'cell' : 'cells'}` : ''} blank or not read; blank in the sum.`,
  unsound: (path, failed) =>
    `${path}: ${failed} ${failed === 1 ? 'relation fails' : 'relations fail'}; added as it is, see gouji check.`,
  ownReport: path => `${path}: the body's own report, not added in.`,
  again: path => `${path}: same figures as another report of the body, added once.`,
  done: (body, year, path) => `The sum of ${body} for ${year} is stored in “${path}”.`,
  coverage: units =>
    `Added up, cell by cell, from the reports of ${units} ${units === 1 ? 'unit' : 'units'}.`,
  unread: files => `${files} other ${files === 1 ? 'file was' : 'files were'} not added.`,
  blank: cells =>
    `${cells} ${cells === 1 ? 'cell is' : 'cells are'} blank, because a unit left them blank or they could not be read.`,
  noRoster: 'Without a roster it cannot be told whether units are missing.',
}

export const aggregateWordsIn: Readonly<Record<Language, AggregateWords>> = { 'zh-CN': zh, en }
