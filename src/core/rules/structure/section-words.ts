import { type SectionForm, type SectionId, sections } from '../../editions/index.ts'
import type { Section } from '../../model/narrative.ts'

/** A section of the form. */
export function sectionForm(id: SectionId): SectionForm {
  return sections.find(form => form.id === id)!
}

/** 一、总体情况, as the form prints it. */
export function printedTitle({ number, title }: SectionForm): string {
  return `${number}、${title}`
}

/** A heading as it is written, in one line of bounded length. */
export function writtenTitle({ heading }: Section): string {
  const text = heading.text.replace(/\s+/g, ' ').trim()
  return text.length > 40 ? `${text.slice(0, 40)}…` : text
}

/** 附件, pictures that explain the report, and whom to ask: they follow a report and are no part of it. */
export function isAppendix({ id, title }: Section): boolean {
  return (
    id === null &&
    /^(?:附[件表录：:]?|图解|图说|一图读懂|联系方式|联系我们|相关(?:链接|文件|附件)|名词解释)/.test(title)
  )
}
