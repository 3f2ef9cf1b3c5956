import type { Document } from '../document/document.ts'

/** Whose report it is and of which year, as far as the document tells. */
export interface Identity {
  readonly body: string | null
  readonly year: number | null
}

/**
 * From the report's title, wherever it stands; else the year from the period its text states; else from what settings
 * say of its path; else from the file name. What none of them says stays unknown.
 */
export function identify(document: Document, byPath: Identity | null = null): Identity {
  let title: Identity | null = null
  let unit: string | null = null
  let period: number | null = null
  for (const { rows } of document.grids) {
    for (const row of rows) {
      for (const text of row) {
        if (text.length < 6) continue
        unit ??= parseUnitLine(text)
        if (text.length < 8 || !text.includes('年')) continue
        title ??= parseTitle(text)
        period ??= parsePeriod(text)
        if (title) break
      }
      if (title) break
    }
  }
  const name = parseFileName(document.path)
  return {
    body: title?.body ?? unit ?? byPath?.body ?? name.body,
    year: title?.year ?? period ?? byPath?.year ?? name.year,
  }
}

/** True for the name that the report bears in titles and file names. */
export function namesReport(text: string): boolean {
  return /政府信息公开(?:工作)?年度报告|信息公开(?:工作)?年报/.test(text.replace(/\s/g, ''))
}

const reportName =
  '(?:政府)?信息公开(?:工作)?(?:年度)?(?:情况)?(?:报告|年报|统计表|附表|表)(?:统计表|附表|表)?'
/** 示例镇2024年度…报告 */
const bodyFirst = new RegExp(`^(.*?)(20\\d{2})年?度?${reportName}(?:[（(].*[）)])?$`)
/** 2024年示例镇…报告 */
const yearFirst = new RegExp(`^(20\\d{2})年度?(.+?)${reportName}(?:[（(].*[）)])?$`)
/** 示例镇…报告（2024年度） */
const yearLast = new RegExp(`^(.*?)${reportName}[（(](20\\d{2})年?度?[）)]$`)

/** Body and year of a report's title; null for any other text. */
export function parseTitle(text: string): Identity | null {
  if (text.length > 240) return null
  const compact = withDigits(text.replace(/[\s《》“”"']/g, ''))
  if (compact.length > 80 || !compact.includes('公开')) return null
  const [, body, year] = bodyFirst.exec(compact) ?? yearLast.exec(compact) ?? []
  if (year) return { body: bodyName(body!), year: Number(year) }
  const [, first, after] = yearFirst.exec(compact) ?? []
  return first ? { body: bodyName(after!), year: Number(first) } : null
}

/** Years in full-width or Chinese digits, 二〇二四, in ordinary ones. */
function withDigits(text: string): string {
  return text
    .replace(/[０-９]/g, digit => String.fromCharCode(digit.charCodeAt(0) - 0xfee0))
    .replace(/[二][〇○Ｏ零０0][〇○Ｏ零一二三四五六七八九]{2}/g, year =>
      year.replace(/./gu, digit => String(Math.max(0, '一二三四五六七八九'.indexOf(digit) + 1))),
    )
}

/** 附：2023年度数据（供参考）: the year of the figures below such a line; null for any other text. */
export function parseYearNote(text: string): number | null {
  if (text.length > 40 || !/20\d{2}年/.test(text)) return null
  const match =
    /^[(（]?(?:附[:：件表]?\d?[:：、]?)?[^，。；]{0,12}?(20\d{2})年度?[^，。；]{0,6}(?:数据|报表|统计表|附表|情况表|对比|参考)/.exec(
      text.replace(/\s/g, ''),
    )
  return match ? Number(match[1]) : null
}

/** 填报单位：示例镇（盖章）: the body that a line above a table names; null for any other text. */
export function parseUnitLine(text: string): string | null {
  if (!text.includes('单位') || text.length > 60) return null
  const match = /^(?:填报|填表|报送|编制|报告)?单位(?:名称)?[(（]?(?:盖?公?章)?[)）]?[:：](.+)$/.exec(
    text.replace(/\s/g, ''),
  )
  const body = match && bodyName(match[1]!.replace(/[(（]盖?公?章[)）]$/, ''))
  return body && bodyEnding.test(body) ? body : null
}

/** The body that a sheet is named after; null for 表二 and the like. */
export function bodyOfSheet(name: string): string | null {
  return /[表]|情况|申请|公开|复议|诉讼|汇总|合计|样/.test(name) || !bodyEnding.test(name)
    ? null
    : bodyName(name)
}

/** What the names of bodies end with. */
const bodyEnding =
  /[\u3400-\u9fff](?:政府|镇|乡|街道|街道办|办事处|办公室|县|区|市|局|委|委员会|厅|院|所|站|中心|大队|支队|公司|学校|医院|分局|管委会|办)$/

function parsePeriod(text: string): number | null {
  const match = /(20\d{2})年1月1日(?:起)?(?:至|到|[-—–~～])+(?:\1年)?12月31日/.exec(text.replace(/\s/g, ''))
  return match ? Number(match[1]) : null
}

export function parseFileName(path: string): Identity {
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
