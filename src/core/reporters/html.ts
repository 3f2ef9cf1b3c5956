import { outputStarts } from '../name.ts'
import { base64Digest } from '../text/fingerprint.ts'
import { bodyWords } from './body-words.ts'
import { contextOf, type PageContext } from './page/context.ts'
import { type Markup, html as markup } from './page/markup.ts'
import { type NumberedFile, overviewOf, worstFirst } from './page/overview.ts'
import { recordOf } from './page/record.ts'
import { type Footer, styleSheetIn } from './page/style-sheet.ts'
import type { Reporter } from './reporter.ts'

/**
 * The checking record (核对表): a page to be read, printed, signed and filed. It holds all it needs, runs nothing and
 * loads nothing. One file is its own record; of more there is an overview first.
 */
export const html: Reporter = (result, { time }) => {
  const context = contextOf(result, time)
  const { words, tool } = context
  const files = worstFirst(result.files)
  const [only] = files
  if (only?.file.role === 'report' && files.length === 1 && result.skipped.length === 0) {
    const heading = (text: string) => markup`<h2>${text}</h2>`
    const main = markup`<main><h1>${words.title}</h1>
${recordOf(only.file, only.entries, heading, context)}</main>`
    return page(titleOf(only, context), main, [footerOf(only, null, tool)], context)
  }
  const main = markup`<main><h1 id="top">${words.overviewTitle}</h1>
${overviewOf(result, files, context)}
${files.map(file => articleOf(file, context))}</main>`
  const footers = files.map(each => footerOf(each, `f${each.number}`, tool))
  return page(words.overviewTitle, main, [{ id: null, text: tool }, ...footers], context)
}

function footerOf({ file }: NumberedFile, id: string | null, tool: string): Footer {
  return { id, text: file.record ? `${tool}  SHA-256 ${file.record.sha256}` : tool }
}

/** One of many records, which begins a page when it is printed. */
function articleOf(numbered: NumberedFile, context: PageContext): Markup {
  const { words } = context
  const { file, entries, number } = numbered
  const heading = (text: string) => markup`<h3>${text}</h3>`
  return markup`<article id="f${number}" aria-labelledby="t${number}">
<h2 id="t${number}">${number}. ${titleOf(numbered, context)}</h2>
${recordOf(file, entries, heading, context)}
<p class="back"><a href="#top">${words.toOverview}</a></p>
</article>
`
}

function titleOf({ file }: NumberedFile, { words, sheet }: PageContext): string {
  if (file.role === 'settings') return `${sheet.settings} ${file.path}`
  const subject = [file.body, file.year].filter(each => each !== null).join(' ')
  return `${words.recordTitle}${sheet.colon}${subject || file.path}`
}

function page(
  title: string,
  body: Markup,
  footers: readonly Footer[],
  { language, tool, words }: PageContext,
): string {
  const styleSheet = styleSheetIn(words, bodyWords[language], footers)
  const policy = `default-src 'none'; style-src 'sha256-${base64Digest(styleSheet)}'; base-uri 'none'; form-action 'none'`
  const { markup: text } = markup`${{ markup: outputStarts.page }}<html lang="${language}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width">
<meta name="referrer" content="no-referrer">
<meta name="generator" content="${tool}">
<title>${title}</title>
<style>${{ markup: styleSheet }}</style>
</head>
<body>
${body}
</body>
</html>
`
  return text
}
