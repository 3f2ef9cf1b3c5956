/** An entry of a file of waivers as it is written: what it must look like, and what it is for. */
export const waiverFields = {
  file: {
    fits: /^(?![/\\]|[A-Za-z]:|\.{1,2}(?:\/|$))./,
    about:
      '相对于本文件所在文件夹的路径，用 / 分隔 / the report, relative to the folder of this file, with /',
  },
  code: {
    fits: /^(?:GJ\d{3}|[a-z]+(?:-[a-z]+)*)$/,
    about: '规则的代码或名称 / the rule, by its code or name',
  },
  ref: {
    fits: /^(?:[A-Za-z]+(?:\.[A-Za-z]+)+)?$/,
    about: '数据项；与单元格无关的问题为空 / the cell; empty for what is about no cell',
  },
  value: {
    fits: /^/,
    about: '该格原文，或勾稽关系的两边 / the cell as written, or both sides of the relation, 20 ≠ 26',
  },
  reason: { fits: /\S/, about: '理由 / why it is accepted' },
  who: { fits: /\S/, about: '谁负责 / who answers for it' },
  until: {
    fits: /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])$/,
    about: '最后一天，例如 2026-12-31；可以不写 / the last day on which it holds; may be left out',
  },
} as const

type Field = keyof typeof waiverFields

export type WaiverEntry = Readonly<Record<Exclude<Field, 'until'>, string>> & { readonly until?: string }

/** True for what may stand under a key, and for no `until`. */
export function fitsField(field: Field, value: unknown): boolean {
  if (field === 'until' && value === undefined) return true
  return (
    typeof value === 'string' && waiverFields[field].fits.test(value) && (field !== 'until' || isDay(value))
  )
}

/** `2026-02-30` is none. */
function isDay(text: string): boolean {
  return new Date(`${text}T00:00:00Z`).toISOString().startsWith(text)
}
