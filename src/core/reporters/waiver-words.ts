import type { Waived } from '../diagnostics/diagnostic.ts'
import type { SheetWords } from './sheet-words.ts'

/** `豁免：理由（张三，至2026-12-31）`, with every reason. */
export function waiverWords({ by, reasons }: Waived, words: SheetWords): string {
  if (by === 'baseline') return words.baseline
  const given = reasons.map(({ reason, who, until }) => {
    const end = until === null ? [] : [words.until(until)]
    return reason + words.inBrackets([who, ...end].join(words.comma))
  })
  return `${words.waiver}${words.colon}${given.join(words.separator)}`
}
