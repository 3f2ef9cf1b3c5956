// Leaves of dist/types what the exported types lead to; the rest describes the inside.
import { readdirSync, readFileSync, rmSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'

const { exports } = JSON.parse(readFileSync('package.json', 'utf8'))
const wanted = new Set(Object.values(exports).flatMap(({ types }) => (types ? [resolve(types)] : [])))
// Grows while it is walked.
for (const file of wanted)
  for (const [, path] of readFileSync(file, 'utf8').matchAll(/(?:from |import\()['"](\.[^'"]+)['"]/g))
    wanted.add(resolve(dirname(file), path.replace(/\.js$/, '.d.ts').replace(/(?<!\.d)\.ts$/, '.d.ts')))

for (const entry of readdirSync('dist/types', { recursive: true, withFileTypes: true })) {
  const file = resolve(join(entry.parentPath, entry.name))
  if (entry.isFile() && !wanted.has(file)) rmSync(file)
}
