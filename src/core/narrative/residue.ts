import { type Slip, slipsOf } from './slip.ts'

/** What a template asks for, where it was never filled in. */
const residues: readonly RegExp[] = [
  // 20XX年, 202×年, 20__年
  /20\d?[XxＸｘ×○＿_]{1,2}\s*年|二[〇○零][XxＸｘ×]{2}年/g,
  // XX镇, ××件, XX月: letters in the place of a name or a number
  /(?<![A-Za-zＡ-Ｚａ-ｚ\d×○“‘《「])(?:[XＸ]{2,}|[xｘ]{2,}|×{2,}|○{2,})(?=年|月|日|件|条|次|篇|期|项|个|人|万元|元|[%％]|镇|乡|县|市|区|局|街道|单位|部门|机关|委员会|政府)/g,
  // 收到申请X件
  /(?<=[\u4e00-\u9fff])[XＸ×](?=[件条次篇项%％])/g,
  /[（(【[]\s*(?:单位|机关|部门|乡镇|填报单位|行政机关)(?:名称|全称|简称)\s*[）)】\]]/g,
  /[（(【[]\s*(?:此处|请在此|在此处?)?(?:填写|请填写|请填入|请输入)[^（）()【】]{0,20}[）)】\]]|此处填写|请在此处?(?:填写|输入)|(?:单击|点击)(?:或点击|此处)+(?:此处)?输入文字/g,
  /[（(【[]\s*示例\s*[）)】\]]|^\s*示例[:：]/g,
  /文字描述[，,]?[^。]{0,20}在此处报告|^\s*[（(]?(?:文字描述|此处为文字描述)[)）]?[。.]?\s*$/g,
  // 收到申请____件
  /(?<=[\u4e00-\u9fff，、：:（(]\s?)(?:_{2,}|＿{2,})(?=\s?[\u4e00-\u9fff）)])/g,
  /[（(][\s\u3000]*[）)](?=\s*(?:件|条|次|篇|[%％]|年度|月份))/g,
]

/** Marks and words that were left from a template. */
export function templateResidues(text: string): readonly Slip[] {
  const found = residues.flatMap(pattern => slipsOf(text, pattern)).sort((a, b) => a.start - b.start)
  return found.filter(({ start, end }, index) => {
    const isWithin = found.slice(0, index).some(other => start < other.end)
    return !isWithin && !isQuoted(text, start, end)
  })
}

/** True between quotation marks and in a title, where letters stand for what they are. */
function isQuoted(text: string, start: number, end: number): boolean {
  return [
    ['“', '”'],
    ['‘', '’'],
    ['《', '》'],
    ['「', '」'],
  ].some(([open, close]) => {
    const opened = text.lastIndexOf(open!, start - 1)
    return opened >= 0 && text.lastIndexOf(close!, start - 1) < opened && text.indexOf(close!, end) >= 0
  })
}
