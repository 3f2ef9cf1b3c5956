import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { checkSource } from '../../src/core/index.ts'
import { nodeHost } from '../../src/node/host.ts'
import type { KeptReport } from '../../src/testing/figures.ts'
import { harmlessTexts } from '../../src/testing/harmless-texts.ts'
import { layOut } from '../../src/testing/laid-out.ts'
import { reportWriters } from '../../src/testing/report-writers.ts'

/** Figures of published reports beside texts that say what the published ones say of them, right and wrong. */
const reports = ['office-2019', 'city-2023', 'city-2024']
/** A page that Excel saves holds tables alone; figures with a blank behind each digit may be several, and are not read. */
const isOther = (name: string) => name === 'excel' || name === 'wide-blanks'
const writers = reportWriters.filter(
  ({ name, extension }) => ['txt', 'docx', 'html', 'md'].includes(extension) && !isOther(name),
)

for (const name of reports)
  test.each(writers.map(writer => [`${writer.extension}, ${writer.name}`, writer] as const))(
    `${name} as %s`,
    async (_, { extension, write }) => {
      const report: KeptReport = JSON.parse(readFileSync(`fixtures/figures/${name}.json`, 'utf8'))
      const said = readFileSync(`fixtures/narrative/${name}.txt`, 'utf8').trimEnd().split('\n')
      const texts = harmlessTexts(
        report,
        said.map(line => {
          const [section, text] = line.split('\t') as [string, string]
          return { kind: 'say', section, text }
        }),
      )
      const source = { path: `年报.${extension}`, bytes: write(layOut(report, texts)), isNamed: true }
      const outputs = await Promise.all(
        (['zh-CN', 'en'] as const).map(async language => {
          const checked = await checkSource(source, { language, profile: 'standard' }, nodeHost)
          if (checked.kind === 'skipped') throw new Error('passed over')
          const own = checked.file.diagnostics.filter(({ code }) => /^GJ71\d$/.test(code))
          return own
            .map(({ code, severity, message }) => `${severity} ${code} ${message}\n`)
            .sort()
            .join('')
        }),
      )
      await expect(outputs.join('\n')).toMatchFileSnapshot(`../../fixtures/narrative/${name}.out`)
    },
  )
