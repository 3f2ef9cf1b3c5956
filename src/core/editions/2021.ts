import type { EditionForm } from './form.ts'
import {
  activeDisclosureTitle,
  requestRelations,
  requestsTable,
  reviewLitigationTable,
  yearRelations,
} from './shared-tables.ts'

const decisionColumns = [{ id: 'decisions', label: '本年处理决定数量' }] as const

export const form2021 = {
  id: '2021',
  document: '国办公开办函〔2021〕30号',
  name: '《中华人民共和国政府信息公开工作年度报告格式》',
  years: { from: 2021, to: null },
  encouraged: [],
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
            { id: 'issued', label: '本年制发件数' },
            { id: 'repealed', label: '本年废止件数' },
            { id: 'effective', label: '现行有效件数', aliases: ['现行有效件'] },
          ],
          rows: [
            { id: 'rules', label: '规章' },
            { id: 'normativeDocuments', label: '行政规范性文件', aliases: ['规范性文件'] },
          ],
        },
        {
          caption: '第二十条第（五）项',
          stubHead: '信息内容',
          stubWidth: 1,
          columns: decisionColumns,
          rows: [{ id: 'licensing', label: '行政许可' }],
        },
        {
          caption: '第二十条第（六）项',
          stubHead: '信息内容',
          stubWidth: 1,
          columns: decisionColumns,
          rows: [
            { id: 'penalty', label: '行政处罚' },
            { id: 'coercion', label: '行政强制' },
          ],
        },
        {
          caption: '第二十条第（八）项',
          stubHead: '信息内容',
          stubWidth: 1,
          columns: [
            {
              id: 'amount',
              label: '本年收费金额（单位：万元）',
              value: 'money',
              unit: '万元',
            },
          ],
          rows: [{ id: 'fees', label: '行政事业性收费' }],
        },
      ],
    },
    requests: requestsTable({
      id: 'otherHandling',
      label: '（六）其他处理',
      subtotal: 'otherHandling',
      items: [
        {
          id: 'correctionOverdue',
          label: '1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请',
          aliases: ['1.申请人无正当理由逾期不补正', '1.逾期不补正'],
          basis: '《条例》第三十条',
        },
        {
          id: 'feeOverdue',
          label: '2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请',
          aliases: ['2.申请人逾期未按收费通知要求缴纳费用'],
          basis: '《条例》第四十二条；国办函〔2020〕109号',
        },
        { id: 'other', label: '3.其他' },
      ],
    }),
    reviewLitigation: reviewLitigationTable,
  },
  relations: [
    ...requestRelations,
    {
      kind: 'effective-floor',
      relation: '>=',
      left: ['activeDisclosure.*.effective', 'activeDisclosure.*.repealed'],
      right: ['activeDisclosure.*.issued'],
    },
  ],
  continues: [
    ...yearRelations,
    {
      kind: 'documents-in-force',
      relation: '=',
      left: ['activeDisclosure.*.effective', 'activeDisclosure.*.repealed'],
      right: ['before:activeDisclosure.*.effective', 'activeDisclosure.*.issued'],
    },
  ],
} as const satisfies EditionForm
