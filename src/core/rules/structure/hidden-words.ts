import type { Hidden } from '../../document/problem.ts'

/** Which of two things of the same kind cannot be seen; nothing when both can. */
export function hiddenZh(hidden: Hidden | undefined): string {
  if (!hidden) return ''
  return hidden.row === null
    ? `（其中一份在隐藏的工作表“${hidden.sheet}”中）`
    : `（其中一份在隐藏的第${hidden.row}行）`
}

export function hiddenEn(hidden: Hidden | undefined): string {
  if (!hidden) return ''
  return hidden.row === null
    ? ` (one of them is on the hidden sheet “${hidden.sheet}”)`
    : ` (one of them is in the hidden row ${hidden.row})`
}
