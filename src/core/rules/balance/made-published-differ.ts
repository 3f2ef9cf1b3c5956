import { compareExact, formatExact } from '../../constraints/exact.ts'
import { rowsWith } from '../row-facts.ts'
import { reportRule } from '../rule.ts'
import { lineName } from '../words.ts'

export const madePublishedDiffer = reportRule({
  code: 'GJ408',
  name: 'made-published-differ',
  severity: 'info',
  title: { zh: '新制作与新公开数量不一致', en: 'What was newly made and newly published differs' },
  basis: {
    zh: '《政府信息公开条例》第二十条第（一）项：规章和规范性文件应当主动公开',
    en: 'Article 20(1) of the Regulations on Open Government Information: rules and normative documents are published proactively',
  },
  why: {
    zh: '规章和规范性文件属于主动公开范围，制作与公开的数量不一致应有原因。',
    en: 'Rules and normative documents are to be published; a difference between both figures needs a reason.',
  },
  advice: { zh: '请核对两个数。', en: 'Check both figures.' },
  *check(report) {
    for (const { row, facts } of rowsWith(report, 'activeDisclosure', ['newlyMade', 'newlyPublished'])) {
      const [made, published] = facts
      const order = compareExact(published!.value, made!.value)
      // 规章 are published when they are made; other documents may be published later.
      if (order < 0 || (order !== 0 && row.id === 'rules'))
        yield {
          at: published!.fact,
          data: { row, made: formatExact(made!.value), published: formatExact(published!.value) },
          related: [made!.fact],
        }
    }
  },
  messages: {
    zh: ({ row, made, published }) =>
      `表二“${lineName(row)}”新制作${made}件，新公开${published}件，两者不一致，请核对。`,
    en: ({ row, made, published }) =>
      `Table 2 “${lineName(row)}”: ${made} made and ${published} published; please check.`,
  },
})
