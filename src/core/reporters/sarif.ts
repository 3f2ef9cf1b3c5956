import type { FileResult, Language, Result } from '../diagnostics/diagnostic.ts'
import type { Location } from '../document/location.ts'
import { artifactUris } from './artifact-uris.ts'
import { type Entry, entriesOf } from './entries.ts'
import { entryLines } from './entry-text.ts'
import { hasTextPlaces } from './has-text-places.ts'
import { jsonText } from './json-text.ts'
import type { Reporter } from './reporter.ts'
import { levels, messageText, ruleEntry } from './sarif-rules.ts'
import { visible } from './visible.ts'

const root = '%SRCROOT%'

/** SARIF 2.1.0, as code scanning takes it. What is waived is counted and left out: GitHub would show it as open. */
export const sarif: Reporter = result => {
  const { tool, language, files, rules } = result
  const artifacts = artifactsOf(files)
  const run = {
    tool: {
      driver: {
        name: tool.name,
        semanticVersion: tool.version,
        rules: rules.map(ruleEntry),
      },
    },
    language,
    columnKind: 'utf16CodeUnits',
    newlineSequences: ['\r\n', '\n', '\r'],
    originalUriBaseIds: { [root]: { description: { text: baseWords[language] } } },
    artifacts: artifacts.map(artifactEntry),
    results: artifacts.flatMap(artifact => resultEntries(artifact, result, artifacts)),
    properties: checkedEntry(result),
  }
  const log = { $schema: 'https://json.schemastore.org/sarif-2.1.0.json', version: '2.1.0', runs: [run] }
  return `${jsonText(log, 2)}\n`
}

const baseWords: Readonly<Record<Language, string>> = {
  'zh-CN': '运行 gouji 时所在的文件夹。',
  en: 'The folder in which gouji was run.',
}

/** A file and how places point to it. */
interface Artifact {
  readonly file: FileResult
  readonly location: { readonly uri: string; readonly uriBaseId?: string }
  readonly index: number
}

function artifactsOf(files: readonly FileResult[]): readonly Artifact[] {
  const uris = artifactUris(files.map(({ path }) => path))
  return files.map((file, index) => {
    const { uri, isRelative } = uris.get(file.path)!
    return { file, location: isRelative ? { uri, uriBaseId: root } : { uri }, index }
  })
}

function artifactEntry({ file, location }: Artifact) {
  const { encoding, role, waived, off } = file
  return {
    location,
    ...(encoding && { encoding }),
    roles: [role === 'settings' ? 'userSpecifiedConfiguration' : 'analysisTarget'],
    ...(waived.length + off.length > 0 && { properties: { waived: waived.length, off } }),
  }
}

/** What was checked, and what was not. */
function checkedEntry({ summary, skipped }: Result) {
  return {
    files: summary.files,
    errors: summary.errors,
    warnings: summary.warnings,
    infos: summary.infos,
    waived: summary.waived,
    relations: summary.relations,
    notChecked: skipped.map(({ path, reason }) => ({ path, reason })),
  }
}

function resultEntries(artifact: Artifact, { rules, language }: Result, artifacts: readonly Artifact[]) {
  const { file } = artifact
  return entriesOf(file).map(entry => {
    const ruleIndex = rules.findIndex(({ code }) => code === entry.code)
    return {
      ruleId: entry.code,
      ...(ruleIndex >= 0 && { ruleIndex }),
      level: levels[entry.severity],
      message: { text: messageText(entryLines(entry, file.format, language).join('\n')) },
      locations: [locationEntry(entry.location, artifact)],
      ...relatedEntries(entry, artifact, artifacts),
      partialFingerprints: { primaryLocationLineHash: entry.fingerprint },
    }
  })
}

function relatedEntries({ symptoms, related }: Entry, artifact: Artifact, artifacts: readonly Artifact[]) {
  const places = [
    ...symptoms.map(({ location, code, message }) => ({
      location,
      text: `${code}  ${message}`,
      where: artifact,
    })),
    ...related.flatMap(({ path, location, message }) => {
      const where = path === null ? artifact : artifacts.find(({ file }) => file.path === path)
      return where ? [{ location, text: message, where }] : []
    }),
  ]
  if (places.length === 0) return {}
  const relatedLocations = places.map(({ location, text, where }, id) => ({
    id,
    ...locationEntry(location, where),
    ...(text && { message: { text: messageText(visible(text)) } }),
  }))
  return { relatedLocations }
}

/** Without a region where the file is no text: the standard forbids lines there, and GitHub takes it for the whole file. */
function locationEntry(place: Location, { file, location, index }: Artifact) {
  const { address } = place
  const region = hasTextPlaces(file) ? { region: regionEntry(place, file) } : {}
  return {
    physicalLocation: { artifactLocation: { ...location, index }, ...region },
    ...(address !== null && {
      logicalLocations: [
        {
          name: address.slice(address.lastIndexOf('!') + 1),
          fullyQualifiedName: address,
          kind: 'member',
        },
      ],
    }),
  }
}

function regionEntry(location: Location, file: FileResult) {
  const { line, column, endLine, endColumn } = location
  const text = textAt(location, file)
  return {
    startLine: line,
    startColumn: column,
    endLine,
    endColumn,
    ...(text !== null && { snippet: { text } }),
  }
}

/** Line ends inside a cell are given as a line feed. */
function textAt({ line, column, endLine, endColumn }: Location, { lines }: FileResult): string | null {
  if (lines === null) return null
  const own = Array.from({ length: endLine - line + 1 }, (_, index) => lines[line + index])
  if (own.includes(undefined)) return null
  own[own.length - 1] = own.at(-1)!.slice(0, endColumn - 1)
  own[0] = own[0]!.slice(column - 1)
  return own.join('\n')
}
