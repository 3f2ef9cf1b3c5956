/** gouji for Node: everything of the core; what takes sources there takes paths here, and needs no host. */

export * from './core/api/index.ts'
// What stands here by name goes before what the core calls the same.
export { annotate, check, fix, type Input, type NodeOptions, parse } from './node/api.ts'
export { UserError } from './node/user-error.ts'
