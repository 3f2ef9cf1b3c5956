import { readdirSync, readFileSync } from 'node:fs'

/** The licences of the packages whose code stands in the bundles, which their terms want beside it. */
export function noticesOf(metafiles) {
  const outputs = metafiles.flatMap(({ outputs }) => Object.entries(outputs))
  const packed = outputs.filter(([path]) => path !== 'dist/testing.js')
  const inputs = packed.flatMap(([, { inputs }]) => Object.keys(inputs))
  const folders = new Set(inputs.flatMap(path => /^.*node_modules\/(?:@[^/]+\/)?[^/]+/.exec(path) ?? []))
  return [...folders]
    .sort()
    .map(noticeOf)
    .join(`\n${'-'.repeat(80)}\n\n`)
}

/** Some packages name their terms and come without the text. */
function noticeOf(folder) {
  const { name, version, license, author } = JSON.parse(readFileSync(`${folder}/package.json`, 'utf8'))
  const file = readdirSync(folder).find(each => /^licen[cs]e/i.test(each))
  const text = file ? readFileSync(`${folder}/${file}`, 'utf8') : `Copyright ${author?.name ?? author}`
  return `${name} ${version} (${license})\n\n${text.replaceAll('\r\n', '\n').trim()}\n`
}
