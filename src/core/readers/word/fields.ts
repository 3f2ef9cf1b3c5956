import { markHere, noteLeftOut, type OpenField, type Reading } from './reading.ts'
import { act, type Elements } from './walk.ts'

/** Fields have a code, which is no text, and a result, which is. */
export function fieldElements(reading: Reading): Elements {
  return {
    'w:fldChar': act(element => changeField(reading, element.attribute('fldCharType'))),
    'w:fldSimple': element => {
      const field = openField(reading, element.attribute('instr') ?? '')
      return { close: () => noteDrawn(reading, field) }
    },
    'w:instrText': () => ({
      text(text) {
        const field = reading.fields.at(-1)
        if (field?.isInCode && field.code.length < 200) field.code += text.slice(0, 200)
      },
    }),
  }
}

function openField({ paragraph }: Reading, code: string): OpenField {
  return { isInCode: true, code, paragraph, length: paragraph?.text.length ?? 0 }
}

function changeField(reading: Reading, type: string | undefined): void {
  const { fields, paragraph } = reading
  if (type === 'begin') {
    fields.push(openField(reading, ''))
    reading.codes++
    return
  }
  const field = fields.at(-1)
  if (field?.isInCode) reading.codes--
  if (field) field.isInCode = false
  if (type === 'end') fields.pop()
  if (reading.codes === 0 && paragraph) paragraph.code = ''
  if (type === 'end' && field) noteDrawn(reading, field)
}

/** Some fields are drawn by their code, such as a figure in a circle, and have no result. */
function noteDrawn(reading: Reading, { code, paragraph, length }: OpenField): void {
  const hasResult = reading.paragraph !== paragraph || (paragraph?.text.length ?? 0) > length
  if (hasResult || reading.codes > 0 || !drawn.test(code)) return
  noteLeftOut(reading, 'formula', code, paragraph?.mark ?? markHere(reading))
}

const drawn = /^\s*(?:=|(?:EQ|SYMBOL|MACROBUTTON|FORMDROPDOWN|AUTONUM(?:LGL|OUT)?|LISTNUM)\b)/i
