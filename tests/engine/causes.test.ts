import { expect, test } from 'vitest'
import { editionById } from '../../src/core/editions/index.ts'
import { type FileResult, resultOf } from '../../src/core/index.ts'
import { render } from '../../src/core/reporters/index.ts'
import { checkOutput } from '../../src/core/schemas/outputs.ts'
import { balancedFigures, createDraw, type Figures } from '../../src/testing/balanced.ts'
import { generatedTable } from '../inference/forms.ts'
import { fewErrors, manyErrors } from '../inference/spoilers.ts'
import { checkFigures } from './check-figures.ts'

/** The causes of a whole report, spoiled in every way that there is. */
const spoilers = { ...fewErrors, ...manyErrors }
const isRelationFailed = ({ code }: { readonly code: string }) => /^GJ(30[1237]|401|20[12])$/.test(code)

function spoiledFigures(name: string, edition: '2019' | '2021', seed: number): Figures {
  const table = generatedTable('requests', edition, seed)
  const figures = balancedFigures(edition, seed)
  for (const [index, value] of spoilers[name]!(table, createDraw(seed)).entries())
    figures.set(table.form.cells[index]!.ref, value === null ? '' : String(value))
  return figures
}

test.each(Object.keys(spoilers))(
  '%s: every error of the table is in a cause, in both languages and in JSON',
  async name => {
    for (const [edition, seed] of [
      ['2021', 3],
      ['2019', 5],
    ] as const) {
      const figures = spoiledFigures(name, edition, seed)
      for (const language of ['zh-CN', 'en'] as const) {
        const file = await checkFigures(edition, figures, language)
        const { causes, diagnostics } = file
        const inCause = new Set(causes.flatMap(cause => cause.diagnostics))
        for (const [index, diagnostic] of diagnostics.entries())
          if (isRelationFailed(diagnostic)) expect([...inCause], diagnostic.message).toContain(index)
        for (const cause of causes) {
          expect(cause.diagnostics.length).toBeGreaterThan(0)
          expect(cause.diagnostics).toEqual([...new Set(cause.diagnostics)].sort((a, b) => a - b))
          expect(cause.complete).toBe(cause.suspects.length > 0)
          expect(`${cause.message} ${cause.notes.join(' ')}`).not.toMatch(/undefined|NaN|null|\[object/)
          const isCertain = cause.suspects.length === 1 && cause.suspects[0]!.length === 1
          expect(cause.ref).toBe(isCertain ? cause.suspects[0]![0]!.ref : null)
        }
        const printed = JSON.parse(await render(resultOfFile(file, language), 'json'))
        expect(checkOutput.parse(printed)).toEqual(printed)
        for (const reporter of ['pretty', 'unix'] as const)
          expect(await render(resultOfFile(file, language), reporter)).not.toMatch(/undefined|NaN|\[object/)
      }
    }
  },
)

test.each(Object.keys(fewErrors))(
  '%s: following any of the answers, nothing is wrong any more',
  async name => {
    for (const seed of [1, 2]) {
      const figures = spoiledFigures(name, '2021', seed)
      const { causes } = await checkFigures('2021', figures)
      for (const choice of [0, -1]) {
        const mended = new Map(figures)
        for (const { suspects } of causes)
          for (const { ref, expected } of suspects.at(choice) ?? []) mended.set(ref, expected ?? '')
        const after = await checkFigures('2021', mended)
        expect(after.causes.map(({ message }) => message)).toEqual([])
        expect(after.relations.failed).toBe(0)
      }
    }
  },
)

function resultOfFile(file: FileResult, language: 'zh-CN' | 'en') {
  return resultOf([file], [], { language, profile: 'standard' })
}

test('the cells of the form are what suspects are named by', async () => {
  const ref = 'requests.outcomes.granted.legalEntity.business'
  const figures = new Map(balancedFigures('2021', 1))
  const value = figures.get(ref)!
  figures.set(ref, `${value}7`)
  const { causes } = await checkFigures('2021', figures)
  expect(editionById('2021')!.tables.requests.cells.some(cell => cell.ref === ref)).toBe(true)
  expect(causes).toMatchObject([
    {
      ref,
      severity: 'error',
      complete: true,
      message: `表三“（一）予以公开”行“商业企业”列填${value}7，应为${value}（多了一位数字）：只改这一格，有关勾稽关系就都成立。`,
      suspects: [[{ ref, actual: `${value}7`, expected: value }]],
    },
  ])
})
