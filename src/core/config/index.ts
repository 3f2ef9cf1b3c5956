/** Everything about gouji.json that is needed only where there is one; a bundle of its own. */

export { bodiesOf } from './bodies.ts'
export { folderMatcherOf } from './patterns.ts'
export { type ReadConfig, readConfig } from './read-config.ts'
export { type ReadySettings, readySettings } from './settings.ts'
