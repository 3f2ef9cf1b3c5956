import type { Fact } from '../../model/fact.ts'
import { despiteUnknownEn, despiteUnknownZh, signed, written } from '../relation-words.ts'
import { type Relation, relationRule } from '../rule.ts'
import { cellName, cellNameInEnglish } from '../words.ts'

export const ownRelation = relationRule({
  code: 'GJ420',
  name: 'own-relation',
  kind: 'own',
  severity: 'error',
  title: { zh: '不符合配置中自定的关系', en: 'A relation of the settings does not hold' },
  basis: {
    zh: '配置文件 gouji.json 的 relations 中写明的依据',
    en: 'what relations in the file gouji.json say that they rest on',
  },
  why: {
    zh: '这一关系不是统一格式规定的，由本项目的配置文件写明。',
    en: 'The relation is not one of the form; the settings of this project state it.',
  },
  advice: {
    zh: '请核对两边的各个数；关系本身不适用的，修改配置文件的 relations。',
    en: 'Check the figures of both sides; where the relation does not apply, change relations in the settings.',
  },
  messages: {
    zh: relation => {
      const { own, constraint, evaluation } = relation
      const [left, right] = [ownSide(relation, 1, 'zh'), ownSide(relation, -1, 'zh')]
      const verb = constraint.relation === '=' ? '而' : '少于'
      const text = own?.message?.zh ?? `不符合关系“${own?.name}”`
      return `${text}：${left}，${verb}${right}，差${signed(evaluation.residual)}${despiteUnknownZh(relation)}。`
    },
    en: relation => {
      const { own, constraint, evaluation } = relation
      const [left, right] = [ownSide(relation, 1, 'en'), ownSide(relation, -1, 'en')]
      const verb = constraint.relation === '=' ? 'but' : 'less than'
      const text = own?.message?.en ?? `Relation “${own?.name}” does not hold`
      return `${text}: ${left}, ${verb} ${right}: off by ${signed(evaluation.residual)}${despiteUnknownEn(relation)}.`
    },
  },
})

interface SideWords {
  figure(fact: Fact): string
  readonly plus: string
  readonly equals: string
}

const sideWords: Readonly<Record<'zh' | 'en', SideWords>> = {
  zh: {
    figure: ({ cell, value }) => `${cellName(cell)}${value ? written(value) : '空'}`,
    plus: '＋',
    equals: '＝',
  },
  en: {
    figure: ({ cell, value }) => `${cellNameInEnglish(cell)} ${value ? written(value) : 'blank'}`,
    plus: ' + ',
    equals: ' = ',
  },
}

/** One side written out, with the tables, for the cells may be of several; without a sum where figures are not known. */
export function ownSide(
  { constraint, operands, evaluation }: Pick<Relation, 'constraint' | 'operands' | 'evaluation'>,
  weight: 1 | -1,
  language: 'zh' | 'en',
): string {
  const { figure, plus, equals } = sideWords[language]
  const terms = operands.filter((_, index) => constraint.terms[index]!.weight === weight)
  const total = written(weight > 0 ? evaluation.left : evaluation.right)
  const parts = terms.map(figure).join(plus)
  const isSummed = terms.length > 1 && terms.every(({ value }) => value !== null)
  return isSummed ? `${parts}${equals}${total}` : parts
}
