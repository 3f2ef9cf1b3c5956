import type { LeftOut } from '../../document/problem.ts'
import { markHere, noteLeftOut, type Reading } from './reading.ts'
import { act, alternatives, type Effect, type Elements, skipped } from './walk.ts'

/** What stands beside the text or cannot be read as text: drawings, objects, formulas. They are noted, not read. */
export function leftOutElements(reading: Reading): Elements {
  const drawing = () => aside(reading, 'text-box')
  const insertedFile = act(() => {
    reading.leftOut.push({ kind: 'inserted-file', text: '', isTelling: true, mark: markHere(reading) })
  })
  return {
    'w:drawing': drawing,
    'w:pict': drawing,
    'w:object': drawing,
    // The reading of a character, above it.
    'w:rt': drawing,
    'm:oMath': () => aside(reading, 'formula'),
    'w:altChunk': insertedFile,
    'w:subDoc': insertedFile,
  }
}

function aside(reading: Reading, kind: 'text-box' | 'formula'): Effect {
  const mark = reading.paragraph?.mark ?? markHere(reading)
  let text = ''
  let program: string | null = null
  let isPicture = false
  const texts = () => ({
    text(more: string) {
      text += more
    },
  })
  const lines = () => ({
    close() {
      text += '\n'
    },
  })
  const picture = act(() => {
    isPicture = true
  })
  return {
    within: {
      ...alternatives(),
      'w:t': texts,
      'a:t': texts,
      'm:t': texts,
      'w:p': lines,
      'a:p': lines,
      'w:del': skipped,
      'w:moveFrom': skipped,
      'a:blip': picture,
      'v:imagedata': picture,
      'c:chart': picture,
      'o:OLEObject': act(element => {
        program = element.attribute('ProgID') ?? ''
      }),
    },
    close() {
      noteLeftOut(reading, kind, text, mark)
      const note = (of: LeftOut, about: string, isTelling: boolean) =>
        reading.leftOut.push({ kind: of, text: about, isTelling, mark })
      // An object shows itself as a picture.
      if (program !== null) note(workbooks.test(program) ? 'workbook' : 'object', program.slice(0, 100), true)
      else if (isPicture) note('picture', '', true)
      else if (text.trim() === '') note('picture', '', false)
    },
  }
}

/** By the name of the program, of Excel, WPS and LibreOffice. */
const workbooks = /^(?:excel|et|ket)\b|sheet|calc/i
