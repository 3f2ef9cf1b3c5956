// Names, not the namespace, so that bundlers drop the languages and builders that are not used.
export * from 'zod'
