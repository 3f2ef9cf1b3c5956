/** Text with the offsets in the file of its first and last character. */
export interface PlacedText {
  readonly text: string
  readonly span: readonly [start: number, end: number]
}

/** Text that runs on through inline elements, until a block begins or ends. */
export interface Run {
  /** Blanks run together into one, as a browser shows them; hard blanks stay. */
  add(text: string, start: number, end: number): void
  /** As it is, blanks too. */
  addWhole(text: string, start: number, end: number): void
  /** As if a blank stood here. */
  setOff(): void
  /** A line break; a second one ends the paragraph. */
  breakLine(): void
  /** What has run up since the last time. */
  take(): PlacedText | null
}

/** `source` is the file's text; `emit` gets each paragraph that ends within the run. */
export function createRun(source: string, emit: (paragraph: PlacedText) => void): Run {
  let pieces: string[] = []
  let [start, end] = [0, 0]
  let breaks = 0
  let isBlankPending = false

  const take = () => {
    const taken = pieces.length > 0 ? { text: pieces.join(''), span: [start, end] as const } : null
    pieces = []
    breaks = 0
    isBlankPending = false
    return taken
  }
  const endParagraph = () => {
    const taken = take()
    if (taken) emit(taken)
  }
  const addWhole = (text: string, from: number, to: number) => {
    ;[start, end] = pieces.length === 0 ? [from, to] : [Math.min(start, from), Math.max(end, to)]
    pieces.push(text)
  }
  return {
    add(text, from, to) {
      const words = text.split(/[\t\n\f\r ]+/)
      const [startsBlank, endsBlank] = [words[0] === '', words.at(-1) === '']
      if (startsBlank) words.shift()
      if (endsBlank) words.pop()
      if (words.length === 0) {
        isBlankPending = true
        return
      }
      let [first, last] = [from, to]
      while (first < last && isBlank(source.charCodeAt(first))) first++
      while (last > first && isBlank(source.charCodeAt(last - 1))) last--
      if (breaks > 1 || isCut(first)) endParagraph()
      if (pieces.length > 0 && breaks > 0) pieces.push('\n')
      else if (pieces.length > 0 && (isBlankPending || startsBlank)) pieces.push(' ')
      breaks = 0
      addWhole(words.join(' '), first, last)
      isBlankPending = endsBlank
    },
    addWhole(text, from, to) {
      if (breaks > 0) endParagraph()
      else if (pieces.length > 0 && isBlankPending) pieces.push(' ')
      isBlankPending = false
      addWhole(text, from, to)
    },
    setOff() {
      isBlankPending = true
    },
    breakLine() {
      if (pieces.length > 0) breaks++
    },
    take,
  }

  /** True where tags of cells stand outside of any table: a browser ignores them, but their figures are not one. */
  function isCut(next: number): boolean {
    return pieces.length > 0 && next > end && /<\/?(?:td|th|tr|table)[\s/>]/i.test(source.slice(end, next))
  }
}

function isBlank(code: number): boolean {
  return code === 0x20 || (code >= 0x09 && code <= 0x0d && code !== 0x0b)
}
