import { expect, test } from 'vitest'
import { createDraw } from '../../src/testing/balanced.ts'
import { answersOf } from './answers.ts'
import { type BalancedTable, generatedTable, keptTables, type Said } from './forms.ts'
import { explanationsOf, inferred } from './inferred.ts'

/** 表四: each total stands alone, so that an error there can never be laid at one cell for certain. */
const tables = [...keptTables('reviewLitigation'), generatedTable('reviewLitigation', '2021', 1)]

test.each(tables.map(table => [table.name, table] as const))(
  'in %s every cell that could be wrong is named, and none for certain',
  (_, { form, edition, values }) => {
    for (const [index, value] of values.entries())
      for (const wrong of [value + 1, value + 30, Math.max(value - 1, 0)]) {
        if (wrong === value) continue
        const said = values.map((each, at) => (at === index ? wrong : each))
        const { causes } = inferred(form, said, edition)
        const { operands } = form.constraints.find(each => each.operands.some(o => o.index === index))!
        const surplus = operands.reduce((sum, { weight, index }) => sum + weight * said[index]!, 0)
        const candidates = operands
          .map(({ weight, index }) => [index, said[index]! - weight * surplus] as const)
          .filter(([, corrected]) => corrected >= 0)
          .sort(([a], [b]) => a - b)
          .map(([position, corrected]) => `${position}=${corrected}`)
        expect(causes.map(explanationsOf)).toEqual([candidates])
        expect(candidates).toContain(`${index}=${value}`)
      }
  },
)

test('with blanks, text and impossible figures: what the oracle says', () => {
  const draw = createDraw(9)
  for (let run = 0; run < 400; run++) {
    const { form, edition, values }: BalancedTable = tables[run % tables.length]!
    const said = values.map((value): Said => {
      const kind = draw(12)
      if (kind < 2) return null
      return [value + 1 + draw(9), draw(4), -1 - draw(3), 1.5, '/', '详见附件'][kind - 2] ?? value
    })
    const { code, oracle, faults } = answersOf(form, said, edition)
    expect(code, JSON.stringify(said)).toEqual(oracle)
    expect(faults).toEqual([])
  }
})
