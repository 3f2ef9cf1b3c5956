// Looks at the checking record in Debian's Chromium as people will: every page by itself, with nothing around it.
// Fails on what axe calls a violation, on whatever the browser complains of or loads, on a page that must be scrolled
// sideways, and on one that does not print. `--keep DIR` keeps pictures and the printed pages; paths are looked at in
// place of the usual pages.
import { execFileSync } from 'node:child_process'
import { accessSync, constants, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, delimiter, join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { parseArgs } from 'node:util'
import { chromium } from 'playwright-core'

const { values, positionals } = parseArgs({ options: { keep: { type: 'string' } }, allowPositionals: true })
const scratch = mkdtempSync(join(tmpdir(), 'gouji-pages-'))
if (values.keep) mkdirSync(values.keep, { recursive: true })

const demo = 'fixtures/demo/示例县'
const usual = () => [
  made('overview', ['fixtures/demo']),
  made('overview-en', ['fixtures/demo', '--lang', 'en']),
  made('single', [`${demo}/柳河镇2024年政府信息公开工作年度报告.csv`]),
  made('single-en', [`${demo}/民政局2024年政府信息公开工作年度报告.xlsx`, '--lang', 'en']),
  made('clean', [`${demo}/石桥镇2024年政府信息公开工作年度报告.csv`]),
  made('unreadable', ['fixtures/cases/cut-off.xlsx']),
  made('nothing', ['package.json', '--no-error-on-unmatched']),
  ...readdirSync('fixtures/reporters')
    .filter(file => file.endsWith('.html'))
    .map(file => join('fixtures/reporters', file)),
]

const pages = positionals.length > 0 ? positionals : usual()

/** Screens in CSS pixels: a desk, and what 400 % leaves of 1280 pixels. */
const widths = [1280, 320]
const axe = readFileSync('node_modules/axe-core/axe.min.js', 'utf8')
const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

const browser = await chromium.launch({ executablePath: onPath('chromium'), args: sandbox() })
console.log(
  `Chromium ${browser.version()}, axe ${JSON.parse(readFileSync('node_modules/axe-core/package.json')).version}`,
)
let failed = 0
for (const path of pages) {
  const complaints = await complaintsOf(path)
  failed += complaints.length > 0 ? 1 : 0
  console.log([`${complaints.length > 0 ? 'FAILED' : 'ok'}  ${basename(path)}`, ...complaints].join('\n    '))
}
await browser.close()
rmSync(scratch, { recursive: true })
console.log(`${pages.length} pages, ${failed} with complaints`)
process.exitCode = failed > 0 ? 1 : 0

/** The page that the command makes of files; the exit status is about them and not about the page. */
function made(name, args) {
  const path = join(scratch, `${name}.html`)
  const command = ['bin/gouji.js', 'check', ...args, '-f', `html:${path}`]
  try {
    execFileSync(process.execPath, command, {
      env: { ...process.env, SOURCE_DATE_EPOCH: '1767593000' },
      stdio: 'pipe',
    })
  } catch (error) {
    if (error.status !== 1) throw error
  }
  return path
}

async function complaintsOf(path) {
  const complaints = []
  const url = pathToFileURL(resolve(path)).href
  for (const width of widths) {
    // Without its policy lifted the page refuses axe itself, so what it refuses is looked at first.
    const page = await browser.newPage({ viewport: { width, height: 900 } })
    page.on('console', message => complaints.push(`console at ${width}: ${message.text()}`))
    page.on('pageerror', error => complaints.push(`error at ${width}: ${error.message}`))
    page.on('request', request => request.url() !== url && complaints.push(`loads ${request.url()}`))
    await page.goto(url)
    const { scroll, font, styled } = await page.evaluate(() => ({
      scroll: document.documentElement.scrollWidth - document.documentElement.clientWidth,
      font: Number.parseFloat(getComputedStyle(document.body).fontSize),
      styled: document.styleSheets.length,
    }))
    if (scroll > 0) complaints.push(`${scroll} pixels too wide at ${width}`)
    if (font < 16) complaints.push(`text of ${font} pixels`)
    if (styled !== 1) complaints.push('the policy refuses the style sheet')
    if (values.keep) await page.screenshot({ path: picture(path, `${width}.png`), fullPage: true })
    if (width === widths[0]) complaints.push(...(await printed(page, path)))
    await page.close()
    complaints.push(...(await violations(url, width)))
  }
  return complaints
}

async function violations(url, width) {
  const context = await browser.newContext({ viewport: { width, height: 900 }, bypassCSP: true })
  const page = await context.newPage()
  await page.goto(url)
  // Records out of sight are looked at, too.
  await page.addStyleTag({ content: 'article { content-visibility: visible !important }' })
  await page.evaluate(axe)
  const { violations, passes } = await page.evaluate(
    runOnly => window.axe.run(document, { runOnly, resultTypes: ['violations'] }),
    tags,
  )
  await context.close()
  if (passes.length === 0) return ['axe looked at nothing']
  return violations.flatMap(({ id, nodes }) =>
    nodes
      .slice(0, 3)
      .map(({ html, failureSummary }) => `axe ${id} at ${width}: ${html.slice(0, 200)} ${failureSummary}`),
  )
}

async function printed(page, path) {
  const pdf = await page.pdf({
    preferCSSPageSize: true,
    ...(values.keep ? { path: picture(path, 'pdf') } : {}),
  })
  const boxes = [...pdf.toString('latin1').matchAll(/\/MediaBox\s*\[\s*0 0 ([\d.]+) ([\d.]+)\s*\]/g)]
  const isA4 = ([, width, height]) => Math.abs(width - 595) < 2 && Math.abs(height - 842) < 2
  return boxes.length > 0 && boxes.every(isA4) ? [] : ['does not print on A4']
}

function picture(path, extension) {
  return join(values.keep, `${basename(path, '.html')}.${extension}`)
}

/** Root has no sandbox to give. */
function sandbox() {
  return process.getuid?.() === 0 ? ['--no-sandbox'] : []
}

function onPath(name) {
  const found = process.env.PATH.split(delimiter)
    .map(folder => join(folder, name))
    .find(isExecutable)
  if (!found) throw new Error(`${name} is not on the PATH; on Debian: apt-get install ${name}`)
  return found
}

function isExecutable(path) {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}
