import type { LeftOut } from '../../document/problem.ts'
import { problemRule, type Text } from '../rule.ts'
import { plural, quoted } from '../words.ts'
import { readableCells } from './basis.ts'

export const leftOutText = problemRule({
  code: 'GJ016',
  name: 'left-out-text',
  problem: 'left-out-text',
  severity: 'warning',
  title: { zh: '文档中有没有读取的内容', en: 'Something in the document was not read' },
  basis: readableCells,
  why: {
    zh: '只读取正文和表格中看得见的文字；文本框、图片、嵌入的Excel表格等里面的数没有核对，缺了隐藏文字的格不当作数。',
    en: 'Only the text that shows in paragraphs and tables is read; figures in text boxes, pictures or embedded Excel tables were not checked, and a cell with hidden text in it is taken for no figure.',
  },
  advice: {
    zh: '请确认其中没有统计表的内容；如有，请改成表格里的普通文字，隐藏或加删除线的文字请删去或改为正常文字。',
    en: 'Make sure that nothing of the tables is in it; if so, turn it into plain text in a table, and delete hidden or struck-out text or make it plain.',
  },
  messages: {
    zh: ({ kind, count, text, isInCell }) =>
      sentenceOf(kind, isInCell).zh(count, text === '' ? '' : `“${quoted(text)}”`),
    en: ({ kind, count, text, isInCell }) =>
      sentenceOf(kind, isInCell).en(count, text === '' ? '' : `“${quoted(text)}”`),
  },
})

type Sentence = { readonly [Language in keyof Text]: (count: number, first: string) => string }

function sentenceOf(kind: LeftOut, isInCell: boolean): Sentence {
  return isInCell && kind !== 'frame' ? inCell[kind] : words[kind]
}

/** Of texts the beginning of the first is quoted. */
function texts(zh: string, one: string, many: string): Sentence {
  return {
    zh: (count, first) =>
      `有${count}处${zh}没有读取，${count > 1 ? '第一处' : ''}开头是${first}，请核对其中有没有表内的数。`,
    en: (count, first) =>
      count > 1
        ? `${count} ${many} were not read; the first begins with ${first}.`
        : `${one} was not read; it begins with ${first}.`,
  }
}

const words: Readonly<Record<LeftOut, Sentence>> = {
  'text-box': texts(
    '文本框或图形中的文字',
    'text in a text box or drawing',
    'texts in text boxes or drawings',
  ),
  formula: texts('公式', 'A formula', 'formulas'),
  hidden: texts('隐藏文字', 'Hidden text', 'hidden texts'),
  struck: texts('加了删除线的文字', 'Struck-out text', 'struck-out texts'),
  workbook: {
    zh: count => `有${count}个嵌入的Excel表格没有读取，请改成Word表格，或把它另存为xlsx单独核对。`,
    en: count =>
      `${count > 1 ? `${count} embedded Excel objects were` : 'An embedded Excel object was'} not read; convert it into a Word table, or save it as xlsx and check that.`,
  },
  'inserted-file': {
    zh: count => `有${count}处插入的文件没有读取，请用Word或WPS打开后重新保存。`,
    en: count =>
      `${count > 1 ? `${count} inserted files were` : 'An inserted file was'} not read; open the document in Word or WPS and save it again.`,
  },
  object: {
    zh: (count, first) =>
      `文档中没有表格，只有${count}个嵌入的对象${first && `（第一个是${first}）`}，没有读取。`,
    en: (count, first) =>
      `The document has no table; ${plural(count, 'embedded object')}${first && ` (the first is ${first})`} ${count > 1 ? 'were' : 'was'} not read.`,
  },
  picture: {
    zh: count => `文档中没有表格，有${count}张图片；图片中的表格不能读取，请改用Word表格。`,
    en: count =>
      `The document has no table but ${plural(count, 'picture')}; tables in pictures cannot be read, use Word tables instead.`,
  },
  frame: {
    zh: (_, first) =>
      `这个网页文件里没有表格，只指向另一个文件${first}，没有读取；请核对那个文件，或用Excel打开后另存为xlsx。`,
    en: (_, first) =>
      `The page has no table and only points to another file, ${first}, which was not read; check that file, or open the page in Excel and save it as xlsx.`,
  },
}

const toPlainText: Text = { zh: '请改成普通文字', en: 'make it plain text' }
const toDelete: Text = { zh: '请删去或改成普通文字', en: 'delete it or make it plain text' }

/** Of a cell of a table, by what it holds. */
const inCell: Readonly<Record<Exclude<LeftOut, 'frame'>, Sentence>> = {
  'text-box': cell('文本框或图形中的文字', 'text in a text box or drawing'),
  formula: cell('公式', 'a formula'),
  hidden: cell('隐藏文字', 'hidden text', toDelete),
  struck: cell('加了删除线的文字', 'struck-out text', toDelete),
  workbook: cell('嵌入的Excel表格', 'an embedded Excel object'),
  'inserted-file': cell('插入的文件', 'an inserted file'),
  object: cell('嵌入的对象', 'an embedded object'),
  picture: cell('图片或图形', 'a picture or drawing'),
}

/** What else the cell holds might be half of a figure. */
function cell(zh: string, en: string, todo: Text = toPlainText): Sentence {
  return {
    zh: (count, first) =>
      `本格有${zh}${first}${count > 1 ? `等${count}处` : ''}没有读取，本格的数没有用来核对；${todo.zh}。`,
    en: (count, first) =>
      `The cell holds ${en}${first && ` (${first})`}${count > 1 ? ` and ${count - 1} more` : ''} that was not read, so its figure was not used; ${todo.en}.`,
  }
}
