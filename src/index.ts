/** gouji for Node: everything of the core, and files. */

export * from './core/index.ts'
export { checkFiles } from './node/check-files.ts'
export { nodeHost } from './node/host.ts'
