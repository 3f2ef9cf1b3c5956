import { causeTags } from './cause-tag.ts'
import type { Reporter } from './reporter.ts'
import { visible, visiblePlace } from './visible.ts'

/** `path:line:col: severity CODE message`, a line each, for editors and other programs; lines of one cause say so. */
export const unix: Reporter = ({ files, language }) =>
  files
    .flatMap(file =>
      file.diagnostics.map(({ location, severity, code, message }, index) => {
        const place = visiblePlace(file.path, location, file.format)
        return `${place}: ${severity} ${code} ${visible(message + causeTags(file, index, language))}\n`
      }),
    )
    .join('')
