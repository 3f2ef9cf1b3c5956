/** A number, from 0, as a list of Word writes it; the decimal number in formats that are met in no report. */
export function writeNumber(value: number, format: string): string {
  switch (format) {
    case 'decimalZero':
      return String(value).padStart(2, '0')
    case 'decimalFullWidth':
    case 'decimalFullWidth2':
      return String(value).replace(/\d/g, digit => String.fromCharCode(digit.charCodeAt(0) + 0xfee0))
    case 'chineseCounting':
    case 'chineseCountingThousand':
    case 'japaneseCounting':
    case 'taiwaneseCounting':
    case 'taiwaneseCountingThousand':
      return count(value)
    case 'ideographDigital':
    case 'japaneseDigitalTenThousand':
    case 'taiwaneseDigital':
      return digits(value)
    case 'decimalEnclosedCircle':
    case 'decimalEnclosedCircleChinese':
      return enclosed(value, '①')
    case 'decimalEnclosedParen':
      return enclosed(value, '⑴')
    case 'decimalEnclosedFullstop':
      return enclosed(value, '⒈')
    case 'upperLetter':
    case 'lowerLetter':
      return letters(value, format === 'upperLetter' ? 'A' : 'a')
    default:
      return String(value)
  }
}

const chineseDigits = '〇一二三四五六七八九'

function digits(value: number): string {
  return String(value).replace(/\d/g, digit => chineseDigits[Number(digit)]!)
}

/** 十, 十一, 二十; lists of a report end before a hundred. */
function count(value: number): string {
  const [tens, ones] = [Math.floor(value / 10), value % 10]
  if (value >= 100 || value === 0) return digits(value)
  return `${tens > 1 ? chineseDigits[tens] : ''}${tens > 0 ? '十' : ''}${ones > 0 ? chineseDigits[ones] : ''}`
}

/** The characters go up to 20. */
function enclosed(value: number, first: string): string {
  return value >= 1 && value <= 20 ? String.fromCharCode(first.charCodeAt(0) + value - 1) : String(value)
}

/** Z is followed by AA and BB. */
function letters(value: number, first: string): string {
  if (value < 1 || value > 26 * 30) return String(value)
  const letter = String.fromCharCode(first.charCodeAt(0) + ((value - 1) % 26))
  return letter.repeat(Math.ceil(value / 26))
}
