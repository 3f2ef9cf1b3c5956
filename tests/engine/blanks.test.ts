import { describe, expect, test } from 'vitest'
import { type EditionId, editionById } from '../../src/core/editions/index.ts'
import type { FileResult } from '../../src/core/index.ts'
import { balancedFigures, cellsOf, createDraw, type Figures } from '../../src/testing/balanced.ts'
import { shuffled } from '../constraints/small-tables.ts'
import { answersOf } from '../inference/answers.ts'
import type { Said } from '../inference/forms.ts'
import { checkFigures } from './check-figures.ts'

/** What is said of cells without a number: what they must be, that they may be 0, or that it cannot be told. */
describe.each(['2021', '2019'] as const)('edition %s', id => {
  const edition = editionById(id)!
  const totals = new Set(
    Object.values(edition.tables).flatMap(({ constraints }) =>
      constraints.flatMap(({ kind, subject }) => (kind.endsWith('-total') ? [subject] : [])),
    ),
  )

  test.each([
    ['', 1],
    ['/', 8],
    ['无', 9],
  ])('%j in a cell: it must be 0, must be that number, or may be 0', async (text, step) => {
    const figures = balancedFigures(id, 6)
    for (const [position, { ref, table }] of cellsOf(edition).entries()) {
      if (position % step > 0) continue
      const value = figures.get(ref)!
      const file = await checkFigures(id, new Map(figures).set(ref, text))
      expect(file.diagnostics, ref).toHaveLength(1)
      expect(file.causes).toEqual([])
      const [{ code, ref: at, data, message }] = file.diagnostics as [FileResult['diagnostics'][number]]
      expect(at).toBe(ref)
      const unfilled = text === '' ? 'GJ204' : 'GJ205'
      if (table === 'activeDisclosure') {
        expect(`${ref} ${code}`).toBe(`${ref} ${unfilled}`)
        expect(message).toMatch(/；没有的应填0。$/)
      } else if (value === '0') {
        expect(`${ref} ${code}`).toBe(`${ref} ${unfilled}`)
        expect(message).toMatch(/；按勾稽关系必为0，请填0。$/)
      } else if (totals.has(ref)) {
        expect(`${ref} ${code} ${data.sum}`).toBe(`${ref} GJ304 ${value}`)
      } else {
        expect(`${ref} ${code} ${data.lowest} ${data.highest}`).toBe(`${ref} GJ220 ${value} ${value}`)
      }
    }
  })

  test('a blank in any cell beside one wrong figure is never passed over, and what is said is what the oracle says', async () => {
    const form = edition.tables.requests
    const balanced = balancedFigures(id, 8)
    const draw = createDraw(4)
    for (const cell of form.cells.slice(0, form.size)) {
      if (cell.index % 4 > 0) continue
      const wrong = form.cells[(cell.index + 1 + draw(form.size - 1)) % form.size]!
      const figures = new Map(balanced)
        .set(wrong.ref, String(Number(balanced.get(wrong.ref)) + 1 + draw(5)))
        .set(cell.ref, '')
      const { oracle } = answersOf(form, saidIn(figures, id), id)
      const { sets, unknown } = oracle.parts[0]!
      const file = await checkFigures(id, figures)
      expect([unknown.get(cell.index), 'a total']).toContain(standingOf(file, cell.ref))
      expect(file.causes).toHaveLength(sets === null ? 0 : 1)
      expect(file.causes.flatMap(cause => cause.suspects.map(writtenIn))).toEqual(
        (sets ?? []).map(set => set.replace(/\d+(?==)/g, index => form.cells[Number(index)]!.ref)),
      )
    }
  })

  test('eight blanks: every number that is said to be forced is right, and every range holds the true one', async () => {
    const draw = createDraw(12)
    let told = 0
    for (let run = 0; run < 40; run++) {
      const balanced = balancedFigures(id, run)
      const refs = cellsOf(edition).map(({ ref }) => ref)
      const blanks = shuffled(refs.length, draw).slice(0, 8)
      const figures = new Map(balanced)
      for (const index of blanks) figures.set(refs[index]!, '')
      const file = await checkFigures(id, figures)
      expect(file.causes).toEqual([])
      for (const { code, ref, data } of file.diagnostics) {
        const value = Number(balanced.get(ref!))
        if (code === 'GJ220') {
          told++
          expect(Number(data.lowest)).toBeLessThanOrEqual(value)
          expect(Number(data.highest ?? value)).toBeGreaterThanOrEqual(value)
        }
        if (code === 'GJ304') expect(Number(data.sum)).toBeLessThanOrEqual(value)
      }
      const mentioned = new Set(
        file.diagnostics.flatMap(({ ref, related }) => [ref, ...related.map(each => each.ref)]),
      )
      for (const index of blanks) expect([...mentioned], refs[index]).toContain(refs[index])
    }
    expect(told).toBeGreaterThan(100)
  })
})

function saidIn(figures: Figures, id: EditionId): Said[] {
  const { cells, size } = editionById(id)!.tables.requests
  return cells.slice(0, size).map(({ ref }) => (figures.get(ref) === '' ? null : Number(figures.get(ref))))
}

/** In the oracle's words, what the file's diagnostics say of a blank; of a total they say what its items add up to. */
function standingOf({ diagnostics }: FileResult, ref: string): string | undefined {
  const own = diagnostics.filter(each => each.ref === ref && /GJ(204|220|304)/.test(each.code))
  expect(own.length, `${ref} ${diagnostics.map(each => each.message)}`).toBeGreaterThan(0)
  const [{ code, data, message }] = own as [FileResult['diagnostics'][number]]
  if (code === 'GJ304') return 'a total'
  if (code === 'GJ220')
    return data.lowest === data.highest ? `=${data.lowest}` : `${data.lowest}..${data.highest ?? ''}`
  if (message.includes('必为0')) return '=0'
  return message.includes('不能断定') ? undefined : 'open'
}

function writtenIn(explanation: FileResult['causes'][number]['suspects'][number]): string {
  return explanation.map(({ ref, expected }) => `${ref}=${expected ?? '*'}`).join(' ')
}
