// Passed on as it is, so that with `import * as z` bundlers drop the languages and builders that are not used.
export * from 'zod'
