import { readdirSync } from 'node:fs'

/** Folders of files that are kept with what is said of each beside it, in `.out`. */
const folders = ['demo', 'cases', 'layouts', 'pages', 'office', 'found']

/** Their files, by path from the root of the project. */
export const fixtureFiles: readonly string[] = folders.flatMap(folder =>
  readdirSync(`fixtures/${folder}`, { recursive: true, encoding: 'utf8' })
    .filter(file => /\.(?!out$)[a-z]+$/.test(file))
    .map(file => `fixtures/${folder}/${file.replaceAll('\\', '/')}`),
)
