/** gouji for Node: everything of the core, and files. */

export * from './core/index.ts'
export { reporters } from './core/reporters/index.ts'
export { checkFiles } from './node/check-files.ts'
export { nodeHost } from './node/host.ts'
export { UserError } from './node/user-error.ts'
