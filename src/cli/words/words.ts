import type { Language, Severity } from '../../core/index.ts'
import { aggregateWordsIn } from './aggregate.ts'
import { collectWordsIn } from './collect.ts'
import { configWordsIn } from './config.ts'
import { helpIn } from './help.ts'
import { initWordsIn } from './init.ts'

/** Every sentence of the command line itself, in both languages. */
export type Words = typeof zh

const zh = {
  error: '错误：',
  hint: '建议：',
  note: '说明：',
  list: (items: readonly string[]) => items.join('、'),

  // a bug of ours
  bug: (version: string) => `这是 gouji ${version} 的缺陷，不是您的文件有错。`,
  workedOn: (subject: string) => `出错时正在处理：${subject}`,
  reportBug: '请把以上内容报告到本项目的问题跟踪系统（issue tracker），最好附上能重现问题的文件。',

  // wrong use
  unknownOption: (name: string) => `没有“${name}”这个选项。`,
  unknownCommand: (name: string) => `没有“${name}”这个命令。`,
  missingArgument: (name: string) => `缺少参数：${name}。`,
  missingValue: (flags: string) => `选项“${flags}”后面缺少取值。`,
  missingOption: (flags: string) => `缺少选项“${flags}”。`,
  tooManyArguments: (command: string) => `命令“${command}”的参数太多。`,
  didYouMean: (names: string) => `您要的是不是 ${names}？`,
  seeHelp: (command: string) => `用法见 ${command} --help`,
  missingCommand: '缺少命令：gouji 后面要先写做什么，再写文件。',
  meantCheck: (line: string) => `您要运行的是不是：${line}`,
  notOneOf: (option: string, value: string) => `${option} 不能是“${value}”。`,
  oneOf: (values: string, meant = '') => `${meant}可用的取值：${values}`,
  notACount: (option: string, value: string) => `${option} 后面要写一个不小于0的整数，不能是“${value}”。`,
  notALimit: (value: string) => `--limit 后面要写“名称=正整数”，不能是“${value}”。`,
  noOutputPath: (value: string) => `“${value}”后面缺少文件名。`,
  cannotPrint: (reason: string) => `结果没有全部输出（${reason}）。`,
  sameOutput: (target: string | null) => `两种输出格式不能写到同一处（${target ?? '标准输出'}）。`,
  sameOutputHint: '请给其中一种写上文件名，例如 -f pretty -f json:结果.json',
  outputIsInput: (path: string) => `输出文件“${path}”正是要检查的文件，没有写入。`,
  cannotWrite: (path: string, reason: string) => `无法写入“${path}”（${reason}）。`,
  missingPath: (path: string) => `路径不存在：${path}`,
  missingPathHint: '请检查文件名和所在文件夹；名称中有空格时，请用引号括起来。',
  isFolder: (path: string) => `“${path}”是文件夹，这里要写文件名。`,
  unreadable: (path: string, reason: string) => `文件打不开：${path}（${reason}）`,
  tooLarge: (path: string) => `文件太大，未读取：${path}`,

  // check
  unmatched: (pattern: string) => `没有文件符合“${pattern}”。`,
  nothingToCheck: '没有找到可以核对的年度报告表格。',
  nothingToCheckHint:
    '请写明文件或文件夹，例如 gouji check 年报.xlsx；没有文件也属正常时，加 --no-error-on-unmatched。',
  nothingFound: '没有找到可以核对的文件。',
  noneChecked: (files: number, reasons: readonly (readonly [reason: string, files: number])[]) =>
    `交来${files}个文件，没有一个可以核对（${reasons.map(([reason, count]) => `${reason}：${count}个`).join('；')}）。`,
  tooManyWarnings: (found: number, allowed: number, by: string) =>
    `有${found}个警告，超过 ${by} 允许的${allowed}个。`,
  allExcluded: (count: number) => `有${count}个文件按设定（ignores、files 或 --exclude）没有核对。`,
  progress: (done: number, total: number) => `正在检查：${done}/${total}`,
  notAConcurrency: (value: string, most: number) =>
    `--concurrency 应为1到${most}的整数、auto 或 off，不能是“${value}”。`,
  cacheNotKept: (path: string, reason: string) =>
    `缓存没有写入“${path}”（${reason}）；核对结果不受影响，下次会重新核对。`,

  // check --shard, merge
  notAShard: (value: string) => `--shard 应写成 第几份/共几份，例如 2/4，不能是“${value}”。`,
  shardHint: '核对完各份、合并之后，再对全部文件运行一次。',
  noPart: (path: string) => `“${path}”不是 gouji check -f shard 保存的一份结果，或者已经损坏。`,
  otherBuild: (path: string, version: string, own: string) =>
    version === own
      ? `“${path}”是另一次构建的 gouji ${version} 保存的，不能合并。`
      : `“${path}”是 gouji ${version} 保存的，现在运行的是 ${own}，不能合并。`,
  otherBuildHint: '各份核对和合并要用同一个 gouji。',
  otherRun: (one: string, other: string) => `“${one}”和“${other}”不是同一次核对的各份。`,
  otherRunHint: '各份的文件、份数和选项（语言、--profile、--limit、--previous 等）都要相同。',
  partTwice: (index: number, one: string, other: string) => `“${one}”和“${other}”都是第${index}份。`,
  lackingParts: (list: string) => `缺少以下各份：${list}。`,
  lackingFiles: (count: number) => `有${count}个文件没有核对结果，不能合并。`,
  lackingFilesHint: '核对其中一份时出过错；请先解决那一份报告的问题，再重新核对。',
  otherSettings:
    '这里的 gouji.json、gouji.waivers.json 或 gouji.baseline.json 与核对各份时的不同，不能合并。',
  otherSettingsHint: '请在核对各份的同一个文件夹、用同样的设置合并。',

  // check --fix, --diff
  notTogether: (one: string, other: string) => `${one} 和 ${other} 不能一起使用。`,
  fixOrDiffHint: '先用 --diff 看会改什么，再用 --fix 改写。',
  diffAloneHint: '--diff 只输出会改写的地方；要看核对结果，请另外运行一次 gouji check。',
  fixStandardInput: '--fix 改写文件，不能用于标准输入（-）。',
  fixStandardInputHint: '请写明文件；或用 --diff 查看会改什么。',
  fixed: (edits: number, files: number) => `改写了${files}个文件中${edits}处数的写法，数值都没有变。`,
  nothingFixed: '没有需要改写的写法，没有改动任何文件。',
  notFixed: '有可以改写的写法，但没有写入任何文件，原因见下。',
  fixable: (edits: number, files: number) =>
    `${files}个文件中有${edits}处数的写法可以改写，数值不变；改写用 --fix。`,
  nothingFixable: '没有需要改写的写法。',
  unreadForFixes: (files: number) => `另有${files}个文件没有读出表格，原因见 gouji check。`,
  changed: (path: string) => `“${path}”在检查期间被别的程序改动，没有改写；请重新运行。`,

  // annotate
  annotated: (path: string) => `核对副本：${path}`,
  nothingToAnnotate: (path: string) => `“${path}”中没有可以标注的表格，没有生成副本。`,
  copyIsWorkbook: (path: string) => `核对副本是工作簿，不能存为“${path}”。`,
  copyExtension: (extension: string) => `请用扩展名 .${extension}`,
  copyHint: '副本不会覆盖任何文件；请用 -o 写一个新的文件名。',

  // waive, baseline
  blankOption: (option: string) => `${option} 后面要写文字，不能为空。`,
  notADay: (value: string) => `--until 后面要写今天或以后的日期，例如 2026-12-31，不能是“${value}”。`,
  nothingThere: (cell: string) => `“${cell}”处没有发现可以豁免的问题。`,
  nothingThereHint: '位置和规则要写 gouji check 所列的；已经豁免的不用再写。',
  unwaivable: (cell: string) => `“${cell}”处的问题不能豁免：内容没有读出来，也就没有核对。`,
  unwaivableHint: '请先解决读取的问题，例如另存为 xlsx。',
  waived: (path: string, findings: number, entries: number) =>
    `已豁免${findings}项问题，写入“${path}”${entries}条。`,
  outside: (path: string, folder: string) => `“${path}”不在文件夹“${folder}”之内。`,
  outsideHint: '请到报告所在的文件夹，或它上面的文件夹中运行。',
  baselineThere: (path: string) => `“${path}”已经存在，没有覆盖。`,
  baselineThereHint: '按现在的情况更新用 --update；只删去已不存在的用 --prune。',
  noBaseline: (path: string) => `没有“${path}”，无从删减。`,
  noBaselineHint: '第一次生成请运行 gouji baseline，不加 --prune。',
  updateOrPruneHint: '--update 已包括删去不存在的。',
  nothingForBaseline: '没有发现可以记入基线的问题，没有写基线。',
  baselineWritten: (path: string, cells: number, files: number) =>
    `基线“${path}”：${files}个文件，${cells}条。`,
  baselineAdded: (code: string, count: number) => `收入  ${code}  ${count}条`,
  baselineGone: (code: string, count: number) => `删去  ${code}  ${count}条`,
  baselineSame: '没有变化。',
  notInBaseline: (count: number) => `另有${count}项不能记入基线，因为内容没有读出来，也就没有核对：`,

  // explain, rules
  unknownRule: (name: string) => `没有“${name}”这条规则。`,
  allRules: '全部规则见 gouji rules',
  ruleAsJson: '--format json 只用于文件中的一格。',
  rulesAsJson: '规则的JSON见 gouji rules --format json',
  noCell: (name: string) => `“${name}”没有写明是哪一格。`,
  noCellHint:
    '在文件名后面写数据项或位置，例如 年报.csv:requests.outcomes.total.total、年报.csv:12:8、年报.xlsx:表三!C12',
  unknownCell: (path: string) => `“${path}”中没有这一格。`,
  allRefs: (path: string) => `全部数据项见 gouji parse ${path}`,
  addedRow: (label: string) => `这一格在报告自行增加的“${label}”行，统一格式没有这一行，没有勾稽关系涉及它。`,
  noFigure: (raw: string) =>
    `这一格${raw === '' ? '是空的，' : `是“${raw}”，`}没有读作表中的数据项：它不是数据项，或者这一行、这张表未被采用（原因见 gouji check）。没有勾稽关系涉及它。`,
  severity: { error: '错误', warning: '警告', info: '提示' } as Record<Severity, string>,
  severityLabel: '级别：',
  inStrict: (severity: string) => `（--profile strict 时为${severity}）`,
  basisLabel: '依据：',
  whyLabel: '为什么：',
  adviceLabel: '怎么办：',
  isFixable: '改写：gouji check --fix 可以改写文本文件中的这种写法，数值不变。',

  // parse, dump, template
  previousUnused: (path: string, whose: string) =>
    `“${path}”${whose && `（${whose}）`}不是所查报告同一单位上一年的报告，没有用作旁证。`,
  noTable: (path: string) => `没有在“${path}”中识别出年度报告的表格；原因见 gouji check。`,
  nothingToDump: (path: string) => `“${path}”中没有可以列出的单元格；原因见 gouji check。`,
  workbookToTerminal: '工作簿（xlsx）不能显示在终端里。',
  workbookToTerminalHint: '请写明存到哪里：gouji template --format xlsx -o 年报.xlsx',
  alreadyThere: (path: string) => `“${path}”已经存在，没有覆盖。`,
  alreadyThereHint: '请换一个文件名。',
  wrongExtension: (path: string, format: string) => `“${path}”的扩展名与 --format ${format} 不一致。`,

  aggregate: aggregateWordsIn['zh-CN'],
  collect: collectWordsIn['zh-CN'],
  config: configWordsIn['zh-CN'],
  init: initWordsIn['zh-CN'],
  help: helpIn['zh-CN'],
}

const en: Words = {
  error: 'error: ',
  hint: 'hint: ',
  note: 'note: ',
  list: items => items.join(', '),

  bug: version => `This is a bug in gouji ${version}, not a fault of your file.`,
  workedOn: subject => `What was being worked on: ${subject}`,
  reportBug:
    "Please report the above to the project's issue tracker, if possible with a file that shows the problem.",

  unknownOption: name => `There is no option “${name}”.`,
  unknownCommand: name => `There is no command “${name}”.`,
  missingArgument: name => `An argument is missing: ${name}.`,
  missingValue: flags => `The option “${flags}” needs a value.`,
  missingOption: flags => `The option “${flags}” is missing.`,
  tooManyArguments: command => `Too many arguments for “${command}”.`,
  didYouMean: names => `did you mean ${names}?`,
  seeHelp: command => `see ${command} --help`,
  missingCommand: 'The command is missing: say what to do before naming files.',
  meantCheck: line => `did you mean: ${line}`,
  notOneOf: (option, value) => `${option} cannot be “${value}”.`,
  oneOf: (values, meant) => `${meant ? `${meant} ` : ''}one of: ${values}`,
  notACount: (option, value) => `${option} takes a whole number of at least 0, not “${value}”.`,
  notALimit: value => `--limit takes KEY=NUMBER with a whole number above 0, not “${value}”.`,
  noOutputPath: value => `The file name after “${value}” is missing.`,
  cannotPrint: reason => `The output could not be written to its end (${reason}).`,
  sameOutput: target => `Two formats cannot be written to the same place (${target ?? 'standard output'}).`,
  sameOutputHint: 'give one of them a file name, for example -f pretty -f json:result.json',
  outputIsInput: path => `The output file “${path}” is one of the files to check; nothing was written.`,
  cannotWrite: (path, reason) => `“${path}” cannot be written (${reason}).`,
  missingPath: path => `No such path: ${path}`,
  missingPathHint: 'check the name and its folder; put a name with spaces in quotes.',
  isFolder: path => `“${path}” is a folder; a file is needed here.`,
  unreadable: (path, reason) => `The file cannot be opened: ${path} (${reason})`,
  tooLarge: path => `The file is too large and was not read: ${path}`,

  unmatched: pattern => `No file fits “${pattern}”.`,
  nothingToCheck: 'No table of an annual report was found to check.',
  nothingToCheckHint:
    'name a file or folder, for example gouji check report.xlsx; where none is fine too, add --no-error-on-unmatched.',
  nothingFound: 'No file was found that could be checked.',
  noneChecked: (files, reasons) =>
    `Of ${files} ${files === 1 ? 'file' : 'files'} none could be checked (${reasons.map(([reason, count]) => `${reason}: ${count}`).join('; ')}).`,
  tooManyWarnings: (found, allowed, by) =>
    `${found} ${found === 1 ? 'warning' : 'warnings'}, more than the ${allowed} that ${by} allows.`,
  allExcluded: count =>
    `${count} ${count === 1 ? 'file was' : 'files were'} left out by the settings (ignores, files or --exclude).`,
  progress: (done, total) => `Checking: ${done}/${total}`,
  notAConcurrency: (value, most) =>
    `--concurrency takes a whole number from 1 to ${most}, auto or off, not “${value}”.`,
  cacheNotKept: (path, reason) =>
    `The cache was not written to “${path}” (${reason}); the findings are the same, and the next run checks again.`,

  notAShard: value => `--shard takes PART/PARTS, for example 2/4, not “${value}”.`,
  shardHint: 'check the parts, merge them, then run it once over all files.',
  noPart: path => `“${path}” is no part that gouji check -f shard has stored, or it is damaged.`,
  otherBuild: (path, version, own) =>
    version === own
      ? `“${path}” was stored by another build of gouji ${version} and cannot be merged.`
      : `“${path}” was stored by gouji ${version}, this is ${own}; they cannot be merged.`,
  otherBuildHint: 'check and merge the parts with the same gouji.',
  otherRun: (one, other) => `“${one}” and “${other}” are no parts of the same run.`,
  otherRunHint:
    'files, number of parts and options (language, --profile, --limit, --previous …) must be the same.',
  partTwice: (index, one, other) => `“${one}” and “${other}” are both part ${index}.`,
  lackingParts: list => `These parts are missing: ${list}.`,
  lackingFiles: count =>
    `${count} ${count === 1 ? 'file has' : 'files have'} no result; the parts cannot be merged.`,
  lackingFilesHint: 'checking one of the parts failed; settle what it reported and check it again.',
  otherSettings:
    'gouji.json, gouji.waivers.json or gouji.baseline.json are not the same here as where the parts were checked; they cannot be merged.',
  otherSettingsHint: 'merge in the folder in which the parts were checked, with the same settings.',

  notTogether: (one, other) => `${one} and ${other} cannot be used together.`,
  fixOrDiffHint: 'see with --diff what would change, then change it with --fix.',
  diffAloneHint: '--diff prints only what would change; for the findings run gouji check without it.',
  fixStandardInput: '--fix changes files, so it cannot work on standard input (-).',
  fixStandardInputHint: 'name the file, or see with --diff what would change.',
  fixed: (edits, files) =>
    `Rewrote ${edits} ${edits === 1 ? 'figure' : 'figures'} in ${files} ${files === 1 ? 'file' : 'files'}; no number changed.`,
  nothingFixed: 'There is nothing that --fix can rewrite; no file was changed.',
  notFixed: 'There is something to rewrite, but no file was written, for the reasons below.',
  fixable: (edits, files) =>
    `${edits} ${edits === 1 ? 'figure' : 'figures'} in ${files} ${files === 1 ? 'file' : 'files'} can be rewritten without changing a number; --fix does it.`,
  nothingFixable: 'There is nothing that --fix can rewrite.',
  unreadForFixes: files =>
    ` No table was read in ${files} other ${files === 1 ? 'file' : 'files'}; gouji check says why.`,
  changed: path => `“${path}” was changed by another program meanwhile and was not rewritten; run it again.`,

  annotated: path => `Annotated copy: ${path}`,
  nothingToAnnotate: path => `“${path}” has no table that could be annotated; no copy was made.`,
  copyIsWorkbook: path => `An annotated copy is a workbook and cannot be stored as “${path}”.`,
  copyExtension: extension => `use the extension .${extension}`,
  copyHint: 'a copy never replaces a file; give a new name with -o.',

  blankOption: option => `${option} takes a text that is not empty.`,
  notADay: value => `--until takes a day from today on, such as 2026-12-31, not “${value}”.`,
  nothingThere: cell => `Nothing was found at “${cell}” that could be waived.`,
  nothingThereHint:
    'give a place and a rule as gouji check prints them; what is waived already needs no other.',
  unwaivable: cell =>
    `What was found at “${cell}” cannot be waived: it was not read, and therefore not checked.`,
  unwaivableHint: 'make the file readable first, for example by saving it as xlsx.',
  waived: (path, findings, entries) =>
    `Waived ${findings} ${findings === 1 ? 'finding' : 'findings'}: ${entries} ${entries === 1 ? 'entry' : 'entries'} written to “${path}”.`,
  outside: (path, folder) => `“${path}” is not in the folder “${folder}”.`,
  outsideHint: 'run this in the folder of the reports, or in one above it.',
  baselineThere: path => `“${path}” exists already and was not overwritten.`,
  baselineThereHint: '--update brings it up to date; --prune only drops what is gone.',
  noBaseline: path => `There is no “${path}” to prune.`,
  noBaselineHint: 'to make one, run gouji baseline without --prune.',
  updateOrPruneHint: '--update drops what is gone, too.',
  nothingForBaseline: 'Nothing was found that a baseline could take in; none was written.',
  baselineWritten: (path, cells, files) =>
    `Baseline “${path}”: ${cells} ${cells === 1 ? 'entry' : 'entries'} in ${files} ${files === 1 ? 'file' : 'files'}.`,
  baselineAdded: (code, count) => `added  ${code}  ${count}`,
  baselineGone: (code, count) => `gone   ${code}  ${count}`,
  baselineSame: 'Nothing changed.',
  notInBaseline: count =>
    `${count} more cannot be taken in, for what it is about was not read and therefore not checked:`,

  unknownRule: name => `There is no rule “${name}”.`,
  allRules: 'gouji rules lists them all',
  ruleAsJson: '--format json is for the cell of a file.',
  rulesAsJson: 'gouji rules --format json prints the rules as JSON',
  noCell: name => `“${name}” does not say which cell.`,
  noCellHint:
    'put a ref or a place after the file, for example report.csv:requests.outcomes.total.total, report.csv:12:8, report.xlsx:Sheet1!C12',
  unknownCell: path => `“${path}” has no such cell.`,
  allRefs: path => `gouji parse ${path} lists them all`,
  addedRow: label =>
    `This cell is in the row “${label}”, which the report adds to the form; no relation holds it.`,
  noFigure: raw =>
    `This cell ${raw === '' ? 'is empty' : `says “${raw}”`} and was not read as a figure of the form: it is none, or its row or table was not taken (gouji check says why). No relation holds it.`,
  severity: { error: 'error', warning: 'warning', info: 'info' },
  severityLabel: 'Severity: ',
  inStrict: severity => ` (${severity} with --profile strict)`,
  basisLabel: 'Basis: ',
  whyLabel: 'Why: ',
  adviceLabel: 'What to do: ',
  isFixable: 'Fix: gouji check --fix rewrites it in text files without changing a number.',

  previousUnused: (path, whose) =>
    `“${path}”${whose && ` (${whose})`} is not the report of the same body for the year before, and was not used as evidence.`,
  noTable: path => `No table of an annual report was recognised in “${path}”; gouji check says why.`,
  nothingToDump: path => `“${path}” has no cells to list; gouji check says why.`,
  workbookToTerminal: 'A workbook (xlsx) cannot be shown in a terminal.',
  workbookToTerminalHint: 'say where to store it: gouji template --format xlsx -o report.xlsx',
  alreadyThere: path => `“${path}” exists already and was not overwritten.`,
  alreadyThereHint: 'choose another name.',
  wrongExtension: (path, format) => `The extension of “${path}” does not go with --format ${format}.`,

  aggregate: aggregateWordsIn.en,
  collect: collectWordsIn.en,
  config: configWordsIn.en,
  init: initWordsIn.en,
  help: helpIn.en,
}

export const wordsIn: Readonly<Record<Language, Words>> = { 'zh-CN': zh, en }
