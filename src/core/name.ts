/** The name of the tool, its package, its binary and its configuration. */
export const toolName = 'gouji'

/** Semantic version of the package. */
export const toolVersion: string = __GOUJI_VERSION__
