// Slips of the hand. Each takes a figure as written and gives another writing of a number, or null where the slip
// cannot happen. No result starts with a 0 that the form would not have.

/** @typedef {(text: string, draw: (below: number) => number) => string | null} Slip */

/** @type {Record<string, Slip>} */
export const slips = {
  exchanged: (text, draw) => changeAt(text, draw, text.length - 1, at => text[at + 1] + text[at], 2),
  dropped: (text, draw) => (text.length < 2 ? null : changeAt(text, draw, text.length, () => '')),
  doubled: (text, draw) => changeAt(text, draw, text.length, at => text[at] + text[at]),
  added: (text, draw) => changeAt(text, draw, text.length + 1, () => String(draw(10)), 0),
  mistyped: (text, draw) => changeAt(text, draw, text.length, () => String(draw(10))),
}

/** Puts another text in place of `length` characters somewhere; tries a few places. */
function changeAt(text, draw, places, other, length = 1) {
  if (!/^\d+$/.test(text) || places < 1) return null
  for (let attempt = 0; attempt < 20; attempt++) {
    const at = draw(places)
    const changed = text.slice(0, at) + other(at) + text.slice(at + length)
    if (changed !== text && /^(0|[1-9]\d*)$/.test(changed)) return changed
  }
  return null
}

/** Any of the slips. */
export function mistype(text, draw) {
  const names = Object.keys(slips)
  return slips[names[draw(names.length)]](text, draw)
}
