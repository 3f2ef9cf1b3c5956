import type { Document } from '../document/document.ts'

/** Whose report it is and of which year, as far as the document tells. */
export interface Identity {
  readonly body: string | null
  readonly year: number | null
}

/**
 * From the report's title, wherever it stands; else the year from the period its text states; else from the file
 * name. What none of them says stays unknown.
 */
export function identify(document: Document): Identity {
  let title: Identity | null = null
  let period: number | null = null
  for (const { rows } of document.grids) {
    for (const row of rows) {
      for (const text of row) {
        if (text.length < 8 || !text.includes('年')) continue
        title ??= parseTitle(text)
        period ??= parsePeriod(text)
        if (title) break
      }
      if (title) break
    }
  }
  const named = parseFileName(document.path)
  return {
    body: title?.body ?? named.body,
    year: title?.year ?? period ?? named.year,
  }
}

/** True for the name that the report bears in titles and file names. */
export function namesReport(text: string): boolean {
  return /政府信息公开(?:工作)?年度报告|信息公开(?:工作)?年报/.test(text.replace(/\s/g, ''))
}

const reportTitle =
  /^(.*?)((?:20)\d{2})年?(?:度)?(?:政府)?信息公开(?:工作)?(?:年度)?(?:情况)?(?:报告|年报|统计表|附表|表)(?:统计表|附表|表)?(?:[（(].*[）)])?$/

/** Body and year of a report's title; null for any other text. */
export function parseTitle(text: string): Identity | null {
  const compact = text.replace(/[\s《》“”"']/g, '')
  if (compact.length > 80) return null
  const match = reportTitle.exec(compact)
  if (!match) return null
  return { body: bodyName(match[1]!), year: Number(match[2]) }
}

function parsePeriod(text: string): number | null {
  const match = /(20\d{2})年1月1日(?:起)?(?:至|到|[-—–~～])+(?:\1年)?12月31日/.exec(text.replace(/\s/g, ''))
  return match ? Number(match[1]) : null
}

function parseFileName(path: string): Identity {
  const name = path.slice(path.lastIndexOf('/') + 1).replace(/\.[^.]*$/, '')
  const title = parseTitle(name)
  if (title) return title
  const years = [...name.matchAll(/(?<!\d)(20\d{2})(?!\d)/g)]
  if (years.length !== 1) return { body: null, year: null }
  return { body: bodyName(name.slice(0, years[0]!.index)), year: Number(years[0]![1]) }
}

/** The name of a body holds ideographs and little else. */
function bodyName(text: string): string | null {
  const name = text.replace(/^[\s\d._、（()）-]+|[\s._、（(-]+$/g, '').replace(/(?:关于|的)$/g, '')
  // Copied, for a piece of a text keeps the whole text in memory.
  return bodyCharacters.test(name) ? name.split('').join('') : null
}

/** Two ideographs at least; ranges, for the property of Unicode takes a thousandth of a second to compile. */
const bodyCharacters = /^(?=.*[\u3400-\u9fff]{2})[\u3400-\u9fff（）()·\dA-Za-z]{2,40}$/
