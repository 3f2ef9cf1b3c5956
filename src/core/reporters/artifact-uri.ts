/** A path as a URI: relative to where gouji ran, or of a file when the path is from a root. */
export function artifactUri(path: string): { readonly uri: string; readonly isRelative: boolean } {
  const encoded = path
    .normalize('NFC')
    // Half of a pair cannot be encoded.
    .replace(/\p{Cs}/gu, '\ufffd')
    .split('/')
    .map(encodeURIComponent)
    .join('/')
  if (path.startsWith('/')) return { uri: `file://${encoded}`, isRelative: false }
  if (/^[A-Za-z]:\//.test(path))
    return { uri: `file:///${path[0]}:${encoded.slice('C%3A'.length)}`, isRelative: false }
  return { uri: encoded, isRelative: true }
}
