import type { Language } from '../diagnostics/diagnostic.ts'

const names: Readonly<Record<string, Readonly<Record<Language, string>>>> = {
  activeDisclosure: { 'zh-CN': '表二', en: 'Table 2' },
  requests: { 'zh-CN': '表三', en: 'Table 3' },
  reviewLitigation: { 'zh-CN': '表四', en: 'Table 4' },
  own: { 'zh-CN': '自定的关系', en: 'Relations of the settings' },
}

export function tableName(table: string, language: Language): string {
  return names[table]?.[language] ?? table
}
