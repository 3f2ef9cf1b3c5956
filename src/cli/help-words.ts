import type { Language } from '../core/index.ts'

/** What the help of the command line says, in both languages. */
export type HelpWords = typeof zh

const zh = {
  titles: {
    'Usage:': '用法：',
    'Arguments:': '参数：',
    'Options:': '选项：',
    'Global Options:': '通用选项：',
    'Commands:': '命令：',
  } as Record<string, string>,
  options: '[选项]',
  command: '<命令>',
  value: {
    path: '路径',
    file: '文件',
    name: '名称',
    format: '格式',
    count: '个数',
    shard: '第几份/共几份',
    threads: '个数|auto|off',
    folder: '文件夹',
    part: '结果',
    limit: '名称=数',
    rule: '规则或文件:格',
    year: '年版',
  },
  short: `gouji 核对政府信息公开工作年度报告的统计表：哪一格不对、两边各是多少、依据哪一条。

  gouji check 年报.xlsx        核对一个文件
  gouji check 2024年/          核对一个文件夹里的所有文件

全部命令和选项：gouji --help
`,
  about: '核对政府信息公开工作年度报告的统计表：哪一格不对、两边各是多少、依据哪一条。',
  examples: `例子：
  gouji check 年报.xlsx                    核对一个文件
  gouji check 2024年/ -f json:结果.json    核对整个文件夹，结果存成JSON文件
  gouji explain GJ302                      说明一条规则
  gouji template --format xlsx -o 空表.xlsx  生成空白表格

退出码：0 没有错误；1 有错误；2 用法不对、没有可核对的文件，或程序出错。`,
  version: '显示版本号',
  help: '显示帮助',
  helpCommand: '显示某个命令的帮助',
  lang: '输出语言：zh-CN（默认）或 en；也可用环境变量 GOUJI_LANG',
  limit: (keys: readonly string[]) =>
    `放宽或收紧读取文件的上限，例如 cells=5000000；可重复；名称：${keys.join('、')}`,
  color: '总是使用颜色',
  noColor: '不使用颜色',
  check: '核对文件或文件夹',
  checkPath: '文件、文件夹或通配符；- 表示标准输入；不写则为当前文件夹',
  checkFormat: 'pretty（默认）、unix 或 json；写成 json:结果.json 则存入文件；可重复',
  checkProfile: 'standard（默认）或 strict：空白格和占位符也算错误',
  checkMaxWarnings: '警告超过这个数时退出码为1',
  checkPrevious: '同一单位上一年的报告：关系式不能断定错在哪里时，作为旁证',
  checkFix: '改写文件中数的写法（全角、千分位、单位等），数值不变；限文本格式',
  checkDiff: '只显示 --fix 会改写什么，不改动文件；有可改写的退出码为1',
  checkQuiet: '只显示错误',
  checkUnmatched: '没有可核对的文件时不算错',
  checkStdin: '标准输入的文件名，默认 stdin.csv',
  checkConcurrency: '用几个线程核对：auto（默认）在文件多时才用，off 不用；结果相同',
  checkCache: '记住核对结果，内容没有变的文件下次不再核对；结果相同',
  checkCacheLocation: '缓存放在这个文件夹（即使用 --cache）；默认放在 node_modules/.cache 或用户缓存文件夹',
  checkShard: '只核对全部文件分成几份中的一份，例如 2/4；用 -f shard:文件 保存，再用 merge 合并',
  checkExamples: `例子：
  gouji check 年报.csv
  gouji check 2024年/ --profile strict
  gouji check "**/*2024*.xlsx" --quiet
  gouji check 2024年/ -f pretty -f json:结果.json
  gouji check 2024年/ --fix
  type 年报.csv | gouji check - --stdin-filename 年报.csv

用 > 重定向时，Windows PowerShell 会改变编码；存文件请用 -f 格式:文件名。`,
  merge: '把 check --shard 分份核对的结果合成一份',
  mergePart: 'check --shard -f shard:文件 保存的各份结果',
  mergeExamples: `例子：
  gouji check 2024年/ --shard 1/2 -f shard:1.json
  gouji check 2024年/ --shard 2/2 -f shard:2.json
  gouji merge 1.json 2.json -f pretty -f json:结果.json

输出和退出码与一次核对全部文件相同。`,
  annotate: '生成核对副本：标色、加批注、列出结果',
  annotateOutput: '副本的文件名；不写则为原文件旁的“名称.核对.xlsx”',
  annotateExamples: `例子：
  gouji annotate 年报.xlsx
  gouji annotate 年报.csv -o 核对/年报.xlsx

原文件不变；xls、et、ods、csv 等生成 xlsx 副本。`,
  explain: '说明一条规则，或者文件中的一格',
  explainRule:
    '规则如 GJ302 或 outcome-total-mismatch；一格如 年报.csv:12:8、年报.xlsx:表三!C12 或 文件:数据项',
  explainFormat: 'text（默认）或 json：可以独立验证的证书，只用于一格',
  explainExamples: `例子：
  gouji explain GJ302
  gouji explain 年报.xlsx:表三!C12
  gouji explain 年报.csv:requests.outcomes.total.total
  gouji explain 年报.csv:12:8 -f json > 证书.json`,
  rules: '列出全部规则',
  rulesFormat: 'table（默认）或 json',
  rulesProve: '不列规则，而是证明各版表格的勾稽关系能查出什么、查不出什么',
  rulesExamples: `例子：
  gouji rules
  gouji rules --prove
  gouji rules --format json`,
  parse: '把报告读成JSON：每个数据项的值和位置',
  parseExamples: `例子：
  gouji parse 年报.csv
  gouji parse 2023.xlsx 2024.xlsx > 数据.json`,
  dump: '逐格列出文件内容和位置',
  dumpExamples: `例子：
  gouji dump 年报.xlsx
  git config diff.xlsx.textconv "gouji dump"    让 git diff 能比较工作簿`,
  template: '生成空白表格',
  templateEdition: '2021（默认）或 2019',
  templateFormat: 'csv（默认）或 xlsx',
  templateOutput: '存到这个文件；不写则输出到标准输出',
  templateExamples: `例子：
  gouji template -o 年报.csv
  gouji template --edition 2019 --format xlsx -o 年报.xlsx`,
}

const en: HelpWords = {
  titles: {},
  options: '[options]',
  command: '<command>',
  value: {
    path: 'path',
    file: 'file',
    name: 'name',
    format: 'format',
    count: 'n',
    shard: 'part/parts',
    threads: 'n|auto|off',
    folder: 'folder',
    part: 'part',
    limit: 'key=n',
    rule: 'rule or file:cell',
    year: 'edition',
  },
  short: `gouji checks the statistical tables of Chinese government disclosure reports: which cell is wrong, both
sides of the equation, and the clause it rests on.

  gouji check report.xlsx      checks one file
  gouji check 2024/            checks all files of a folder

All commands and options: gouji --help
`,
  about:
    'Checks the statistical tables of Chinese government disclosure reports: which cell is wrong, both sides of the equation, and the clause it rests on.',
  examples: `Examples:
  gouji check report.xlsx                  checks one file
  gouji check 2024/ -f json:result.json    checks a folder, stores the result as JSON
  gouji explain GJ302                      explains a rule
  gouji template --format xlsx -o form.xlsx  makes a blank form

Exit status: 0 no errors; 1 errors; 2 wrong use, nothing to check, or a bug.`,
  version: 'print the version',
  help: 'show help',
  helpCommand: 'show the help of a command',
  lang: 'language of the output: zh-CN (default) or en; or set GOUJI_LANG',
  limit: keys =>
    `change a bound on what is read, such as cells=5000000; repeatable; keys: ${keys.join(', ')}`,
  color: 'always use colours',
  noColor: 'never use colours',
  check: 'check files or folders',
  checkPath: 'files, folders or patterns; - for standard input; the current folder if none is given',
  checkFormat: 'pretty (default), unix or json; json:result.json stores it in a file; repeatable',
  checkProfile: 'standard (default) or strict: blanks and placeholders are errors too',
  checkMaxWarnings: 'exit with 1 when there are more warnings than this',
  checkPrevious:
    'the same body’s report of the year before: evidence where relations cannot tell what is wrong',
  checkFix: 'write figures plainly (full-width digits, separators, units …) in text files; no number changes',
  checkDiff: 'show what --fix would change and change nothing; exit with 1 when there is something',
  checkQuiet: 'show errors only',
  checkUnmatched: 'nothing to check is no error',
  checkStdin: 'name for standard input, stdin.csv by default',
  checkConcurrency:
    'threads to check in: auto (default) uses them where there are many files, off never; the result is the same',
  checkCache: 'remember what was found, so that files with the same content are not checked again',
  checkCacheLocation:
    'folder of the cache (implies --cache); by default in node_modules/.cache or the user’s folder of caches',
  checkShard:
    'check only one of the parts that all files are cut into, such as 2/4; store it with -f shard:FILE, then merge',
  checkExamples: `Examples:
  gouji check report.csv
  gouji check 2024/ --profile strict
  gouji check "**/*2024*.xlsx" --quiet
  gouji check 2024/ -f pretty -f json:result.json
  gouji check 2024/ --fix
  cat report.csv | gouji check - --stdin-filename report.csv

Windows PowerShell changes the encoding of what > redirects; use -f FORMAT:FILE instead.`,
  merge: 'join the results of check --shard to one',
  mergePart: 'what check --shard -f shard:FILE has stored, all parts',
  mergeExamples: `Examples:
  gouji check 2024/ --shard 1/2 -f shard:1.json
  gouji check 2024/ --shard 2/2 -f shard:2.json
  gouji merge 1.json 2.json -f pretty -f json:result.json

Output and exit status are those of one check of all files.`,
  annotate: 'make a copy with coloured cells, notes and a list of findings',
  annotateOutput: 'the copy; “name.核对.xlsx” beside the file if none is given',
  annotateExamples: `Examples:
  gouji annotate report.xlsx
  gouji annotate report.csv -o checked/report.xlsx

The file itself stays as it is; xls, et, ods, csv and others become xlsx.`,
  explain: 'explain a rule, or one cell of a file',
  explainRule:
    'a rule such as GJ302 or outcome-total-mismatch, or a cell: report.csv:12:8, report.xlsx:Sheet1!C12 or file:ref',
  explainFormat: 'text (default) or json: a certificate that can be verified without gouji; of a cell only',
  explainExamples: `Examples:
  gouji explain GJ302
  gouji explain report.xlsx:Sheet1!C12
  gouji explain report.csv:requests.outcomes.total.total
  gouji explain report.csv:12:8 -f json > certificate.json`,
  rules: 'list all rules',
  rulesFormat: 'table (default) or json',
  rulesProve: 'prove what the relations of each form can and cannot tell, in place of the list',
  rulesExamples: `Examples:
  gouji rules
  gouji rules --prove
  gouji rules --format json`,
  parse: 'print reports as JSON: each figure with its place',
  parseExamples: `Examples:
  gouji parse report.csv
  gouji parse 2023.xlsx 2024.xlsx > figures.json`,
  dump: 'list every cell of a file with its place',
  dumpExamples: `Examples:
  gouji dump report.xlsx
  git config diff.xlsx.textconv "gouji dump"    lets git diff compare workbooks`,
  template: 'make a blank form',
  templateEdition: '2021 (default) or 2019',
  templateFormat: 'csv (default) or xlsx',
  templateOutput: 'file to store it in; standard output if none is given',
  templateExamples: `Examples:
  gouji template -o report.csv
  gouji template --edition 2019 --format xlsx -o report.xlsx`,
}

export const helpIn: Readonly<Record<Language, HelpWords>> = { 'zh-CN': zh, en }
