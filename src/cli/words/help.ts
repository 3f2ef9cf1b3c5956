import type { Language } from '../../core/index.ts'

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
  choices: (values: readonly string[]) => `（取值：${values.join(', ')}）`,
  value: {
    path: '路径',
    file: '文件',
    name: '名称',
    format: '格式',
    count: '个数',
    shard: '第几份/共几份',
    threads: '个数|auto|off',
    part: '结果',
    limit: '名称=数',
    rule: '规则或文件:格',
    cell: '文件:格',
    code: '规则',
    day: '日期',
    text: '文字',
    year: '年版',
    reportYear: '年度',
    command: '命令',
    shell: 'Shell',
    level: '规则:级别',
    pattern: '通配符',
    folder: '文件夹',
    system: '系统',
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
  gouji template --format xlsx -o 空表.xlsx  生成空白表格`,
  exitStatus: '退出码：',
  exitCodes: {
    0: '没有错误',
    1: '有错误，或警告超过 --max-warnings；用 --diff 时，有可以改写的数；用 collect、aggregate 时，有没读出的',
    2: '用法不对、没有可核对的文件，或程序出错',
    130: '被 Ctrl+C 中断',
  },
  version: '显示版本号',
  help: '显示帮助',
  helpCommand: '显示某个命令的帮助',
  lang: '输出语言，默认 zh-CN，auto 则随系统；也可用环境变量 GOUJI_LANG',
  limit: '放宽或收紧读取文件的上限，例如 cells=5000000；可重复',
  color: '总是使用颜色',
  noColor: '不使用颜色',
  check: '核对文件或文件夹',
  checkPath: '文件、文件夹或通配符；- 表示标准输入；不写则为当前文件夹',
  checkFormat: '输出格式，默认 pretty；写成 json:结果.json 则存入文件；可重复',
  checkOutput: '输出存到这个文件；只有一种格式时用',
  checkProfile: '默认 standard；strict 时空白格和占位符也算错误',
  checkMaxWarnings: '警告超过这个数时退出码为1',
  config: '用这个配置文件，其中的路径相对于当前文件夹；不写则用文件所在或上级文件夹的 gouji.json',
  noConfig: '不用配置文件',
  checkRule: '改变一条规则的级别，例如 GJ204:off；级别：off、info、warning、error；可重复',
  checkExclude: '不核对文件夹中符合通配符的文件和文件夹；可重复',
  checkForceExclude: '写明的文件，只要被排除，也不核对',
  checkPrintConfig: '不核对，只显示对这个文件有效的设定及其来源',
  checkPrevious: '同一单位上一年的报告：关系式不能断定错在哪里时，作为旁证',
  checkFix: '改写文件中数的写法（全角、千分位、单位等），数值不变；限文本格式',
  checkDiff: '只显示 --fix 会改写什么，不改动文件；有可改写的退出码为1',
  checkQuiet: '只显示错误',
  checkTimestamp: '核对表（html）中不写核对时间',
  checkExitZero: '有错误时退出码也为0；用法不对等仍为2',
  checkUnmatched: '没有可核对的文件时不算错',
  checkStdin: '标准输入的文件名，默认 stdin.csv',
  checkNoWaivers: '不用豁免和基线，列出全部问题',
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

用 > 重定向时，Windows PowerShell 会改变编码；存文件请用 -o 文件名。`,
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
  waive: '豁免一处问题：把它和理由写入 gouji.waivers.json',
  waiveCell: '一格如 年报.csv:12:8、年报.xlsx:表三!C12 或 文件:数据项，即 check 所列的位置',
  waiveReason: '理由，必须写明',
  waiveWho: '由谁负责，必须写明',
  waiveCode: '只豁免这条规则的问题；可重复；不写则豁免该格的全部问题',
  waiveUntil: '最后一天，例如 2026-12-31；不写则没有期限',
  waiveExamples: `例子：
  gouji waive 年报.csv:88:29 --reason 上级核定数，见来函 --who 张三
  gouji waive 年报.xlsx:表三!C12 --code GJ301 --reason 历史数据 --who 张三 --until 2026-12-31

被豁免的问题仍列在报告里，但不再计入；数变了，豁免即不再适用。`,
  baseline: '把现有问题记入基线 gouji.baseline.json，以后只报新问题',
  baselinePath: '文件、文件夹或通配符；不写则为当前文件夹',
  baselineUpdate: '按现在的情况更新：收入新问题，删去已不存在的',
  baselinePrune: '只删去已经不存在的',
  baselineExamples: `例子：
  gouji baseline
  gouji baseline 2019年/ 2020年/
  gouji baseline --prune

没有读出表格的文件不能记入基线。`,
  explain: '说明一条规则，或者文件中的一格',
  explainRule:
    '规则如 GJ302 或 outcome-total-mismatch；一格如 年报.csv:12:8、年报.xlsx:表三!C12 或 文件:数据项',
  explainFormat: '默认 text；json 是可以独立验证的证书，只用于一格',
  explainExamples: `例子：
  gouji explain GJ302
  gouji explain 年报.xlsx:表三!C12
  gouji explain 年报.csv:requests.outcomes.total.total
  gouji explain 年报.csv:12:8 -f json > 证书.json`,
  rules: '列出全部规则',
  rulesFormat: '默认 table',
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
  collect: '把所有报告的全部数据项汇成一张长表',
  collectOutput: '存到这个文件；不写或写 - 则输出到标准输出',
  collectFormat: '默认按文件名，没有文件名时为 csv',
  collectExamples: `例子：
  gouji collect 2024年/ -o 数据.csv
  gouji collect 2020年/ 2021年/ -o 数据.parquet
  gouji collect 2024年/ -f ndjson | head

每个数据项一行：单位、年度、数据项、数值、所在位置等。`,
  aggregate: '把各单位的报告逐格相加，填成本级的汇总表',
  aggregateOutput: '汇总表存到这个文件（csv 或 xlsx）；必须写明',
  aggregateBody: '为谁汇总，它自己的报告不加进去；名单中只有一个上级单位时可以不写',
  aggregateYear: '汇总哪一年；只有一个年度时可以不写',
  aggregateExamples: `例子：
  gouji aggregate 2024年/ --body 示例县 -o 示例县2024年汇总.xlsx
  gouji aggregate . --body 示例县 --year 2024 -o 汇总.csv

有单位空白或没有读出的格，汇总表中留空并逐一说明，不当作0。`,
  template: '生成空白表格',
  templateEdition: '默认为最新的一版',
  templateFormat: '默认按文件名，没有文件名时为 csv',
  templateOutput: '存到这个文件；不写则输出到标准输出',
  templateExamples: `例子：
  gouji template -o 年报.csv
  gouji template --edition 2019 --format xlsx -o 年报.xlsx`,
  completion: '输出命令行补全脚本：按 Tab 补全命令、选项和取值',
  completionShell: '补全脚本所用的Shell',
  completionExamples: `例子：
  gouji completion bash > ~/.local/share/bash-completion/completions/gouji
  gouji completion zsh > "\${fpath[1]}/_gouji"
  gouji completion fish > ~/.config/fish/completions/gouji.fish
  gouji completion powershell | Out-String | Invoke-Expression    写在 $PROFILE 文件里`,
  envInfo: '输出版本和运行环境，报告问题时附上',
  envInfoExamples: `例子：
  gouji env-info`,
  helpExamples: `例子：
  gouji help check`,
  init: '看看文件夹里有什么报告，写出合用的 gouji.json',
  initDir: '在哪个文件夹；不写则为当前文件夹',
  initHook: '也写 pre-commit 的钩子文件',
  initCi: '也写这个系统的CI文件',
  initExamples: `例子：
  gouji init
  gouji init --hook --ci gitlab`,
}

const en: HelpWords = {
  titles: {},
  options: '[options]',
  command: '<command>',
  choices: values => ` (${values.join(', ')})`,
  value: {
    path: 'path',
    file: 'file',
    name: 'name',
    format: 'format',
    count: 'n',
    shard: 'part/parts',
    threads: 'n|auto|off',
    part: 'part',
    limit: 'key=n',
    rule: 'rule or file:cell',
    cell: 'file:cell',
    code: 'rule',
    day: 'day',
    text: 'text',
    year: 'edition',
    reportYear: 'year',
    command: 'command',
    shell: 'shell',
    level: 'rule:level',
    pattern: 'pattern',
    folder: 'folder',
    system: 'system',
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
  gouji template --format xlsx -o form.xlsx  makes a blank form`,
  exitStatus: 'Exit status:',
  exitCodes: {
    0: 'no errors',
    1: 'errors, or more warnings than --max-warnings; with --diff, something to rewrite; with collect or aggregate, something not read',
    2: 'wrong use, nothing to check, or a bug',
    130: 'interrupted by Ctrl+C',
  },
  version: 'print the version',
  help: 'show help',
  helpCommand: 'show the help of a command',
  lang: 'language of the output, zh-CN by default; auto asks the system; or set GOUJI_LANG',
  limit: 'change a bound on what is read, such as cells=5000000; repeatable',
  color: 'always use colours',
  noColor: 'never use colours',
  check: 'check files or folders',
  checkPath: 'files, folders or patterns; - for standard input; the current folder if none is given',
  checkFormat: 'format of the output, pretty by default; json:result.json stores it in a file; repeatable',
  checkOutput: 'file to store the output in, when there is one format',
  checkProfile: 'standard by default; with strict, blanks and placeholders are errors too',
  checkMaxWarnings: 'exit with 1 when there are more warnings than this',
  config:
    'use this settings file, with paths relative to the current folder; gouji.json beside or above each file if none is given',
  noConfig: 'use no settings file',
  checkRule: 'change the level of a rule, such as GJ204:off; off, info, warning or error; repeatable',
  checkExclude: 'leave out files and folders that fit, in folders; repeatable',
  checkForceExclude: 'leave out what is excluded even if it is named',
  checkPrintConfig: 'check nothing, show the settings that hold for this file and where they come from',
  checkPrevious:
    'the same body’s report of the year before: evidence where relations cannot tell what is wrong',
  checkFix: 'write figures plainly (full-width digits, separators, units …) in text files; no number changes',
  checkDiff: 'show what --fix would change and change nothing; exit with 1 when there is something',
  checkQuiet: 'show errors only',
  checkTimestamp: 'leave the time of the check out of the checking record (html)',
  checkExitZero: 'exit with 0 when there are errors too; wrong use stays 2',
  checkUnmatched: 'nothing to check is no error',
  checkStdin: 'name for standard input, stdin.csv by default',
  checkNoWaivers: 'show everything, waivers and baseline aside',
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

Windows PowerShell changes the encoding of what > redirects; use -o FILE instead.`,
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
  waive: 'waive a finding: write it with a reason into gouji.waivers.json',
  waiveCell: 'a cell as check prints it: report.csv:12:8, report.xlsx:Sheet1!C12 or file:ref',
  waiveReason: 'why it is accepted; required',
  waiveWho: 'who answers for it; required',
  waiveCode: 'only what this rule found; repeatable; all that was found there if none is given',
  waiveUntil: 'the last day on which it holds, such as 2026-12-31; no end if none is given',
  waiveExamples: `Examples:
  gouji waive report.csv:88:29 --reason "as confirmed by letter" --who "Zhang San"
  gouji waive report.xlsx:Sheet1!C12 --code GJ301 --reason history --who "Zhang San" --until 2026-12-31

What is waived is still listed but no longer counted; when the number changes the waiver lapses.`,
  baseline: 'write what is found now into gouji.baseline.json, so that only what is new is reported',
  baselinePath: 'files, folders or patterns; the current folder if none is given',
  baselineUpdate: 'bring it up to date: take in what is new, drop what is gone',
  baselinePrune: 'only drop what is gone',
  baselineExamples: `Examples:
  gouji baseline
  gouji baseline 2019/ 2020/
  gouji baseline --prune

Files in which no table was read cannot be taken in.`,
  explain: 'explain a rule, or one cell of a file',
  explainRule:
    'a rule such as GJ302 or outcome-total-mismatch, or a cell: report.csv:12:8, report.xlsx:Sheet1!C12 or file:ref',
  explainFormat: 'text by default; json is a certificate that can be verified without gouji, of a cell only',
  explainExamples: `Examples:
  gouji explain GJ302
  gouji explain report.xlsx:Sheet1!C12
  gouji explain report.csv:requests.outcomes.total.total
  gouji explain report.csv:12:8 -f json > certificate.json`,
  rules: 'list all rules',
  rulesFormat: 'table by default',
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
  collect: 'put all figures of all reports into one long table',
  collectOutput: 'file to store it in; standard output if none or - is given',
  collectFormat: 'by default that of the file’s name, csv without one',
  collectExamples: `Examples:
  gouji collect 2024/ -o figures.csv
  gouji collect 2020/ 2021/ -o figures.parquet
  gouji collect 2024/ -f ndjson | head

A row for each figure: body, year, ref, value, place and more.`,
  aggregate: 'add up the reports of units, cell by cell, and fill the form of their county with it',
  aggregateOutput: 'file to store it in, csv or xlsx; required',
  aggregateBody:
    'for which body; its own report is not added in; not needed where the roster has one head only',
  aggregateYear: 'of which year; not needed where there is one only',
  aggregateExamples: `Examples:
  gouji aggregate 2024/ --body "Example County" -o county-2024.xlsx
  gouji aggregate . --body "Example County" --year 2024 -o county.csv

A cell that a unit leaves blank or that could not be read stays blank and is named, never taken for 0.`,
  template: 'make a blank form',
  templateEdition: 'the latest by default',
  templateFormat: 'by default that of the file’s name, csv without one',
  templateOutput: 'file to store it in; standard output if none is given',
  templateExamples: `Examples:
  gouji template -o report.csv
  gouji template --edition 2019 --format xlsx -o report.xlsx`,
  completion: 'print a completion script: the Tab key completes commands, options and values',
  completionShell: 'the shell to complete in',
  completionExamples: `Examples:
  gouji completion bash > ~/.local/share/bash-completion/completions/gouji
  gouji completion zsh > "\${fpath[1]}/_gouji"
  gouji completion fish > ~/.config/fish/completions/gouji.fish
  gouji completion powershell | Out-String | Invoke-Expression    as a line of $PROFILE`,
  envInfo: 'print the version and what it runs on, for reports of bugs',
  envInfoExamples: `Examples:
  gouji env-info`,
  helpExamples: `Examples:
  gouji help check`,
  init: 'look at the reports of a folder and write a gouji.json for them',
  initDir: 'which folder; the current one if none is given',
  initHook: 'write a hook file for pre-commit, too',
  initCi: 'write the file of this CI system, too',
  initExamples: `Examples:
  gouji init
  gouji init --hook --ci gitlab`,
}

export const helpIn: Readonly<Record<Language, HelpWords>> = { 'zh-CN': zh, en }
