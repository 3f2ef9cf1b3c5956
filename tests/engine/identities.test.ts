import { describe, expect, test } from 'vitest'
import { editions } from '../../src/core/editions/index.ts'
import { checkSource, type FileResult } from '../../src/core/index.ts'
import { nodeHost } from '../../src/node/host.ts'
import { balancedFigures, createDraw } from '../../src/testing/balanced.ts'
import { keptReport } from '../../src/testing/figures.ts'
import { reportSheet } from '../../src/testing/laid-out.ts'
import { plainStyle, writeText } from '../../src/testing/write-text.ts'

/** Every identity of both forms, every cell in it, every way to spoil the cell: reported at that table. */

async function check(edition: string, figures: Map<string, string>): Promise<FileResult> {
  const bytes = writeText(reportSheet(keptReport(edition, figures)).rows, plainStyle)
  const checked = await checkSource(
    { path: '示例镇.csv', bytes },
    { language: 'zh-CN', profile: 'standard' },
    nodeHost,
  )
  if (checked.kind !== 'checked') throw new Error('skipped')
  return checked.file
}

const spoiled: Readonly<Record<string, (value: string) => string>> = {
  'one more': value => String(Number(value) + 1),
  'one less': value => String(Number(value) - 1),
  'minus one': () => '-1',
  'two and a half': () => '2.5',
  blank: () => '',
  text: () => '详见附件',
}

for (const edition of editions) {
  const id = edition.id as '2019' | '2021'
  const identities = Object.values(edition.tables).flatMap(table =>
    table.constraints.filter(constraint => constraint.relation === '='),
  )

  describe(`edition ${id}`, () => {
    test('has the identities of the form', () => {
      expect(identities).toHaveLength(id === '2019' ? 40 : 42)
    })

    test.each([1, 2, 3, 4, 5])(
      'a balanced report is silent and all its identities hold (seed %i)',
      async seed => {
        const file = await check(id, balancedFigures(id, seed))
        expect(file.diagnostics.map(({ code, message }) => `${code} ${message}`)).toEqual([])
        expect(file.relations).toEqual({ held: identities.length, failed: 0, unknown: 0 })
      },
    )

    for (const [name, spoil] of Object.entries(spoiled)) {
      test(`${name}, in each cell of each identity`, async () => {
        const refs = [...new Set(identities.flatMap(identity => identity.terms.map(term => term.ref)))]
        const draw = createDraw(7)
        const balanced = balancedFigures(id, draw(1000))
        for (const ref of refs) {
          const figures = new Map(balanced).set(ref, spoil(balanced.get(ref)!))
          const { diagnostics } = await check(id, figures)
          const table = ref.split('.')[0]!
          const own = diagnostics.filter(each => each.ref?.startsWith(`${table}.`))
          expect(own.length, `${ref} ${name}`).toBeGreaterThan(0)
          expect(
            diagnostics.filter(each => !each.ref?.startsWith(`${table}.`)),
            ref,
          ).toEqual([])
          if (name !== 'blank')
            expect(
              own.some(each => each.severity === 'error'),
              `${ref} ${name}`,
            ).toBe(true)
        }
      })
    }
  })
}
