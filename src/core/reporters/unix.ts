import type { Reporter } from './reporter.ts'
import { visible, visiblePlace } from './visible.ts'

/** `path:line:col: severity CODE message`, a line each, for editors and other programs. */
export const unix: Reporter = ({ files }) =>
  files
    .flatMap(({ path, format, diagnostics }) =>
      diagnostics.map(
        ({ location, severity, code, message }) =>
          `${visiblePlace(path, location, format)}: ${severity} ${code} ${visible(message)}\n`,
      ),
    )
    .join('')
