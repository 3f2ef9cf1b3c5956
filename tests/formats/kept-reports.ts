import { readdirSync, readFileSync } from 'node:fs'
import type { KeptReport } from '../../src/testing/figures.ts'

const folder = 'fixtures/figures'

/** By the names of their files. */
export const keptReports = readdirSync(folder)
  .filter(file => file.endsWith('.json'))
  .map(file => [file, JSON.parse(readFileSync(`${folder}/${file}`, 'utf8')) as KeptReport] as const)
