import type { XmlElement } from '../saxes.ts'
import { fieldElements } from './fields.ts'
import { lookElements, newLooks } from './looks.ts'
import { markHere, noteChange, noteLeftOut, type OpenParagraph, type Reading } from './reading.ts'
import { onLine, showRun } from './shown.ts'
import { addText } from './story.ts'
import { act, countOf, type Effect, type Elements, isOn, skipped } from './walk.ts'

/** Paragraphs, and the runs of text, fields and changes in them. */
export function textElements(reading: Reading): Elements {
  const character = (text: string) =>
    act((_, parent) => {
      // Elsewhere an element of this name is a property.
      if (parent === 'w:r') write(reading, text)
    })
  const note = act(element =>
    markNote(reading, /^(?:1|true|on)$/.test(element.attribute('customMarkFollows') ?? '')),
  )
  const deleted: Elements[string] = (_, parent) => {
    noteDeleted(reading, parent)
    return { isSkipped: true }
  }
  const inserted = act(() => noteChange(reading))
  return {
    'w:p': () => openParagraph(reading),
    'w:r': () => openRun(reading),
    'w:t': () => ({ text: text => write(reading, text) }),
    'w:tab': character('\t'),
    'w:ptab': character('\t'),
    'w:br': character('\n'),
    'w:cr': character('\n'),
    'w:noBreakHyphen': character('-'),
    'w:sym': act(element => write(reading, symbolOf(element))),
    'w:rPr': act((_, parent) => {
      reading.styled = parent
    }),
    'w:rStyle': act(element => {
      if (reading.styled === 'w:r' && reading.run) reading.run.style = element.attribute('val') ?? null
    }),
    'w:footnoteReference': note,
    'w:endnoteReference': note,
    'w:del': deleted,
    'w:moveFrom': deleted,
    'w:ins': inserted,
    'w:moveTo': inserted,
    ...lookElements(() => (reading.styled === 'w:r' && reading.run ? reading.run.looks : null)),
    ...fieldElements(reading),
    ...controlElements(reading),
    ...listElements(reading),
    ...formerProperties,
  }
}

/** What changes of the layout keep of the time before. */
const formerProperties: Elements = Object.fromEntries(
  ['pPr', 'rPr', 'tblPr', 'tblPrEx', 'tblGrid', 'trPr', 'tcPr', 'sectPr', 'numbering'].map(name => [
    `w:${name}Change`,
    skipped,
  ]),
)

function listElements(reading: Reading): Elements {
  const set = (change: (paragraph: OpenParagraph, value: string) => void) =>
    act(element => {
      if (reading.paragraph) change(reading.paragraph, element.attribute('val') ?? '')
    })
  return {
    'w:pStyle': set((paragraph, value) => {
      paragraph.style = value
    }),
    'w:numId': set((paragraph, value) => {
      paragraph.list = value
    }),
    'w:ilvl': set((paragraph, value) => {
      paragraph.level = countOf(value, 8)
    }),
  }
}

/** Controls say what to fill in until that is done. */
function controlElements(reading: Reading): Elements {
  return {
    'w:sdt': () => {
      const { isPlaceholder } = reading
      reading.isPlaceholder = false
      return {
        close() {
          reading.isPlaceholder = isPlaceholder
        },
      }
    },
    'w:sdtPr': () => ({
      within: {
        'w:rPr': skipped,
        'w:showingPlcHdr': act(element => {
          reading.isPlaceholder = isOn(element)
        }),
      },
    }),
  }
}

function openRun(reading: Reading): Effect {
  const { run: around } = reading
  reading.run = { looks: newLooks(), style: null, isMark: false, shown: null }
  return {
    close() {
      reading.run = around
    },
  }
}

function openParagraph(reading: Reading): Effect {
  const { paragraph: around } = reading
  const paragraph: OpenParagraph = {
    text: '',
    height: null,
    code: '',
    unread: { hidden: '', struck: '' },
    style: null,
    list: null,
    level: null,
    isJoined: false,
    mark: markHere(reading),
  }
  reading.paragraph = paragraph
  return {
    close() {
      endParagraph(reading, paragraph)
      reading.paragraph = around
    },
  }
}

function endParagraph(reading: Reading, paragraph: OpenParagraph): void {
  const { story, fields, codes, numbering } = reading
  const { style, list, level, mark } = paragraph
  // A field whose code never ends is none.
  const text = story.carried + paragraph.text + (codes > 0 ? paragraph.code : '')
  if (codes > 0) {
    fields.length = 0
    reading.codes = 0
  }
  for (const kind of ['hidden', 'struck'] as const)
    if (paragraph.unread[kind] !== '') noteLeftOut(reading, kind, paragraph.unread[kind], mark)
  story.carried = paragraph.isJoined ? text : ''
  if (!paragraph.isJoined) addText(story, (story.isCovered() ? '' : numbering({ style, list, level })) + text)
}

function write(reading: Reading, text: string): void {
  const { paragraph, codes, story, isPlaceholder } = reading
  if (isPlaceholder || text === '') return
  if (!paragraph) addText(story, text)
  else if (codes > 0) paragraph.code += text
  else writeShown(reading, paragraph, text)
}

/** The mark of a note is no part of the figure it stands at. */
function writeShown(reading: Reading, paragraph: OpenParagraph, text: string): void {
  const { run, styles, isInCell } = reading
  if (run)
    run.shown ??= showRun(styles, {
      paragraphStyle: paragraph.style,
      style: run.style,
      looks: run.looks,
      isInCell,
    })
  const unread = run?.shown?.unread
  if (unread) {
    paragraph.unread[unread] += text
    return
  }
  const height = run?.isMark ? 'mark' : (run?.shown?.height ?? onLine)
  if (height !== paragraph.height && paragraph.text !== '') paragraph.text += ' '
  paragraph.text += text
  paragraph.height = height
}

/** The number of a note is not in the text; a mark of its own follows the reference. */
function markNote({ paragraph, run }: Reading, hasOwnMark: boolean): void {
  if (paragraph) paragraph.height = null
  if (run) run.isMark = hasOwnMark
}

/** Deleted text needs no more; a deleted row or end of a paragraph is an element of its properties. */
function noteDeleted(reading: Reading, parent: string): void {
  noteChange(reading)
  if (parent === 'w:trPr' && reading.row) reading.row.isDeleted = true
  if (parent === 'w:rPr' && reading.styled === 'w:pPr' && reading.paragraph) reading.paragraph.isJoined = true
}

/** Symbol has the digits of ASCII; what else a font draws in the private area cannot be known. */
function symbolOf(element: XmlElement): string {
  const code = Number.parseInt(element.attribute('char') ?? '', 16)
  const isDigit = /^symbol$/i.test(element.attribute('font') ?? '') && code >= 0xf030 && code <= 0xf039
  if (isDigit) return String.fromCharCode(code - 0xf000)
  const isKnown = code >= 0x20 && code < 0xd800
  return isKnown ? String.fromCharCode(code) : '□'
}
