import { bodiesOf, readConfig, readySettings } from '../core/config/index.ts'
import { knownInConfig } from '../core/config/known.ts'
import { ownRelationsOf } from '../core/config/own-relations.ts'
import type { FileResult, Language } from '../core/diagnostics/diagnostic.ts'
import { keepDiagnostics } from '../core/diagnostics/keep.ts'
import { documentStart } from '../core/document/location.ts'
import { type EditionId, tableIds } from '../core/editions/index.ts'
import { checkCollection } from '../core/engine/check-collection.ts'
import { type CheckOptions, checkSource, settingsFile, unreadableFile } from '../core/engine/check-source.ts'
import { resultOf } from '../core/engine/summarize.ts'
import type { Host } from '../core/host.ts'
import { readBaseline } from '../core/policy/baseline.ts'
import { type Kept, settleWaivers } from '../core/policy/settle-waivers.ts'
import { plainOptions } from '../core/reporters/reporter.ts'
import { unix } from '../core/reporters/unix.ts'
import { projectFiles } from '../node/project.ts'
import { waiversIn } from '../node/waivers.ts'
import { balancedFigures } from './balanced.ts'
import { changeFigures, changeRows, changeText, readChanges } from './example-changes.ts'
import { documentBuilders } from './example-documents.ts'
import { workbookBuilders } from './example-workbooks.ts'
import { type KeptReport, keptReport } from './figures.ts'
import { harmlessTexts } from './harmless-texts.ts'
import { layOut, sheetOf } from './laid-out.ts'
import { encode, plainStyle, writeText } from './write-text.ts'

/**
 * The examples of a rule page are fenced blocks, each followed by `output` and `output en` when the rule of the page
 * has something to say of it.
 *
 * `report edition=2021 year=2024 seed=1` is a report in which everything holds, as a CSV file; `name=…` names the
 * file, `body=…` the body, `requests=2019` takes one table from another edition. Its lines change it: first figures, then rows, then text.
 *
 *     requests.newRequests.total = 12     the text of a cell
 *     row 2.重复申请: drop                 leaves out the row with that label
 *     row 2.重复申请: copy                 writes it twice
 *     row 2.重复申请: add 其中,1,0         writes a line of the file below it
 *     rows 规章 <=> 行政规范性文件          the two change places
 *     text 2024年 => 2023年                the first time that it stands in the file
 *     texts 总计 => 合计                   every time
 *
 * With `text=whole` it has all six sections with a harmless text, and is a text file with tabs; then
 *
 *     say 一: 全年新收申请12件。             a paragraph more at the end of that section; 前 is what stands before it all
 *     unsay 五                             leaves the harmless text of that section out
 *
 * `file name=年报.csv` is a file with that content; `encoding=gb18030`, or `encoding=hex` for bytes; `builder=…` makes a
 * workbook or a Word document of it (see `workbookBuilders`, `documentBuilders`). `unreadable name=年报.xlsx` is a file that cannot be opened, for the reason
 * that stands in it.
 *
 * `beside edition=2021 year=2023 seed=1 name=…` before it is another report of the run, written like `report`; the output
 * is that of all of them.
 *
 * `waivers` or `baseline` before it is what the folder keeps beside the file; today is the first of June 2026.
 */
export interface Block {
  /** `report`, `file`, `unreadable`; `output` after it. */
  readonly kind: string
  /** The rest of the fence's first line. */
  readonly options: string
  /** Whole lines. */
  readonly content: string
  /** What the folder keeps for gouji beside it: blocks of these kinds before the example. */
  readonly besides?: readonly Block[]
}

/** True for a block that is no example but goes with the next one: other reports, gouji.json, the waivers, the baseline. */
export function isBeside({ kind }: Block): boolean {
  return ['beside', 'settings', 'waivers', 'baseline'].includes(kind)
}

/** What a rule says of an example, a line each as `gouji check -f unix` prints them; empty when nothing. */
export type ExampleOutput = Readonly<Record<Language, string>>

/** @throws an Error when the block is not written as described above, or its file would be passed over. */
export async function runExample(block: Block, code: string, host: Host): Promise<ExampleOutput> {
  const check = async (language: Language) => linesOf(await checkBlock(block, language, host), code, language)
  return { 'zh-CN': await check('zh-CN'), en: await check('en') }
}

async function checkBlock(block: Block, language: Language, host: Host): Promise<readonly FileResult[]> {
  const wording = { language, profile: 'standard' } as const
  const options = readOptions(block)
  const name = nameOf(options)
  const { besides = [] } = block
  const settings = readSettings(besides.find(({ kind }) => kind === 'settings')?.content ?? '{}')
  const kept = besides.find(({ kind }) => kind === 'waivers' || kind === 'baseline')
  if (block.kind === 'unreadable') return settled([unreadableFile(name, block.content.trim(), wording)])
  const reports = besides.filter(({ kind }) => kind === 'beside')
  const files: FileResult[] = []
  for (const each of [...reports, block]) {
    const own = readOptions(each)
    const path = nameOf(own)
    const source = { path, bytes: bytesOf(each, own), isNamed: true }
    const checked = await checkSource(source, { ...wording, ...settings.optionsFor(path) }, host)
    if (checked.kind === 'skipped') throw new Error(`${path} is passed over (${checked.reason})`)
    files.push(checked.file)
  }
  if (new Set(files.map(({ path }) => path)).size < files.length) throw new Error('two files of one name')
  files.sort((a, b) => (a.path < b.path ? -1 : 1))
  return settled(checkCollection(files, { ...settings, optionsFor: () => wording }))

  async function settled(own: readonly FileResult[]): Promise<readonly FileResult[]> {
    if (!kept) return own
    const entries = await keptIn(kept, language)
    const named = own.map(file => ({ name: file.path, file }))
    const { files, waivers, baseline } = settleWaivers(named, entries, '2026-06-01', () => false)
    const path = projectFiles[kept.kind as keyof Kept]
    return [...files, settingsFile(path, [...waivers, ...baseline], wording)]
  }
}

function nameOf({ name, text }: Options): string {
  return name ?? (text === 'whole' ? '示例镇.txt' : '示例镇.csv')
}

async function keptIn({ kind, content }: Block, language: Language): Promise<Kept> {
  if (kind === 'baseline') return { waivers: [], baseline: readBaseline(content)! }
  return { waivers: await waiversIn(content, projectFiles.waivers, language), baseline: new Map() }
}

function linesOf(files: readonly FileResult[], code: string, language: Language): string {
  const own = files.map(file => ({
    ...keepDiagnostics(file, diagnostic => diagnostic.code === code),
    causes: [],
  }))
  return unix(resultOf(own, [], { language, profile: 'standard' }), plainOptions)
}

/** What a gouji.json beside the examples says; the run was given all that it is for. */
function readSettings(text: string) {
  const read = readConfig(JSON.parse(text), knownInConfig)
  if (read.kind === 'wrong') throw new Error(`settings: ${JSON.stringify(read.problems)}`)
  const { config } = read
  const ready = readySettings(config)
  const bodies = bodiesOf(config).map(body => ({ ...body, location: documentStart }))
  return {
    roster: config.bodies ? { path: projectFiles.config, bodies } : null,
    events: config.events ?? [],
    isWhole: true,
    namedBy: (path: string) => ready.of(path).named,
    optionsFor(path: string): Pick<CheckOptions, 'expected' | 'relations' | 'extras' | 'roster'> {
      const { edition, named, bodyType, deadline } = ready.of(path)
      return {
        expected: {
          edition: edition?.value ?? null,
          named,
          bodyType: bodyType?.value ?? null,
          deadline: deadline?.value ?? null,
          otherBodies: [],
        },
        relations: ownRelationsOf(config),
        extras: ['figures'],
        ...(config.bodies && { roster: bodies }),
      }
    },
  }
}

type Options = Readonly<Record<string, string>>

const allowedOptions: Readonly<Record<string, readonly string[]>> = {
  report: ['edition', 'year', 'seed', 'name', 'body', 'text', ...tableIds],
  beside: ['edition', 'year', 'seed', 'name', 'body', 'text', ...tableIds],
  file: ['name', 'encoding', 'builder'],
  unreadable: ['name'],
}

function readOptions({ kind, options }: Block): Options {
  const entries = options.split(' ').filter(Boolean)
  for (const entry of entries)
    if (!allowedOptions[kind]?.includes(entry.split('=', 1)[0]!)) throw new Error(`${kind}: ${entry}?`)
  return Object.fromEntries(entries.map(entry => entry.split(/=(.*)/s, 2)))
}

function bytesOf({ kind, content }: Block, options: Options): Uint8Array {
  if (kind === 'report' || kind === 'beside') return balancedReport(options, content)
  const { encoding = 'utf-8', builder } = options
  if (builder !== undefined) {
    const build = { ...workbookBuilders, ...documentBuilders }[builder]
    if (!build) throw new Error(`no builder ${builder}`)
    return build(
      content
        .trimEnd()
        .split('\n')
        .map(line => line.split(',')),
    )
  }
  switch (encoding) {
    case 'hex':
      return Uint8Array.from(content.match(/[0-9a-f]{2}/gi) ?? [], byte => Number.parseInt(byte, 16))
    case 'utf-8':
    case 'gb18030':
      return encode(content, encoding)
    default:
      throw new Error(`no encoding ${encoding}`)
  }
}

function balancedReport(
  { edition = '2021', year, seed = '1', body = '示例镇', text: whole, ...tables }: Options,
  content: string,
): Uint8Array {
  const editions = Object.fromEntries(tableIds.map(id => [id, tables[id] ?? edition]))
  const figures = new Map(
    tableIds.flatMap(id => {
      const ofEdition = balancedFigures(editions[id] as EditionId, Number(seed))
      return [...ofEdition].filter(([ref]) => ref.startsWith(`${id}.`))
    }),
  )
  const changes = readChanges(content)
  const kept = keptReport(edition, changeFigures(figures, changes), body, Number(year))
  const report: KeptReport = { ...kept, editions: editions as KeptReport['editions'] }
  const isWhole = whole === 'whole'
  const { rows } = sheetOf(layOut(report, isWhole ? harmlessTexts(report, changes) : null))
  const style = isWhole ? ({ ...plainStyle, separator: '\t' } as const) : plainStyle
  const text = new TextDecoder().decode(writeText(changeRows(rows, changes), style))
  return encode(changeText(text, changes), 'utf-8')
}
