/** What a body can be, with the word that settings take for it, too: a government of some level, or one of its departments. */
export const bodyTypes = {
  province: '省政府',
  prefecture: '市政府',
  county: '县政府',
  township: '乡镇街道',
  stateDepartment: '国务院部门',
  provinceDepartment: '省级部门',
  prefectureDepartment: '市级部门',
  countyDepartment: '县级部门',
} as const

export type BodyType = keyof typeof bodyTypes

/** A body that reports, as a roster lists it. */
export interface Body {
  readonly name: string
  /** Other names that its reports bear. */
  readonly aliases: readonly string[]
  /** The name of the body of which its figures are a part; null at the top. */
  readonly parent: string | null
  readonly type: BodyType | null
  /** The first and the last year of which it reports; null without a bound. */
  readonly from: number | null
  readonly until: number | null
}

/** The type that a word of settings names; null for another word. */
export function bodyTypeNamed(word: string): BodyType | null {
  const found = Object.entries(bodyTypes).find(([id, chinese]) => word === id || word === chinese)
  return found ? (found[0] as BodyType) : null
}

/**
 * What names of one body have in common: blanks, the form of brackets and a final 人民政府 tell nobody apart
 * (示例镇 is 示例镇人民政府); anything else does (示例镇人民政府办公室 is another body).
 */
export function bodyKey(name: string): string {
  return name
    .normalize('NFC')
    .replace(/\s+/g, '')
    .replace(/[（〔［[]/g, '(')
    .replace(/[）〕］\]]/g, ')')
    .replace(/(?<=.)人民政府$/, '')
}

/** The body of a list that bears a name. */
export function bodyNamed<Listed extends Body>(bodies: readonly Listed[], name: string): Listed | undefined {
  return namesOf(bodies).get(bodyKey(name))?.body as Listed | undefined
}

/** All names of a list, but those of one of its bodies. */
export function namesOfOthers(bodies: readonly Body[], own: Body | undefined): readonly string[] {
  return [...namesOf(bodies).values()].flatMap(({ name, body }) => (body === own ? [] : [name]))
}

interface NamedBody {
  readonly name: string
  readonly body: Body
}

/** By key; made once for a list, for each of its reports is looked up in it. */
function namesOf(bodies: readonly Body[]): ReadonlyMap<string, NamedBody> {
  let names = knownNames.get(bodies)
  if (!names) {
    names = new Map(
      bodies.flatMap(body =>
        [body.name, ...body.aliases].map(name => [bodyKey(name), { name, body }] as const),
      ),
    )
    knownNames.set(bodies, names)
  }
  return names
}

const knownNames = new WeakMap<readonly Body[], ReadonlyMap<string, NamedBody>>()

/** True when it is to report of the year. */
export function reportsIn({ from, until }: Body, year: number): boolean {
  return (from === null || year >= from) && (until === null || year <= until)
}
