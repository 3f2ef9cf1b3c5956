import type { Diagnostic, FileResult } from '../../src/core/diagnostics/diagnostic.ts'
import { documentStart } from '../../src/core/document/location.ts'
import { checkCollection } from '../../src/core/engine/check-collection.ts'
import { settingsFile } from '../../src/core/engine/check-source.ts'
import type { Figures } from '../../src/testing/balanced.ts'
import { type County, handedOn } from '../../src/testing/counties.ts'

const wording = { language: 'zh-CN', profile: 'standard' } as const

/** Reports to put in the place of others, by `body year`; null for one that is not there. */
export type Replaced = ReadonlyMap<string, Figures | null>

/** What comparing a county's reports with each other says. */
export function checkCounty(county: County, replaced: Replaced = new Map()): readonly Diagnostic[] {
  const files: FileResult[] = []
  for (const [body, byYear] of county.figures)
    for (const [year, own] of byYear) {
      const figures = replaced.has(`${body} ${year}`) ? replaced.get(`${body} ${year}`)! : own
      if (!figures) continue
      const path = `${year}/${body}.csv`
      files.push({
        ...settingsFile(path, [], wording),
        role: 'report',
        body,
        year,
        figures: handedOn(figures),
      })
    }
  files.sort((a, b) => (a.path < b.path ? -1 : 1))
  const roster = {
    path: 'gouji.json',
    bodies: county.bodies.map(({ name, parent }) => ({
      name,
      aliases: [],
      parent,
      type: null,
      from: null,
      until: null,
      location: documentStart,
    })),
  }
  const checked = checkCollection(files, {
    roster,
    events: [],
    isWhole: true,
    namedBy: () => null,
    optionsFor: () => wording,
  })
  return checked.flatMap(({ diagnostics }) => [...diagnostics])
}
