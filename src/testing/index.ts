/** What tests, benches and the documentation build their reports with. Not part of the package. */

export { editionById, tableIds } from '../core/editions/index.ts'
export { writeWorkbook } from '../core/readers/sheetjs.ts'
export { jsonSchemas } from '../core/schemas/outputs.ts'
export { formSheet } from '../core/templates/index.ts'
export { balancedFigures, cellsOf, createDraw, type Draw, type Figures } from './balanced.ts'
export { documentation, generatedFiles, rulePagePath } from './documentation.ts'
export { type Block, type ExampleOutput, runExample } from './examples.ts'
export { figureOf, type KeptReport, keptReport, reportSheet, tablesOf, titleOf } from './figures.ts'
export { type Example, type RulePage, readRulePage, ruleHead, writeRulePage } from './rule-pages.ts'
export { encode, plainStyle, type TextStyle, writeText } from './write-text.ts'
