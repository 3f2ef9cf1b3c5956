import type { Cause, FileResult, Language } from '../diagnostics/diagnostic.ts'

/** What ties the lines of one cause together: its number in the file, and the cell if there is one. */
export function causeTags(file: FileResult, index: number, language: Language): string {
  return file.causes
    .flatMap((cause, at) =>
      cause.diagnostics.includes(index) ? [` ${causeTag(cause, at + 1, language)}`] : [],
    )
    .join('')
}

function causeTag(cause: Cause, number: number, language: Language): string {
  return language === 'en' ? `[cause ${number}: ${tagEn(cause)}]` : `［原因${number}：${tagZh(cause)}］`
}

function tagZh({ suspects }: Cause): string {
  const [first, ...others] = suspects
  if (!first) return '错误太多，无法断定'
  if (others.length > 0) return `${suspects.length}种可能，无法断定`
  return first
    .map(({ name, expected }) => `${name}${expected === null ? '须改' : `应为${expected}`}`)
    .join('，')
}

function tagEn({ suspects }: Cause): string {
  const [first, ...others] = suspects
  if (!first) return 'too many errors to tell'
  if (others.length > 0) return `one of ${suspects.length} ways, cannot be told`
  return first
    .map(({ name, expected }) => (expected === null ? `${name} is wrong` : `${name} should be ${expected}`))
    .join(', ')
}
