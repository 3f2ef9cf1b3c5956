import type { RelationTemplate } from '../constraints/linear.ts'
import type { TableForm } from './form.ts'

/** The parts that the editions of 2019 and 2021 print alike: the heads of 表三, most of its rows, and 表四. */

export const activeDisclosureTitle = '主动公开政府信息情况'

const applicantColumns = [
  { id: 'naturalPerson', label: '自然人' },
  {
    id: 'legalEntity',
    label: '法人或其他组织',
    subtotal: 'legalEntity',
    items: [
      { id: 'business', label: '商业企业', aliases: ['企业'] },
      { id: 'researchInstitution', label: '科研机构' },
      { id: 'publicInterestOrganization', label: '社会公益组织', aliases: ['公益组织', '社会公益'] },
      { id: 'legalServiceOrganization', label: '法律服务机构', aliases: ['法律服务组织', '法律服务'] },
      { id: 'other', label: '其他', aliases: ['其他组织'] },
    ],
  },
  { id: 'total', label: '总计', aliases: ['合计'], totals: 'row-total' },
] as const

const newRequestsRow = {
  id: 'newRequests',
  label: '一、本年新收政府信息公开申请数量',
  aliases: ['本年新收'],
  basis: '《条例》第二十七条至第三十一条',
} as const

const carriedOverRow = {
  id: 'carriedOver',
  label: '二、上年结转政府信息公开申请数量',
  aliases: ['上年结转'],
} as const

const carriedForwardRow = {
  id: 'carriedForward',
  label: '四、结转下年度继续办理',
  aliases: ['结转下年度', '四、结转下一年度继续办理'],
} as const

/** （一）to（五）of 三、本年度办理结果. */
const firstOutcomes = [
  { id: 'granted', label: '（一）予以公开', basis: '《条例》第三十六条第（一）项、第（二）项' },
  {
    id: 'partiallyGranted',
    label: '（二）部分公开（区分处理的，只计这一情形，不计其他情形）',
    aliases: ['（二）部分公开'],
    basis: '《条例》第三十七条',
  },
  {
    id: 'denied',
    label: '（三）不予公开',
    subtotal: 'denied',
    items: [
      { id: 'stateSecret', label: '1.属于国家秘密', basis: '《条例》第十四条' },
      {
        id: 'prohibitedByLaw',
        label: '2.其他法律行政法规禁止公开',
        aliases: ['2.其他法律法规禁止公开'],
        basis: '《条例》第十四条',
      },
      { id: 'threeSecuritiesOneStability', label: '3.危及“三安全一稳定”', basis: '《条例》第十四条' },
      { id: 'thirdPartyRights', label: '4.保护第三方合法权益', basis: '《条例》第十五条、第三十二条' },
      { id: 'internalAffairs', label: '5.属于三类内部事务信息', basis: '《条例》第十六条第一款' },
      { id: 'processInformation', label: '6.属于四类过程性信息', basis: '《条例》第十六条第二款' },
      {
        id: 'enforcementFile',
        label: '7.属于行政执法案卷',
        aliases: ['7.属于行政执法案卷信息'],
        basis: '《条例》第十六条第二款',
      },
      { id: 'administrativeQuery', label: '8.属于行政查询事项', basis: '《条例》第三十六条第（七）项' },
    ],
  },
  {
    id: 'unableToProvide',
    label: '（四）无法提供',
    subtotal: 'unableToProvide',
    items: [
      {
        id: 'notHeld',
        label: '1.本机关不掌握相关政府信息',
        basis: '《条例》第三十六条第（四）项、第（五）项',
      },
      { id: 'creationRequired', label: '2.没有现成信息需要另行制作', basis: '《条例》第三十八条' },
      { id: 'unclearAfterCorrection', label: '3.补正后申请内容仍不明确', basis: '《条例》第三十条' },
    ],
  },
  {
    id: 'notProcessed',
    label: '（五）不予处理',
    subtotal: 'notProcessed',
    items: [
      { id: 'petitionComplaint', label: '1.信访举报投诉类申请', basis: '《条例》第三十九条第一款' },
      { id: 'repeatRequest', label: '2.重复申请', basis: '《条例》第三十六条第（六）项' },
      { id: 'publicPublication', label: '3.要求提供公开出版物', basis: '《条例》第三十九条第二款' },
      { id: 'massiveRepeated', label: '4.无正当理由大量反复申请', basis: '《条例》第三十五条' },
      { id: 'confirmOrReissue', label: '5.要求行政机关确认或重新出具已获取信息' },
    ],
  },
] as const

const outcomesTotal = {
  id: 'total',
  label: '（七）总计',
  aliases: ['（七）合计'],
  totals: 'outcome-total',
} as const

/** 表三, which the editions print alike but for （六）其他处理: one row in 2019, a head with three rows since 2021. */
export function requestsTable<const Other extends { readonly id: string; readonly label: string }>(
  otherHandling: Other,
) {
  return {
    section: '三',
    title: '收到和处理政府信息公开申请情况',
    blocks: [
      {
        stubHead: '（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）',
        stubWidth: 3,
        columnsHead: '申请人情况',
        columns: applicantColumns,
        rows: [
          newRequestsRow,
          carriedOverRow,
          {
            id: 'outcomes',
            label: '三、本年度办理结果',
            items: [...firstOutcomes, otherHandling, outcomesTotal],
          },
          carriedForwardRow,
        ],
      },
    ],
  } as const
}

/** The relation that the form itself prints in the corner of 表三, and two bounds on the carry. */
export const requestRelations = [
  {
    kind: 'balance',
    relation: '=',
    left: ['requests.newRequests.*', 'requests.carriedOver.*'],
    right: ['requests.outcomes.total.*', 'requests.carriedForward.*'],
    subject: 'requests.outcomes.total.*',
  },
  {
    kind: 'carried-over-closed',
    relation: '>=',
    left: ['requests.outcomes.total.total'],
    right: ['requests.carriedOver.total'],
  },
  {
    kind: 'carried-forward-within-new',
    relation: '>=',
    left: ['requests.newRequests.total'],
    right: ['requests.carriedForward.total'],
    subject: 'requests.carriedForward.total',
  },
] as const satisfies readonly RelationTemplate[]

const caseResults = [
  { id: 'upheld', label: '结果维持' },
  { id: 'corrected', label: '结果纠正' },
  { id: 'otherResult', label: '其他结果' },
  { id: 'pending', label: '尚未审结' },
  { id: 'total', label: '总计', aliases: ['合计'], totals: 'case-total' },
] as const

export const reviewLitigationTable = {
  section: '四',
  title: '政府信息公开行政复议、行政诉讼情况',
  titleAliases: ['因政府信息公开工作被申请行政复议、提起行政诉讼情况'],
  blocks: [
    {
      stubWidth: 0,
      columns: [
        { id: 'review', label: '行政复议', items: caseResults },
        {
          id: null,
          label: '行政诉讼',
          subtotal: 'litigation',
          items: [
            { id: 'litigationDirect', label: '未经复议直接起诉', items: caseResults },
            { id: 'litigationAfterReview', label: '复议后起诉', items: caseResults },
          ],
        },
      ],
      rows: [{ id: '', label: '' }],
    },
  ],
} as const satisfies TableForm

/** What both editions say of 表三 and 表四 and those of the year before. */
export const yearRelations = [
  {
    kind: 'carry',
    relation: '=',
    left: ['requests.carriedOver.*'],
    right: ['before:requests.carriedForward.*'],
  },
  {
    kind: 'pending-counted',
    relation: '>=',
    left: ['reviewLitigation.*.total'],
    right: ['before:reviewLitigation.*.pending'],
  },
] as const satisfies readonly RelationTemplate[]
