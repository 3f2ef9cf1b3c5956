/** gouji for Node: everything of the core, and files. */

export * from './core/index.ts'
export { type ReporterName, render, reporterNames } from './core/reporters/index.ts'
export { checkFiles } from './node/check-files.ts'
export { nodeHost } from './node/host.ts'
export { UserError } from './node/user-error.ts'
