import { manPage } from '../cli/man-page.ts'
import { configJsonSchema } from '../core/config/config-schema.ts'
import { knownInConfig } from '../core/config/known.ts'
import { editions } from '../core/editions/index.ts'
import type { Host } from '../core/host.ts'
import { rules } from '../core/rules/index.ts'
import { jsonSchemas } from '../core/schemas/outputs.ts'
import { editionPage } from './edition-pages.ts'
import { ruleIndex, writeRulePage } from './rule-pages.ts'

/** Where the page of a rule stands. */
export function rulePagePath(code: string): string {
  return `docs/rules/${code}.md`
}

/** The files that are generated as a whole, by path. */
export function generatedFiles(): ReadonlyMap<string, string> {
  return new Map([
    ['docs/rules/README.md', ruleIndex()],
    ['man/gouji.1', manPage('en')],
    ['man/zh_CN/gouji.1', manPage('zh-CN')],
    ...editions.map(edition => [`docs/editions/${edition.id}.md`, editionPage(edition)] as const),
    ...Object.entries({ ...jsonSchemas(), 'config.schema.json': configJsonSchema(knownInConfig) }).map(
      ([name, schema]) => [`schemas/${name}`, `${JSON.stringify(schema, null, 2)}\n`] as const,
    ),
  ])
}

/**
 * All generated files, and the pages of the rules with their heads and outputs, by path.
 * @throws an Error that names the page when one is missing or cannot be run.
 */
export async function documentation(
  readPage: (path: string) => string,
  host: Host,
): Promise<ReadonlyMap<string, string>> {
  const files = new Map(generatedFiles())
  for (const rule of rules) {
    const path = rulePagePath(rule.code)
    try {
      files.set(path, await writeRulePage(rule, readPage(path), host))
    } catch (error) {
      throw new Error(`${path}: ${(error as Error).message}`, { cause: error })
    }
  }
  return files
}
