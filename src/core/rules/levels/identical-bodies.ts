import { bodyKey, bodyNamed } from '../../model/body.ts'
import type { CollectedReport, Roster } from '../../model/collection.ts'
import type { TableFacts } from '../../model/report.ts'
import { fingerprint } from '../../text/fingerprint.ts'
import { figuresText, tellingFigures } from '../alike-tables.ts'
import { groupRule } from '../rule.ts'
import { tableInEnglish } from '../words.ts'

export const identicalBodies = groupRule({
  code: 'GJ606',
  name: 'identical-bodies',
  severity: 'warning',
  title: { zh: '两个单位的表完全相同', en: 'Two bodies have the very same table' },
  basis: {
    zh: '国办公开办函〔2021〕30号：年度报告不得内容雷同',
    en: '国办公开办函〔2021〕30号: reports must not be alike',
  },
  why: {
    zh: '两个单位的多项数字每格都相同，几乎不会是巧合，多半是照抄或存错了文件。全为0或只有几个数的小单位不在此列。',
    en: 'Several figures of two bodies hardly agree in every cell by chance; most often one was copied or saved under the wrong name. Small bodies with zeros or few figures are not looked at.',
  },
  advice: {
    zh: '请找两个单位核实；如果一方是另一方的汇总，请在名单中写明上级单位。',
    en: 'Ask both bodies; if one is the sum of the other, state the parent in the roster.',
  },
  *check({ reports, roster }) {
    const first = new Map<string, CollectedReport[]>()
    for (const report of reports) {
      const twins = new Map<CollectedReport, TableFacts[]>()
      for (const table of report.tables.filter(tellingFigures)) {
        const key = `${table.id} ${table.edition.id} ${figuresText(table)}`
        const alike = first.get(key) ?? []
        const twin = alike.find(other => !areRelated(report, other, roster))
        if (twin) twins.set(twin, [...(twins.get(twin) ?? []), table])
        first.set(key, [...alike, report])
      }
      for (const [twin, tables] of twins)
        yield {
          of: report,
          at: tables[0]!,
          data: {
            body: report.body,
            other: twin.body,
            path: twin.path,
            tables: tables.map(({ form }) => form.name),
          },
          sides: `${twin.body} ${fingerprint(...tables.map(figuresText))}`,
        }
    }
  },
  messages: {
    zh: ({ body, other, path, tables }) =>
      `“${body}”的${tables.join('和')}与“${other}”（${path}）的完全相同。`,
    en: ({ body, other, path, tables }) =>
      `${tables.map(tableInEnglish).join(' and ')} of ${body} ${tables.length === 1 ? 'is' : 'are'} the very same as those of ${other} (${path}).`,
  },
})

/** One body, or one is part of the other. */
function areRelated(one: CollectedReport, other: CollectedReport, roster: Roster | null): boolean {
  const chains = [one, other].map(({ body }) => chainOf(body, roster))
  return chains[0]!.includes(chains[1]![0]!) || chains[1]!.includes(chains[0]![0]!)
}

/** The keys of a body and of all that it is part of. */
function chainOf(name: string, roster: Roster | null): readonly string[] {
  const chain = [bodyKey(name)]
  let above = roster && bodyNamed(roster.bodies, name)?.parent
  while (above) {
    chain.push(bodyKey(above))
    above = bodyNamed(roster!.bodies, above)?.parent
  }
  return chain
}
