import { resolve } from 'node:path'
import { visible } from '../core/reporters/index.ts'
import { type Cache, cacheFolder, openCache } from '../node/cache.ts'
import type { Context } from './io.ts'

export interface CachingOptions {
  readonly cache?: boolean
  readonly cacheLocation?: string
}

/** The cache that was asked for; to name a place for it asks for it too. */
export function startCache(
  { cache, cacheLocation }: CachingOptions,
  { io }: Pick<Context, 'io'>,
): Cache | undefined {
  if (cacheLocation !== undefined) return openCache(resolve(io.cwd, cacheLocation))
  return cache ? openCache(cacheFolder(io.cwd, io.env)) : undefined
}

/** Only time is lost where it cannot be kept, so that this is no failure. */
export function storeCache(cache: Cache | undefined, { io, words }: Pick<Context, 'io' | 'words'>): void {
  try {
    cache?.store()
  } catch (error) {
    const { code, path = '' } = error as NodeJS.ErrnoException
    if (code === undefined) throw error
    io.stderr.write(`${words.note}${visible(words.cacheNotKept(path, code))}\n`)
  }
}
