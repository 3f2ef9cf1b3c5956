import type { Cause, Diagnostic, Explanation, FileResult, Result } from '../../src/core/index.ts'

interface Extras {
  readonly language?: Result['language']
  readonly skipped?: Result['skipped']
  readonly bodies?: Result['bodies']
}

function resultOf(
  files: readonly FileResult[],
  { language = 'zh-CN', skipped = [], bodies = [] }: Extras = {},
): Result {
  const diagnostics = files.flatMap(file => file.diagnostics)
  const count = (severity: string) => diagnostics.filter(each => each.severity === severity).length
  const sum = (key: keyof FileResult['relations']) =>
    files.reduce((total, file) => total + file.relations[key], 0)
  return {
    tool: { name: 'gouji', version: '1.2.3' },
    language,
    summary: {
      files: files.filter(({ role }) => role === 'report').length,
      skipped: skipped.length,
      errors: count('error'),
      warnings: count('warning'),
      infos: count('info'),
      waived: files.flatMap(file => file.waived).length,
      relations: { held: sum('held'), failed: sum('failed'), unknown: sum('unknown') },
      between: { held: 0, failed: 0, unknown: 0 },
    },
    rules: [],
    files,
    bodies,
    skipped,
  }
}

function fileOf(path: string, diagnostics: readonly Diagnostic[]): FileResult {
  return {
    path,
    role: 'report',
    format: 'csv',
    encoding: 'gb18030',
    body: '甲镇',
    year: 2024,
    tables: [
      { table: 'activeDisclosure', edition: '2021', cells: 10 },
      { table: 'requests', edition: '2021', cells: 175 },
      { table: 'reviewLitigation', edition: '2021', cells: 15 },
    ],
    relations: { held: 39, failed: 2, unknown: 1 },
    diagnostics,
    causes: [],
    waived: [],
    off: [],
    record: null,
    lines: null,
    figures: null,
    between: { held: 0, failed: 0, unknown: 0 },
  }
}

const heads = ['自然人', '商业企业', '科研机构', '社会公益组织', '法律服务机构', '其他', '总计']

function excerptOf(label: string, figures: string, focus: number): Diagnostic['excerpt'] {
  const raws = figures.split(' ')
  return {
    label,
    cells: heads.map((head, index) => ({
      ref: `requests.row.column${index}`,
      head,
      raw: raws[index]!,
    })),
    focus: `requests.row.column${focus}`,
  }
}

function at(line: number, column: number, address: string | null = null): Diagnostic['location'] {
  return { line, column, endLine: line, endColumn: column + 2, address }
}

const total: Diagnostic = {
  code: 'GJ302',
  name: 'outcome-total-mismatch',
  severity: 'error',
  message: '表三“（七）总计”行“自然人”列填20，本列（一）至（六）各项之和为26，差−6。',
  notes: ['为什么：每件申请只计入一种办理结果。', '怎么办：请核对这一列。', '依据：表格自身的算术关系。'],
  ref: 'requests.outcomes.total.naturalPerson',
  location: at(31, 8),
  related: [
    {
      ref: 'requests.outcomes.granted.naturalPerson',
      path: null,
      format: null,
      location: at(12, 9),
      message: '（一）予以公开 × 自然人: 19',
    },
    {
      ref: 'requests.outcomes.partiallyGranted.naturalPerson',
      path: null,
      format: null,
      location: at(13, 9),
      message: '',
    },
  ],
  fixes: [],
  subjects: [{ ref: 'requests.outcomes.total.naturalPerson', value: '20 ≠ 26' }],
  data: { expected: '26', actual: '20', difference: '-6' },
  excerpt: excerptOf('（七）总计', '20 0 0 1 0 0 21', 0),
}

const blank: Diagnostic = {
  ...total,
  code: 'GJ204',
  name: 'blank-cell',
  severity: 'warning',
  message: '表三“二、上年结转政府信息公开申请数量”行“总计”列为空；没有的应填0。',
  notes: ['为什么：空白不等于0。'],
  related: [],
  data: {},
  excerpt: {
    label: '二、上年结转政府信息公开申请数量',
    cells: heads.map((head, index) => ({
      ref: `requests.row.column${index}`,
      head,
      raw: index === 6 ? '' : '1',
    })),
    focus: 'requests.row.column6',
  },
}

const drift: Diagnostic = {
  ...total,
  code: 'GJ114',
  name: 'label-drift',
  severity: 'info',
  message: '项目名称“现行有效件”与统一格式的“现行有效件数”不同。',
  notes: [],
  ref: null,
  subjects: [{ ref: '', value: '现行有效件 现行有效件数' }],
  location: at(5, 1),
  related: [],
  data: { found: '现行有效件', expected: '现行有效件数' },
  excerpt: null,
}

function ordinaryFile(): FileResult {
  const again = { ...total, location: at(31, 14), ref: 'requests.outcomes.total.total', related: [] }
  const other = {
    ...again,
    message: '表三“（七）总计”行“总计”列填21，本列（一）至（六）各项之和为27，差−6。',
  }
  return fileOf('县/甲镇 2024.csv', [
    drift,
    blank,
    total,
    { ...other, excerpt: excerptOf('（七）总计', '20 0 0 1 0 0 21', 6) },
  ])
}

function mixedFile(): FileResult {
  return {
    ...fileOf('县/乙镇.txt', [{ ...total, location: at(9, 1) }]),
    body: null,
    year: null,
    tables: [
      { table: 'activeDisclosure', edition: '2021', cells: 10 },
      { table: 'requests', edition: '2019', cells: 161 },
      { table: 'reviewLitigation', edition: '2021', cells: 15 },
    ],
  }
}

function englishFile(): FileResult {
  const english: Diagnostic = {
    ...total,
    message:
      'Table 3 row “（七）总计”, column “自然人” says 20, items （一） to （六） add up to 26: a difference of −6.',
    notes: ['Why: each request counts under one outcome.', 'What to do: check the column.'],
  }
  return fileOf('county/town.csv', [
    english,
    { ...english, severity: 'warning' },
    { ...english, severity: 'info' },
  ])
}

function workbookFile(): FileResult {
  const cell = {
    ...total,
    location: at(48, 10, "'附表(1)'!J48"),
    related: [{ ...total.related[0]!, location: at(29, 10, "'附表(1)'!J29") }],
  }
  const file: Diagnostic = {
    ...drift,
    code: 'GJ005',
    name: 'damaged-file',
    severity: 'error',
    message: '工作簿已损坏。',
    location: at(1, 1),
  }
  return { ...fileOf('县/甲镇.xlsx', [file, cell]), format: 'xlsx', encoding: null }
}

/** Text that would take a terminal or a build server for a ride. */
function awkwardFile(): FileResult {
  const nasty = '\u001b[31m红\u009b2J\r\n::error::注入\n##[group]x\t\u202e倒\u2066\u0000\u007f\u2028行'
  const diagnostic: Diagnostic = {
    ...total,
    message: `“${nasty}”不是数字。`,
    notes: [`怎么办：${nasty}`],
    location: at(3, 1, `'${nasty}'!A3`),
    related: [{ ref: null, path: null, format: null, location: at(4, 1), message: nasty }],
    data: { raw: nasty },
    excerpt: {
      label: `::error::${nasty}`,
      cells: [
        { ref: 'requests.row.first', head: nasty, raw: '|' },
        { ref: 'requests.row.second', head: '总计', raw: nasty },
      ],
      focus: 'requests.row.second',
    },
  }
  return { ...fileOf(`::error::${nasty}.xlsx`, [diagnostic]), format: 'xlsx', body: nasty }
}

function manyRelatedFile(): FileResult {
  const related = Array.from({ length: 19 }, (_, index) => ({
    ref: `requests.outcomes.item${index}.naturalPerson`,
    path: null,
    format: null,
    location: at(12 + index, 9),
    message: `第${index + 1}项 × 自然人: ${index}`,
  }))
  return fileOf('县/丙镇.csv', [{ ...total, related }])
}

/** A cell named, a tie of single cells, one of pairs, too many errors, and a relation that two causes share. */
function causesFile(): FileResult {
  const suspect = (index: number, actual: string, expected: string | null): Explanation[number] => ({
    ref: `requests.row.column${index}`,
    name: `表三“（七）总计”行“${heads[index]}”列`,
    location: at(31, 8 + 3 * index),
    actual,
    expected,
  })
  const cause: Cause = {
    severity: 'error',
    message: '表三“（七）总计”行“自然人”列填20，应为26；改后勾稽关系成立。',
    notes: ['怎么办：请对照登记台账核实。'],
    ref: total.ref,
    location: total.location,
    excerpt: total.excerpt,
    diagnostics: [1, 2],
    suspects: [[suspect(0, '20', '26')]],
    complete: true,
  }
  const several = { ...cause, ref: null, notes: [], excerpt: null }
  const line = (number: number) => ({ ...total, location: at(number, 8), related: [] })
  return {
    ...fileOf('县/丁镇.csv', [drift, ...[31, 32, 33, 34, 35, 36].map(line)]),
    causes: [
      cause,
      {
        ...several,
        message: '表三有2处对不上：共5种改法。',
        diagnostics: [2, 3],
        suspects: [1, 2, 3, 4, 5].map(index => [suspect(index, '0', '6')]),
      },
      {
        ...several,
        message: '表三有1处对不上，同时改2格都能成立：共14种改法。',
        diagnostics: [4],
        suspects: Array.from({ length: 14 }, (_, index) => [
          suspect(index % 7, '1', '2'),
          suspect((index + 1) % 7, '3', null),
        ]),
      },
      {
        ...several,
        message: '表三有2处对不上，错误太多。',
        diagnostics: [5, 6],
        suspects: [],
        complete: false,
      },
    ],
  }
}

function fixableFile(): FileResult {
  const edits = [5, 9].map(column => ({ location: at(13, column), text: '12' }))
  const wide: Diagnostic = {
    ...drift,
    code: 'GJ207',
    name: 'full-width-number',
    message: '表二“行政处罚”行“本年处理决定数量”列的“１２”含全角字符（本表同类共2处）。',
    fixes: [{ title: '把“１２”改写为“12”，另有1处同样改写', kind: 'safe', edits }],
  }
  const uncertain: Diagnostic = {
    ...total,
    fixes: [{ title: '改为26', kind: 'suggested', edits: [{ location: total.location, text: '26' }] }],
  }
  return fileOf('县/丁镇.csv', [wide, uncertain])
}

/** Settings of gouji's own with a finding, waivers, a rule that is off, and the lines of cells, one of them of two lines. */
function extrasFiles(): FileResult[] {
  const broken = { line: 5, column: 6, endLine: 6, endColumn: 3, address: null }
  const reasons = [{ reason: '登记台账丢失', who: '张三 <甲>', until: '2026-12-31' }]
  const waived = { ...total, location: at(40, 2) }
  return [
    {
      ...fileOf('gouji.waivers.json', [{ ...drift, location: at(3, 5) }]),
      role: 'settings',
      format: null,
      encoding: null,
      tables: [],
    },
    {
      ...fileOf('县/戊镇.csv', [
        { ...drift, location: broken },
        {
          ...drift,
          location: at(13, 4),
          fixes: [{ title: '改写', kind: 'safe', edits: [{ location: at(13, 4), text: '12' }] }],
        },
        { ...total, location: at(31, 5), related: [] },
      ]),
      waived: [
        { diagnostic: waived, by: 'waiver', reasons },
        { diagnostic: { ...waived, severity: 'warning' }, by: 'baseline', reasons: [] },
      ],
      off: ['GJ112'],
      lines: { 5: '𠮷,"错\u202e现行', 6: '有效,件"', 13: '𠮷,１２,é', 31: '总,𠮷20,6' },
    },
  ]
}

/** What is waived, turned off or not to be judged, a file of gouji's own, and one of which nothing is known. */
function recordedFiles(): readonly FileResult[] {
  const failed = { ...total, message: '<b>“（七）总计”</b>' }
  const reason = { reason: '=HYPERLINK("http://a.example")，见<script>', who: '@张三', until: '2026-12-31' }
  return [
    {
      ...fileOf('县/戊镇.csv', []),
      relations: { held: 1, failed: 0, unknown: 1 },
      off: ['GJ114'],
      waived: [
        {
          diagnostic: failed,
          by: 'waiver',
          reasons: [reason, { ...reason, reason: '另一理由', until: null }],
        },
        { diagnostic: blank, by: 'baseline', reasons: [] },
      ],
      record: {
        sha256: 'ab'.repeat(32),
        relations: [
          {
            id: 'requests/balance/total',
            table: 'requests',
            name: '“总计”列“第一项加第二项等于第三项加第四项”',
            left: '本年新收12＋上年结转0＝12',
            right: '总计12＋结转下年度0＝12',
            difference: '0',
            outcome: 'held',
          },
          {
            id: 'requests/row-total/carriedOver',
            table: 'requests',
            name: '“二、上年结转政府信息公开申请数量”行的总计',
            left: '总计空',
            right: '自然人1＝1（另有5格为0）',
            difference: null,
            outcome: 'unknown',
          },
        ],
      },
    },
    {
      ...fileOf('gouji.waivers.json', [drift]),
      role: 'settings',
      format: null,
      body: null,
      year: null,
      tables: [],
      relations: { held: 0, failed: 0, unknown: 0 },
    },
    {
      ...fileOf('县/己镇.xlsx', [{ ...drift, severity: 'error' }]),
      format: null,
      body: null,
      year: null,
      tables: [],
      relations: { held: 0, failed: 0, unknown: 0 },
    },
  ]
}

/** Waived with a reason, twice with hostile words, known from a baseline; and a waiver that has expired. */
function waivedFiles(): readonly FileResult[] {
  const settings: Diagnostic = {
    ...drift,
    code: 'GJ903',
    name: 'expired-waiver',
    severity: 'warning',
    message:
      '对“县/戊镇.csv”中requests.newRequests.total的GJ301的豁免到2026-05-31为止，现已过期，问题重新计入。',
    location: at(9, 5),
  }
  const own = fileOf('gouji.waivers.json', [settings])
  const nasty = '::error::\u001b[31m<script>|`x`\r\n=cmd()'
  return [
    {
      ...own,
      role: 'settings',
      format: null,
      encoding: null,
      body: null,
      year: null,
      tables: [],
      relations: { held: 0, failed: 0, unknown: 0 },
    },
    {
      ...fileOf('县/戊镇.csv', [total]),
      waived: [
        {
          diagnostic: blank,
          by: 'waiver',
          reasons: [
            { reason: '上级核定数，见来函。', who: '张三', until: '2026-12-31' },
            { reason: nasty, who: nasty, until: null },
          ],
        },
        { diagnostic: drift, by: 'baseline', reasons: [] },
        { diagnostic: { ...drift, location: at(7, 1) }, by: 'baseline', reasons: [] },
      ],
    },
  ]
}

/**
 * Bodies of a county: with several reports and years, without a name, with a hostile one, missing in part or wholly,
 * with remarks only, clean, and clean but for what is waived or turned off.
 */
function county(): Pick<Result, 'files' | 'bodies'> {
  const nasty = '<b>::error::\u001b[31m|`镇`\u202e'
  const named = (path: string, body: string | null, year: number | null, diagnostics: Diagnostic[]) => ({
    ...fileOf(path, diagnostics),
    body,
    year,
  })
  const found = {
    years: [2024],
    missing: [],
    errors: 0,
    warnings: 0,
    infos: 0,
    waived: 0,
    causes: [],
    off: [],
  }
  const names = Array.from({ length: 36 }, (_, index) => `示例县第${index + 1}街道办事处`)
  const files = [
    named('2023/甲镇.csv', '甲镇', 2023, [total, blank]),
    named('2024/甲镇.csv', '甲镇', 2024, [total]),
    named('2024/甲镇.docx', '甲镇', 2024, [{ ...drift, severity: 'info' }]),
    named('2024/附件.pdf', null, null, [total]),
    named('2024/怪镇.csv', nasty, 2024, [blank]),
    named('2024/乙镇.csv', '乙镇', 2024, [{ ...drift, severity: 'info' }]),
    { ...named('2024/丙镇.csv', '丙镇', 2024, []), waived: waivedFiles()[1]!.waived, off: ['GJ114'] },
    ...names.map(name => named(`2024/${name}.csv`, name, 2024, [])),
  ]
  const count = (code: string, severity: Diagnostic['severity'], count = 1) => ({ code, severity, count })
  const bodies: Result['bodies'] = [
    {
      ...found,
      body: '甲镇',
      years: [2023, 2024],
      files: ['2023/甲镇.csv', '2024/甲镇.csv', '2024/甲镇.docx'],
      errors: 2,
      warnings: 1,
      infos: 1,
      causes: [count('GJ302', 'error', 2), count('GJ204', 'warning'), count('GJ114', 'info')],
    },
    {
      ...found,
      body: null,
      years: [],
      files: ['2024/附件.pdf'],
      errors: 1,
      causes: [count('GJ302', 'error')],
    },
    { ...found, body: nasty, files: ['2024/怪镇.csv'], warnings: 1, causes: [count('GJ204', 'warning')] },
    { ...found, body: '乙镇', files: ['2024/乙镇.csv'], infos: 1, missing: [2023] },
    { ...found, body: '丙镇', files: ['2024/丙镇.csv'], waived: 3, off: ['GJ114'] },
    ...names.map(name => ({ ...found, body: name, files: [`2024/${name}.csv`] })),
    { ...found, body: '示例县农业农村局', years: [], files: [], missing: [2023, 2024] },
  ]
  return { files, bodies }
}

/**
 * What comparing reports says: in a page, of cells of a workbook in another folder and of its own; in a workbook, of a
 * report of the year before; of a body that the roster lists.
 */
function comparedFiles(): readonly FileResult[] {
  const elsewhere = (path: string, format: FileResult['format'], address: string | null) => ({
    ref: total.ref,
    path,
    format,
    location: at(7, 3, address),
    message: '一、本年新收 × 自然人: 12',
  })
  const nasty = '::error::|`<乙>`\u202e/2024.xlsx'
  const differ: Diagnostic = {
    ...total,
    code: 'GJ610',
    name: 'renditions-differ',
    message: `与“${nasty}”是同一份报告的两个版本，却有2格数字不同。`,
    related: [elsewhere(nasty, 'xlsx', '表三!C7'), { ...total.related[0]!, message: '（一）予以公开: 19' }],
  }
  const carry: Diagnostic = {
    ...total,
    code: 'GJ501',
    name: 'carry-differs',
    message: '表三“上年结转”总计填12，而2023年报告“结转下年度继续办理”总计为21。',
    location: at(7, 3, '表三!C7'),
    related: [elsewhere('2023/甲镇.html', 'html', null)],
  }
  const missing: Diagnostic = {
    ...drift,
    code: 'GJ605',
    name: 'duplicate-report',
    severity: 'warning',
    message: '乙镇2024年有几份报告。',
    ref: null,
    location: at(12, 5),
  }
  const settings = fileOf('gouji.json', [missing])
  return [
    {
      ...fileOf('2024/甲镇.html', [total, differ]),
      format: 'html',
      between: { held: 7, failed: 2, unknown: 1 },
    },
    { ...fileOf('2024/甲镇.xlsx', [carry]), format: 'xlsx', encoding: null },
    { ...settings, role: 'settings', format: null, encoding: null, body: null, year: null, tables: [] },
  ]
}

/** Made-up results, each with what is awkward about it for a reporter. */
export const results: Readonly<Record<string, Result>> = {
  ordinary: resultOf([ordinaryFile(), mixedFile()], {
    skipped: [
      { path: '县/README.txt', reason: 'no-sign', isNamed: true },
      ...['甲', '乙', '丙', '丁', '戊', '己', '庚'].map(
        name => ({ path: `县/${name}.txt`, reason: 'empty', isNamed: false }) as const,
      ),
    ],
  }),
  'ordinary-en': resultOf([englishFile()], { language: 'en' }),
  empty: resultOf([], { skipped: [{ path: '封面.png', reason: 'other-format', isNamed: false }] }),
  clean: resultOf([{ ...fileOf('县/甲镇.csv', []), relations: { held: 42, failed: 0, unknown: 0 } }]),
  workbook: resultOf([workbookFile()]),
  awkward: resultOf([awkwardFile()]),
  'many-related': resultOf([manyRelatedFile()]),
  causes: resultOf([causesFile()]),
  'causes-en': resultOf([causesFile()], { language: 'en' }),
  fixable: resultOf([fixableFile()]),
  extras: resultOf(extrasFiles()),
  recorded: resultOf(recordedFiles()),
  'recorded-en': resultOf(recordedFiles(), { language: 'en' }),
  waived: resultOf(waivedFiles()),
  'waived-en': resultOf(waivedFiles(), { language: 'en' }),
  county: resultOf(county().files, county()),
  'county-en': resultOf(county().files, { ...county(), language: 'en' }),
  compared: resultOf(comparedFiles()),
  'all-waived': resultOf([{ ...waivedFiles()[1]!, diagnostics: [] }]),
}
