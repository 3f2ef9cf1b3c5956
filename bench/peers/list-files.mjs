import { readdirSync } from 'node:fs'
import { join } from 'node:path'

export function listFiles(folder, extension) {
  return readdirSync(folder, { recursive: true })
    .filter(path => path.endsWith(extension))
    .map(path => join(folder, path))
}
