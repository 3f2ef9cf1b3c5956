import { documentStart } from '../document/location.ts'
import type { Problem } from '../document/problem.ts'
import { damagedFile, type Limits, limitExceeded, megabyte } from './reader.ts'
import type { ZipResult } from './zip.ts'

/** Why a container was not unpacked. */
export function zipProblem(zip: Exclude<ZipResult, { kind: 'ok' }>, limits: Limits): Problem {
  switch (zip.kind) {
    case 'not-a-zip':
      return damagedFile('not a zip file')
    case 'damaged':
      return damagedFile(zip.detail)
    case 'encrypted':
      return { name: 'protected-file', location: documentStart, data: {} }
    case 'too-large':
      return limitExceeded('inflatedSize', Math.ceil(zip.size / megabyte), limits)
    case 'too-packed':
      return limitExceeded('inflatedRatio', zip.ratio, limits)
  }
}
