import type { EditionForm } from './form.ts'
import {
  activeDisclosureTitle,
  requestRelations,
  requestsTable,
  reviewLitigationTable,
  yearRelations,
} from './shared-tables.ts'

const itemColumns = [
  { id: 'previousYearItems', label: '上一年项目数量' },
  { id: 'change', label: '本年增/减', value: 'change' },
  { id: 'decisions', label: '处理决定数量' },
] as const

export const form2019 = {
  id: '2019',
  document: '国办公开办函〔2019〕60号',
  name: '《中华人民共和国政府信息公开工作年度报告格式（试行）》',
  years: { from: 2019, to: 2020 },
  encouraged: [2019],
  tables: {
    activeDisclosure: {
      section: '二',
      title: activeDisclosureTitle,
      blocks: [
        {
          caption: '第二十条第（一）项',
          stubHead: '信息内容',
          stubWidth: 1,
          columns: [
            { id: 'newlyMade', label: '本年新制作数量' },
            { id: 'newlyPublished', label: '本年新公开数量' },
            { id: 'totalPublic', label: '对外公开总数量' },
          ],
          rows: [
            { id: 'rules', label: '规章' },
            { id: 'normativeDocuments', label: '规范性文件', aliases: ['行政规范性文件'] },
          ],
        },
        {
          caption: '第二十条第（五）项',
          stubHead: '信息内容',
          stubWidth: 1,
          columns: itemColumns,
          rows: [
            { id: 'licensing', label: '行政许可' },
            { id: 'otherExternalServices', label: '其他对外管理服务事项' },
          ],
        },
        {
          caption: '第二十条第（六）项',
          stubHead: '信息内容',
          stubWidth: 1,
          columns: itemColumns,
          rows: [
            { id: 'penalty', label: '行政处罚' },
            { id: 'coercion', label: '行政强制' },
          ],
        },
        {
          caption: '第二十条第（八）项',
          stubHead: '信息内容',
          stubWidth: 1,
          columns: [itemColumns[0], itemColumns[1]],
          rows: [{ id: 'fees', label: '行政事业性收费' }],
        },
        {
          caption: '第二十条第（九）项',
          stubHead: '信息内容',
          stubWidth: 1,
          columns: [
            { id: 'projects', label: '采购项目数量' },
            {
              id: 'amount',
              label: '采购总金额（单位：万元，保留4位小数）',
              value: 'money',
              unit: '万元',
            },
          ],
          rows: [{ id: 'procurement', label: '政府集中采购' }],
        },
      ],
    },
    requests: requestsTable({ id: 'otherHandling', label: '（六）其他处理', aliases: ['（六）其他'] }),
    reviewLitigation: reviewLitigationTable,
  },
  relations: [
    ...requestRelations,
    {
      kind: 'published-within-total',
      relation: '>=',
      left: ['activeDisclosure.*.totalPublic'],
      right: ['activeDisclosure.*.newlyPublished'],
    },
    {
      kind: 'change-floor',
      relation: '>=',
      left: ['activeDisclosure.*.previousYearItems', 'activeDisclosure.*.change'],
      right: [],
      subject: 'activeDisclosure.*.change',
    },
  ],
  continues: [
    ...yearRelations,
    {
      kind: 'items-carried',
      relation: '=',
      left: ['activeDisclosure.*.previousYearItems'],
      right: ['before:activeDisclosure.*.previousYearItems', 'before:activeDisclosure.*.change'],
    },
    {
      kind: 'total-published',
      relation: '=',
      left: ['activeDisclosure.*.totalPublic'],
      right: ['before:activeDisclosure.*.totalPublic', 'activeDisclosure.*.newlyPublished'],
    },
  ],
} as const satisfies EditionForm
