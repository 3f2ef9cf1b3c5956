import type { ProblemData } from '../../document/problem.ts'
import type { Text } from '../rule.ts'
import { quoted } from '../words.ts'

/** Every rule on waivers and baselines rests on this. */
export const acceptance: Text = {
  zh: '豁免只接受当时发现的那一个问题，数变了就不再适用',
  en: 'a waiver accepts the one finding it was made for, and not another number',
}

type Waived = Pick<ProblemData['unused-waiver'], 'file' | 'code' | 'ref'>

export function waiverZh({ file, code, ref }: Waived): string {
  return `对“${quoted(file)}”${ref && `中${ref}`}的${code}的豁免`
}

export function waiverEn({ file, code, ref }: Waived): string {
  return `The waiver of ${code}${ref && ` at ${ref}`} in “${quoted(file)}”`
}
