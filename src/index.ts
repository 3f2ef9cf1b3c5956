/** gouji for Node: everything of the core, and files. */

export * from './core/api/index.ts'
// What stands here by name goes before what the lists above call the same.
export { editions, type Fixed, render, rules } from './core/api/index.ts'
export * from './core/index.ts'
export { annotate, check, fix, type NodeOptions, parse } from './node/api.ts'
export { checkFiles } from './node/check-files.ts'
export type { Input } from './node/find-inputs.ts'
export { nodeHost } from './node/host.ts'
export { UserError } from './node/user-error.ts'
