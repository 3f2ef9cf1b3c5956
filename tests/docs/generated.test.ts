import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { editions } from '../../src/core/editions/index.ts'
import { rules } from '../../src/core/rules/index.ts'
import { nodeHost } from '../../src/node/host.ts'
import { documentation, generatedFiles } from '../../src/testing/documentation.ts'

/** What `npm run docs` would write is there already. */
const read = (path: string) => readFileSync(path, 'utf8').replaceAll('\r\n', '\n')

test.each([...generatedFiles()])('%s is up to date', (path, content) => {
  expect(read(path)).toBe(content)
})

test('the pages of the rules are up to date', async () => {
  const files = await documentation(read, nodeHost)
  const stale = [...files].filter(([path, content]) => read(path) !== content).map(([path]) => path)
  expect(stale).toEqual([])
})

test('no page and no schema is left over', () => {
  const paths = [...generatedFiles().keys(), ...rules.map(({ code }) => `docs/rules/${code}.md`)]
  const folders = ['docs/editions', 'docs/rules', 'man', 'man/zh_CN', 'schemas']
  const found = folders.flatMap(folder =>
    readdirSync(folder, { withFileTypes: true })
      .filter(entry => entry.isFile())
      .map(({ name }) => `${folder}/${name}`),
  )
  expect(found.sort()).toEqual(paths.sort())
})

test.each(editions)('the page of $id names every row, column and relation', edition => {
  const page = read(`docs/editions/${edition.id}.md`)
  for (const { rows, columns, constraints, subtotalConstraints } of Object.values(edition.tables)) {
    for (const { id, label, aliases, isSubtotal } of [...rows, ...columns]) {
      if (isSubtotal || id === '') continue
      for (const text of [`\`${id}\``, label, ...aliases]) expect(page).toContain(text)
    }
    for (const { id } of [...constraints, ...subtotalConstraints]) expect(page).toContain(`- \`${id}\``)
  }
})
