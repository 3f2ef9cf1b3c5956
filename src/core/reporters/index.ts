import { json } from './json.ts'
import { pretty } from './pretty.ts'
import type { Reporter } from './reporter.ts'
import { unix } from './unix.ts'

export { displayWidth, padToWidth } from '../text/width.ts'
export type { Reporter, ReporterOptions, Style } from './reporter.ts'
export { plainStyle } from './reporter.ts'
export { visible, visiblePlace } from './visible.ts'

export type ReporterName = 'pretty' | 'unix' | 'json'

/** Every reporter by the name that `--format` takes. A new one is one file and one line here. */
export const reporters: Readonly<Record<ReporterName, Reporter>> = { pretty, unix, json }
