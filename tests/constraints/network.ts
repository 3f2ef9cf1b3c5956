import type { Bounds, Equation, Oracle, Problem } from './problem.ts'

/**
 * Equations as a network: an equation is a node, a figure an arc that leaves one node and enters another, and figures
 * fit where a flow does. It tells what is possible in the forms themselves by maximum flow, which is exact.
 */
export interface Network {
  /** One more than there are equations: figures that stand in one only come from, or go to, the last. */
  readonly nodes: number
  /** By position; null for a figure that stands in no equation. */
  readonly arcs: readonly (Arc | null)[]
}

interface Arc {
  readonly from: number
  readonly to: number
}

/** @throws an Error when the equations are no network; one that follows from the others is to be left out. */
export function networkOf(equations: readonly Equation[], size: number): Network {
  const signs = signsOf(equations)
  const root = equations.length
  const arcs = Array.from({ length: size }, (_, index) => {
    let [from, to] = [root, root]
    for (const [node, { terms }] of equations.entries()) {
      const weight = terms.find(term => term.index === index)?.weight
      if (weight === undefined) continue
      if (weight * signs[node]! > 0 && from === root) from = node
      else if (weight * signs[node]! < 0 && to === root) to = node
      else throw new Error(`figure ${index} is no arc`)
    }
    return from === root && to === root ? null : { from, to }
  })
  return { nodes: root + 1, arcs }
}

/** +1 or −1 for each equation, so that a figure in two of them has both signs. */
function signsOf(equations: readonly Equation[]): number[] {
  const signs: number[] = []
  const visit = (node: number, sign: number) => {
    if (signs[node] !== undefined) return
    signs[node] = sign
    for (const { index, weight } of equations[node]!.terms)
      for (const [other, { terms }] of equations.entries()) {
        const own = other === node ? undefined : terms.find(term => term.index === index)?.weight
        if (own !== undefined) visit(other, own === weight ? -sign : sign)
      }
  }
  for (const node of equations.keys()) visit(node, 1)
  return signs
}

export function flowOracle({ nodes, arcs }: Network, { values, invalid }: Problem): Oracle {
  const isFree = (index: number) => values[index] === null || invalid.includes(index)
  const always = arcs.flatMap((arc, index) => (arc && isFree(index) ? [index] : []))
  const supply = new Float64Array(nodes)
  for (const [index, arc] of arcs.entries()) if (arc && !isFree(index)) move(supply, arc, values[index]!)

  const mendable = unsettledNodes({ nodes, arcs }, always, supply)

  return {
    isPossible: free => mendable(free) && flowWith(free) !== null,
    boundsOf(position, free): Bounds {
      const flow = flowWith(free)!
      const { from, to } = arcs[position]!
      const own = flow.get(position)!
      const others = new Map([...flow].filter(([index]) => index !== position))
      const lessened = own - push(others, from, to, own)
      const raisable = push(
        new Map([...flow].filter(([index]) => index !== position)),
        to,
        from,
        Number.POSITIVE_INFINITY,
      )
      return { lowest: lessened, highest: raisable === Number.POSITIVE_INFINITY ? null : own + raisable }
    },
  }

  /** What each free arc carries; null when nothing fits. */
  function flowWith(free: readonly number[]): Map<number, number> | null {
    const left = supply.slice()
    for (const index of free) if (!isFree(index)) move(left, arcs[index]!, -values[index]!)
    const flow = new Map([...always, ...free].map(index => [index, 0]))
    for (;;) {
      const source = left.findIndex(value => value < 0)
      if (source < 0) return flow
      const reached = reachedFrom(flow, source)
      const target = left.findIndex((value, node) => value > 0 && reached.has(node))
      if (target < 0) return null
      const amount = Math.min(-left[source]!, left[target]!, widthOf(reached, target, flow))
      send(reached, target, flow, amount)
      left[source]! += amount
      left[target]! -= amount
    }
  }

  /** Sends as much as fits from one node to another, `most` at most, and tells how much. */
  function push(flow: Map<number, number>, source: number, target: number, most: number): number {
    let sent = 0
    while (sent < most) {
      const reached = reachedFrom(flow, source)
      if (!reached.has(target)) break
      const amount = Math.min(most - sent, widthOf(reached, target, flow))
      if (amount === Number.POSITIVE_INFINITY) return amount
      send(reached, target, flow, amount)
      sent += amount
    }
    return sent
  }

  /** By node, the step by which it was reached. */
  type Reached = Map<number, { readonly index: number; readonly isForward: boolean } | null>

  function reachedFrom(flow: ReadonlyMap<number, number>, source: number): Reached {
    const reached: Reached = new Map([[source, null]])
    for (const node of reached.keys())
      for (const [index, amount] of flow) {
        const { from, to } = arcs[index]!
        if (from === node && !reached.has(to)) reached.set(to, { index, isForward: true })
        if (to === node && amount > 0 && !reached.has(from)) reached.set(from, { index, isForward: false })
      }
    return reached
  }

  function widthOf(reached: Reached, target: number, flow: ReadonlyMap<number, number>): number {
    let width = Number.POSITIVE_INFINITY
    for (const { index, isForward } of stepsTo(reached, target))
      if (!isForward) width = Math.min(width, flow.get(index)!)
    return width
  }

  function send(reached: Reached, target: number, flow: Map<number, number>, amount: number): void {
    for (const { index, isForward } of stepsTo(reached, target))
      flow.set(index, flow.get(index)! + (isForward ? amount : -amount))
  }

  function* stepsTo(reached: Reached, target: number) {
    let node = target
    for (let step = reached.get(node); step; step = reached.get(node)) {
      yield step
      node = step.isForward ? arcs[step.index]!.from : arcs[step.index]!.to
    }
  }
}

/**
 * A quick test that only rules out: nodes that the arcs free in any case join must add up to 0 together, or one of the
 * other free arcs must enter or leave them.
 */
function unsettledNodes(
  { nodes, arcs }: Network,
  always: readonly number[],
  supply: Float64Array,
): (free: readonly number[]) => boolean {
  const group = Array.from({ length: nodes }, (_, node) => node)
  for (const index of always) {
    const { from, to } = arcs[index]!
    const [old, kept] = [group[from], group[to]!]
    for (const [node, own] of group.entries()) if (own === old) group[node] = kept
  }
  const sums = new Map<number, number>()
  for (const [node, own] of group.entries()) sums.set(own, (sums.get(own) ?? 0) + supply[node]!)
  const unsettled = [...sums].flatMap(([own, sum]) => (sum === 0 ? [] : [own]))
  if (unsettled.length > 30) return () => false
  const bit = (own: number) => (unsettled.includes(own) ? 1 << unsettled.indexOf(own) : 0)
  const bits = arcs.map(arc => {
    if (!arc || group[arc.from] === group[arc.to]) return 0
    return bit(group[arc.from]!) | bit(group[arc.to]!)
  })
  const all = 2 ** unsettled.length - 1
  return free => {
    let touched = 0
    for (let at = 0; at < free.length; at++) touched |= bits[free[at]!]!
    return touched === all
  }
}

/** What leaves `from` counts there with plus, what enters `to` there with minus; the free arcs must bring all to 0. */
function move(supply: Float64Array, { from, to }: Arc, amount: number): void {
  supply[from]! += amount
  supply[to]! -= amount
}
