/** The name of the tool, its package, its binary and its configuration. */
export const toolName = 'gouji'

/** What the name of an annotated copy ends with, before its extension. */
export const copyMark = '.核对'

/** Semantic version of the package. */
export const toolVersion: string = __GOUJI_VERSION__
