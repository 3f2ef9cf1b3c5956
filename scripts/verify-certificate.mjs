// Verifies `gouji explain FILE:REF -f json` without gouji (docs/certificates.md): verify-certificate.mjs [FILE]
import assert from 'node:assert/strict'
import { readFileSync, realpathSync } from 'node:fs'

const divisor = (a, b) => (b === 0n ? a : divisor(b, a % b))
const whole = (value, ref) => (value >= 0 ? BigInt(value) : assert.fail(`${ref}: no number of at least 0`))
const addUp = numbers => numbers.reduce((all, each) => all + each, 0n)
/** Throws at the first thing that is wrong. A state tells the number in a cell; null when the cell is free. */
export function verify({ cells, relations, claims }) {
  const cellOf = ref => (Object.hasOwn(cells, ref) ? cells[ref] : assert.fail(`no cell ${ref}`))
  const freed = set => ref => (set.includes(ref) || cellOf(ref) === 'invalid' ? null : cellOf(ref))
  const holds = (state, witness) => {
    const partOf = ({ ref, weight }) => BigInt(weight) * whole(state(ref) ?? witness[ref], ref)
    for (const { id, terms } of relations) assert(addUp(terms.map(partOf)) === 0n, `false witness: ${id}`)
  }
  // No numbers satisfy the sum: what is known and what is free are above 0 together, or there would be fractions.
  const refute = (state, times) => {
    const sum = {}
    for (const { id, terms } of relations)
      for (const { ref, weight } of terms) sum[ref] = (sum[ref] ?? 0n) + BigInt((times[id] ?? 0) * weight)
    const fixed = Object.keys(sum).filter(ref => sum[ref] !== 0n && state(ref) !== null)
    const free = Object.keys(sum).flatMap(ref => (state(ref) === null ? sum[ref] : []))
    const known = addUp(fixed.map(ref => sum[ref] * whole(state(ref), ref)))
    const isAbove = known > 0n && free.every(each => each >= 0n)
    assert(isAbove || known % (free.reduce(divisor, 0n) || 1n) !== 0n, 'a sum of relations refutes nothing')
    return { sum, isAbove, mending: fixed.filter(ref => !isAbove || sum[ref] < 0n || state(ref) > 0) }
  }
  const checks = {
    __proto__: null,
    consistent: ({ witness }) => holds(cellOf, witness),
    explanations({ size, sets, proof }) {
      const listed = sets.map(set => holds(freed(set.cells), set.witness) ?? [...set.cells].sort().join(' '))
      const keys = new Set([''])
      for (const key of keys) {
        if (listed.includes(key)) continue
        const set = key.split(' ').filter(Boolean)
        const mends = proof[key]?.map(by => refute(freed(set), by).mending) ?? assert.fail(`open: {${key}}`)
        if (new Set(mends.flat()).size < mends.flat().length || mends.length <= size - set.length)
          for (const ref of mends[0]) keys.add([...set, ref].sort().join(' '))
      }
    },
    deduction({ ref, free, lowest, highest, rise }) {
      const state = freed([...free, ref])
      const check = ({ value, witness, by }, step) => {
        holds(state, { ...witness, [ref]: value })
        if (value + step < 0) return
        const { sum, isAbove } = refute(each => (each === ref ? value + step : state(each)), by)
        assert(isAbove && sum[ref] * BigInt(step) > 0n, `${ref}: can go beyond ${value}`)
      }
      check(lowest, -1)
      assert(highest || rise[ref] > 0, `${ref}: does not rise`)
      return highest ? check(highest, 1) : holds(each => (state(each) === null ? null : 0), rise)
    },
  }
  return claims.map(claim => checks[claim.kind](claim) ?? claim.kind).join(', ') || 'nothing is claimed'
}
if (realpathSync(process.argv[1]) === import.meta.filename) {
  process.on('uncaughtException', ({ message }) => console.log(message) ?? process.exit(1))
  console.log(`verified: ${verify(JSON.parse(readFileSync(process.argv[2] ?? 0, 'utf8')))}`)
}
