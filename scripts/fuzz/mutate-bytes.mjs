/** Changes of bytes that know nothing of the format. Each takes bytes and a draw, and gives new bytes. */

/** @param {readonly Uint8Array[]} others what pieces are taken from */
export function mutateBytes(bytes, draw, others = []) {
  let changed = bytes
  for (let times = 1 + (draw(3) === 0 ? draw(8) : 0); times > 0; times--) {
    if (changed.length === 0) return changed
    changed = pick(changes, draw)(changed, draw, others)
  }
  return changed
}

export function pick(list, draw) {
  return list[draw(list.length)]
}

const interesting = [
  0, 1, 2, 4, 0x7f, 0x80, 0xff, 0x100, 0x7fff, 0x8000, 0xffff, 0x7fffffff, 0x80000000, 0xffffffff,
]
/** Bytes after which nothing more is taken in, so that repeats stay small. */
const longest = 4_000_000

const changes = [
  flipBit,
  flipBit,
  setByte,
  setByte,
  setRun,
  truncate,
  behead,
  remove,
  repeat,
  swap,
  splice,
  setField,
]

function flipBit(bytes, draw) {
  const copy = bytes.slice()
  copy[draw(copy.length)] ^= 1 << draw(8)
  return copy
}

function setByte(bytes, draw) {
  const copy = bytes.slice()
  copy[draw(copy.length)] = draw(256)
  return copy
}

function setRun(bytes, draw) {
  const copy = bytes.slice()
  const at = draw(copy.length)
  for (let index = at; index < Math.min(copy.length, at + 1 + draw(32)); index++) copy[index] = draw(256)
  return copy
}

function truncate(bytes, draw) {
  return bytes.slice(0, draw(bytes.length))
}

function behead(bytes, draw) {
  return bytes.slice(draw(Math.min(bytes.length, 64)))
}

function block(bytes, draw) {
  const start = draw(bytes.length)
  return [start, Math.min(bytes.length, start + 1 + draw(draw(2) === 0 ? 16 : 2048))]
}

function remove(bytes, draw) {
  const [start, end] = block(bytes, draw)
  return join(bytes.subarray(0, start), bytes.subarray(end))
}

function repeat(bytes, draw) {
  const [start, end] = block(bytes, draw)
  const times = 1 + draw(draw(8) === 0 ? 500 : 4)
  if (bytes.length + (end - start) * times > longest) return bytes
  const piece = bytes.subarray(start, end)
  return join(bytes.subarray(0, end), ...Array(times).fill(piece), bytes.subarray(end))
}

function swap(bytes, draw) {
  const [first, second] = [block(bytes, draw), block(bytes, draw)].sort((a, b) => a[0] - b[0])
  const end = Math.min(first[1], second[0])
  return join(
    bytes.subarray(0, first[0]),
    bytes.subarray(...second),
    bytes.subarray(end, second[0]),
    bytes.subarray(first[0], end),
    bytes.subarray(second[1]),
  )
}

function splice(bytes, draw, others) {
  if (others.length === 0) return remove(bytes, draw)
  const other = pick(others, draw)
  return join(bytes.subarray(0, draw(bytes.length)), other.subarray(draw(other.length + 1)))
}

/** A number as containers and records write it: little-endian, 16 or 32 bits. */
function setField(bytes, draw) {
  const copy = bytes.slice()
  const width = draw(2) === 0 ? 2 : 4
  if (copy.length < width) return copy
  const view = new DataView(copy.buffer, copy.byteOffset, copy.byteLength)
  const at = draw(copy.length - width + 1)
  const nearby = draw(2) === 0
  if (width === 2)
    view.setUint16(at, nearby ? view.getUint16(at, true) + draw(9) - 4 : pick(interesting, draw), true)
  else view.setUint32(at, nearby ? view.getUint32(at, true) + draw(9) - 4 : pick(interesting, draw), true)
  return copy
}

export function join(...pieces) {
  const whole = new Uint8Array(pieces.reduce((sum, piece) => sum + piece.length, 0))
  let at = 0
  for (const piece of pieces) {
    whole.set(piece, at)
    at += piece.length
  }
  return whole
}
