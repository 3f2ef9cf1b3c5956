import type { XmlElement } from '../saxes.ts'
import { act, type Elements, isOn } from './walk.ts'

/** How text looks, as a run or a style says it; null for what it leaves open. */
export interface Looks {
  isHidden: boolean | null
  /** Not shown as a page, but on paper. */
  isHiddenOnPages: boolean | null
  isStruck: boolean | null
  isStruckTwice: boolean | null
  /** `superscript`, `subscript` or `baseline`. */
  script: string | null
  /** In half-points above the line. */
  height: string | null
}

export function newLooks(): Looks {
  return {
    isHidden: null,
    isHiddenOnPages: null,
    isStruck: null,
    isStruckTwice: null,
    script: null,
    height: null,
  }
}

/** Notes what properties say in the looks that they belong to, if any. */
export function lookElements(current: () => Looks | null): Elements {
  const set = (change: (looks: Looks, element: XmlElement) => void) =>
    act(element => {
      const looks = current()
      if (looks) change(looks, element)
    })
  return {
    'w:vanish': set((looks, element) => {
      looks.isHidden = isOn(element)
    }),
    'w:webHidden': set((looks, element) => {
      looks.isHiddenOnPages = isOn(element)
    }),
    'w:strike': set((looks, element) => {
      looks.isStruck = isOn(element)
    }),
    'w:dstrike': set((looks, element) => {
      looks.isStruckTwice = isOn(element)
    }),
    'w:vertAlign': set((looks, element) => {
      looks.script = element.attribute('val') ?? null
    }),
    'w:position': set((looks, element) => {
      looks.height = element.attribute('val') ?? null
    }),
  }
}
