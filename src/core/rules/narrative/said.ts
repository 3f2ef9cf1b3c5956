import type { Paragraph, Passage, Section } from '../../model/narrative.ts'
import type { Report } from '../../model/report.ts'
import type { Claim } from '../../narrative/claim.ts'
import { claimsIn } from '../../narrative/claims.ts'

/** A claim with the place where it is made. */
export type Placed<Kind extends Claim['kind'] = Claim['kind']> = Extract<Claim, { readonly kind: Kind }> & {
  readonly passage: Passage
  /** The words of the claim, on one line. */
  readonly phrase: string
}

const known = new WeakMap<Report, readonly Placed[]>()

/** Every claim of a report, in the order of its text. */
export function claimsOf(report: Report): readonly Placed[] {
  let claims = known.get(report)
  if (!claims) {
    const { preface, sections } = report.narrative
    claims = [
      ...preface.flatMap(paragraph => inParagraph(paragraph, null, report)),
      ...sections.flatMap(({ id, paragraphs }) =>
        paragraphs.flatMap(paragraph => inParagraph(paragraph, id, report)),
      ),
    ]
    known.set(report, claims)
  }
  return claims
}

export function claimsOfKind<Kind extends Claim['kind']>(
  report: Report,
  kind: Kind,
): readonly Placed<Kind>[] {
  return claimsOf(report).filter((claim): claim is Placed<Kind> => claim.kind === kind)
}

function inParagraph(paragraph: Paragraph, section: Section['id'], { year, body }: Report): Placed[] {
  return claimsIn(paragraph.text, { year, body, section }).map(claim => {
    const { start, end } = claim
    const phrase = paragraph.text.slice(start, end).replace(/\s+/g, '')
    return { ...claim, passage: { paragraph, start, end }, phrase }
  })
}
