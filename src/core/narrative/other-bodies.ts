import { type Slip, slipsOf } from './slip.ts'

/** What follows the name of a body whose own work a sentence tells. */
const ownWork =
  '(?:人民政府)?(?:(?:的)?政府信息公开工作|党委、?政府|(?:高度重视|认真|严格|积极|坚持|始终|深入|全面|不断|扎实|切实|持续|进一步|紧紧围绕|按照|严格落实|主动公开|新收|共收到|收到|未收到|未发生|共受理))'
const kinds: readonly RegExp[] = [/(?:镇|乡|街道|街道办事处|苏木)$/, /(?:局|委|委员会|厅|办|办公室)$/]

/**
 * Names of other bodies of the same kind in the place of the one that reports, as a copied text has them. A body may
 * speak of its partners, and of those above and below it.
 */
export function otherBodiesAsSubject(text: string, own: string, others: readonly string[]): readonly Slip[] {
  const kind = kinds.find(pattern => pattern.test(shortName(own)))
  if (!kind) return []
  return others
    .map(shortName)
    .filter(name => name.length > 2 && kind.test(name) && !shortName(own).includes(name))
    .flatMap(name =>
      slipsOf(
        text,
        new RegExp(`(?<=^[\\s\\u3000]*|[。；]\\s*|20\\d{2}年(?:度)?，)${escaped(name)}(?=${ownWork})`, 'g'),
      ),
    )
    .filter(({ start }) => !text.startsWith(shortName(own), start))
    .sort((a, b) => a.start - b.start)
}

/** 示例镇人民政府 is 示例镇. */
function shortName(body: string): string {
  return body.replace(/人民政府$/, '')
}

function escaped(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&')
}
