import { act, walkPart } from './walk.ts'

/** The parts of a Word document that are read. */
export interface DocumentParts {
  readonly main: Part
  readonly numbering: Part | null
  readonly styles: Part | null
}

export interface Part {
  readonly name: string
  readonly content: Uint8Array
}

/**
 * Finds the document by what the container says of its parts, for its name is free. Null when elements of a part stand
 * too deep inside each other.
 * @throws an Error when there is no document in it.
 */
export function findParts(parts: ReadonlyMap<string, Uint8Array>, nesting: number): DocumentParts | null {
  const byName = new Map<string, Part>()
  for (const [name, content] of parts) {
    const plain = name.replace(/^\//, '')
    byName.set(plain.toLowerCase(), { name: plain, content })
  }
  const find = (name: string | undefined) => byName.get(name?.toLowerCase() ?? '') ?? null

  const packageTargets = targetsOf(find('_rels/.rels'), '', nesting)
  const declared = declaredMain(find('[Content_Types].xml'), nesting)
  if (!packageTargets || declared === null) return null
  const main = find(packageTargets.get('officeDocument')) ?? find(declared)
  if (!main) throw new Error('no document part')

  const [, folder, file] = /^(.*\/)?(.*)$/.exec(main.name)!
  const targets = targetsOf(find(`${folder ?? ''}_rels/${file}.rels`), folder ?? '', nesting)
  if (!targets) return null
  return { main, numbering: find(targets.get('numbering')), styles: find(targets.get('styles')) }
}

/** The names of the parts that a part refers to, by the last word of the kind of reference; the first of a kind. */
function targetsOf(part: Part | null, folder: string, nesting: number): Map<string, string> | null {
  const targets = new Map<string, string>()
  if (!part) return targets
  const isRead = walkPart(
    part.content,
    { name: part.name, root: 'rel:Relationships', nesting },
    {
      'rel:Relationship': act(element => {
        const kind = (element.attribute('Type') ?? '').split('/').at(-1)!
        const target = element.attribute('Target')
        if (target !== undefined && element.attribute('TargetMode') !== 'External' && !targets.has(kind))
          targets.set(kind, resolveTarget(target, folder))
      }),
    },
  )
  return isRead ? targets : null
}

function resolveTarget(target: string, folder: string): string {
  const path: string[] = []
  for (const step of (target.startsWith('/') ? target : folder + target).split('/'))
    if (step === '..') path.pop()
    else if (step !== '' && step !== '.') path.push(step)
  return path.join('/')
}

/** The part that is the document by its type; undefined when there is none. */
function declaredMain(part: Part | null, nesting: number): string | undefined | null {
  let name: string | undefined
  if (!part) return name
  const isRead = walkPart(
    part.content,
    { name: part.name, root: 'ct:Types', nesting },
    {
      'ct:Override': act(element => {
        if (/word.*\.main\+xml$/i.test(element.attribute('ContentType') ?? ''))
          name ??= element.attribute('PartName')?.replace(/^\//, '')
      }),
    },
  )
  return isRead ? name : null
}
