import { editionById, type SectionId, sections } from '../core/editions/index.ts'
import type { Change } from './example-changes.ts'
import type { KeptReport } from './figures.ts'
import type { ReportTexts } from './laid-out.ts'

/** The running text of a whole report, of which no rule has anything to say, with what changes add to it or leave out. */
export function harmlessTexts({ year, editions }: KeptReport, changes: readonly Change[] = []): ReportTexts {
  const { document } = editionById(editions.requests)!.form
  const plain: Readonly<Partial<Record<'preface' | SectionId, readonly string[]>>> = {
    preface: [
      `本报告根据《中华人民共和国政府信息公开条例》和${document}编制，所列数据的统计期限自${year}年1月1日起至${year}年12月31日止。`,
    ],
    overall: [
      '（一）主动公开。及时更新机构职能、政策文件和办事指南，做好政策解读。',
      '（二）依申请公开。规范登记、审核、答复、归档各个环节，依法办理政府信息公开申请。',
      '（三）政府信息管理。落实公开前的保密审查，定期清理已经失效的文件。',
      '（四）政府信息公开平台建设。做好政府网站公开专栏的日常维护。',
      '（五）监督保障。明确专人负责，开展业务培训，接受工作考核和社会评议，没有发生责任追究的情形。',
    ],
    problems: [
      '存在的主要问题：政策解读的形式还比较单一，公开的内容与群众的需求还有差距。',
      '改进情况：增加图解和问答形式的解读，每季度听取一次群众意见，逐项改进。',
    ],
    other: ['本年度没有收取信息处理费，没有其他需要报告的事项。'],
  }
  const linesOf = (id: 'preface' | SectionId, mark: string) => {
    const isLeftOut = changes.some(change => change.kind === 'unsay' && change.section === mark)
    const said = changes.flatMap(change =>
      change.kind === 'say' && change.section === mark ? [change.text] : [],
    )
    return [...(isLeftOut ? [] : (plain[id] ?? [])), ...said]
  }
  const own = {} as Record<'preface' | SectionId, readonly string[]>
  own.preface = linesOf('preface', '前')
  for (const { id, number } of sections) own[id] = linesOf(id, number)
  return own
}
