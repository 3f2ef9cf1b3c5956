import type { BodyResult, Result } from '../diagnostics/diagnostic.ts'
import { type BodyWords, bodyWords } from './body-words.ts'
import { sheetWords } from './sheet-words.ts'

/** The bodies of a result by what is to be done about them. */
export interface SortedBodies {
  /** Those with something that is listed, the worst first. */
  readonly listed: readonly BodyResult[]
  /** Those of which a report is missing, whatever else is said of them. */
  readonly missing: readonly BodyResult[]
  /** Those of which nothing is listed and something was found. */
  readonly withoutErrors: readonly BodyResult[]
  /** Those with all their reports, in which nothing was found. */
  readonly clean: readonly BodyResult[]
}

export function sortedBodies({ bodies }: Result): SortedBodies {
  const others = bodies.filter(body => body.causes.length === 0 && body.files.length > 0)
  const hasFindings = ({ errors, warnings, infos }: BodyResult) => errors + warnings + infos > 0
  return {
    listed: bodies.filter(body => body.causes.length > 0).sort(worstFirst),
    missing: bodies.filter(({ missing }) => missing.length > 0),
    withoutErrors: others.filter(hasFindings),
    clean: others.filter(body => !hasFindings(body) && body.missing.length === 0),
  }
}

/** Equals keep their order. */
function worstFirst(a: BodyResult, b: BodyResult): number {
  return b.errors - a.errors || b.warnings - a.warnings || b.infos - a.infos
}

/** A body in words, in the columns of a table; the causes stand one by one. */
export interface BodyRow {
  readonly body: string
  readonly years: string
  readonly counts: readonly [files: number, errors: number, warnings: number, infos: number]
  readonly causes: readonly string[]
}

export function bodyRow(result: BodyResult, { rules, language }: Result): BodyRow {
  const words = bodyWords[language]
  const titles = new Map(rules.map(({ code, title }) => [code, title]))
  const { years, files, errors, warnings, infos, causes } = result
  return {
    body: nameOf(result, sheetWords[language].unknown),
    years: years.join(words.separator),
    counts: [files.length, errors, warnings, infos],
    causes: causes.map(({ code, count }) =>
      words.cause([code, titles.get(code)].filter(Boolean).join(' '), count),
    ),
  }
}

/** Of a file whose body cannot be told, the file. */
function nameOf({ body, files }: BodyResult, unknown: string): string {
  return body ?? `${unknown}${files[0]!.slice(files[0]!.lastIndexOf('/') + 1)}`
}

/** `示例镇（2023年、2024年）`: what is missing of it. */
function missingName({ body, missing }: BodyResult, { language }: Result): string {
  const words = bodyWords[language]
  return `${body}${sheetWords[language].inBrackets(missing.map(words.year).join(words.separator))}`
}

/** A body of which nothing is listed, with what was found and is not counted. */
function quietName(result: BodyResult, { language }: Result): string {
  const sheet = sheetWords[language]
  const words: BodyWords = bodyWords[language]
  const reserved = [
    ...(result.waived > 0 ? [words.waived(result.waived)] : []),
    ...(result.off.length > 0 ? [sheet.turnedOff(result.off)] : []),
  ]
  const name = nameOf(result, sheet.unknown)
  return reserved.length > 0 ? name + sheet.inBrackets(reserved.join(sheet.comma)) : name
}

export interface BodyList {
  readonly title: string
  readonly names: readonly string[]
  /** True when every name matters: somebody has to be called. */
  readonly isUrgent: boolean
}

/** Who is missing and who is clean, by name; no list is empty. */
export function bodyLists(result: Result): readonly BodyList[] {
  const words = bodyWords[result.language]
  const { missing, withoutErrors, clean } = sortedBodies(result)
  const quiet = (title: string, bodies: readonly BodyResult[]) => {
    return { title, names: bodies.map(body => quietName(body, result)), isUrgent: false }
  }
  const names = missing.map(body => missingName(body, result))
  return [
    { title: words.missing(missing.length), names, isUrgent: true },
    quiet(words.withoutErrors(withoutErrors.length), withoutErrors),
    quiet(words.clean(clean.length), clean),
  ].filter(({ names }) => names.length > 0)
}
