/** True for figures and words of the tables: text that must not be left out without a word. */
export function isTelling(text: string): boolean {
  return /[\p{Nd}〇一二三四五六七八九十①-⑳]|总计|其他|申请|公开|复议|诉讼|规章|规范性文件|许可|处罚|强制|收费/u.test(
    text,
  )
}
