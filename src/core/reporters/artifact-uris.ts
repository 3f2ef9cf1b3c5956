export interface ArtifactUri {
  readonly uri: string
  /** True when it is relative to where gouji ran; else it is that of a path from a root. */
  readonly isRelative: boolean
}

/** A URI of its own for each path: of the composed form of its name, as repositories keep it, unless two share that. */
export function artifactUris(paths: readonly string[]): ReadonlyMap<string, ArtifactUri> {
  const composed = new Map<string, number>()
  for (const path of paths) composed.set(path.normalize(), (composed.get(path.normalize()) ?? 0) + 1)
  return new Map(
    paths.map(path => [path, uriOf(composed.get(path.normalize()) === 1 ? path.normalize() : path)]),
  )
}

function uriOf(path: string): ArtifactUri {
  const encoded = path
    // Half of a pair has no encoding.
    .replace(/\p{Cs}/gu, half => `\\u${half.charCodeAt(0).toString(16)}`)
    .split('/')
    .map(encodeURIComponent)
    .join('/')
  if (path.startsWith('/')) return { uri: `file://${encoded}`, isRelative: false }
  const drive = /^[A-Za-z]:(?=\/)/.exec(path)?.[0]
  if (drive) return { uri: `file:///${drive}${encoded.slice(`${drive[0]}%3A`.length)}`, isRelative: false }
  return { uri: encoded, isRelative: true }
}
