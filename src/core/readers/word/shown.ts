import type { Looks } from './looks.ts'
import type { Unread } from './reading.ts'
import { type Styles, sayingOf } from './styles.ts'

/** What becomes of the text of a run. */
export interface Shown {
  readonly unread: Unread | null
  /** Where it stands above or below the line; text of another height does not run together with it. */
  readonly height: string
}

/** The height of text that is neither raised nor lowered. */
export const onLine = ''

export interface StyledRun {
  readonly paragraphStyle: string | null
  readonly style: string | null
  /** What the run says itself, which goes before all styles. */
  readonly looks: Looks
  readonly isInCell: boolean
}

/** Works out how text is shown, from what its run, its styles and the document say. */
export function showRun(styles: Styles, { paragraphStyle, style, looks, isInCell }: StyledRun): Shown {
  const paragraph = paragraphStyle ?? styles.usual
  const own = <Name extends keyof Looks>(id: string | null, name: Name) =>
    sayingOf(styles, id, said => said.looks[name])
  const nearest = <Name extends keyof Looks>(name: Name): Looks[Name] =>
    looks[name] ?? own(style, name) ?? own(paragraph, name) ?? styles.defaults[name]
  // On in both styles means off.
  const toggled = (name: 'isHidden' | 'isStruck') =>
    looks[name] ??
    (styles.defaults[name] === true || (own(style, name) === true) !== (own(paragraph, name) === true))

  // Tables of contents hide their page numbers on pages; a figure must not depend on the view.
  const isHidden = toggled('isHidden') || (isInCell && nearest('isHiddenOnPages') === true)
  const isStruck = toggled('isStruck') || nearest('isStruckTwice') === true
  const script = nearest('script') ?? 'baseline'
  const height = Number.parseFloat(nearest('height') ?? '') || 0
  return {
    unread: isHidden ? 'hidden' : isStruck ? 'struck' : null,
    height: script === 'baseline' && height === 0 ? onLine : `${script} ${height}`,
  }
}
