/** What no program can judge, of every report. */
export const reviewItemsZh: readonly string[] = [
  '各数与登记台账、案卷、行政复议和诉讼文书等底稿一致。勾稽关系成立只说明各数互相对得上，不说明都填对。',
  '表二各数之间没有等式，已逐项对照底稿。',
  '单位名称、年度无误，各数统计的是当年1月1日至12月31日。',
  '表三“二、上年结转政府信息公开申请数量”与上一年度报告的“四、结转下年度继续办理”一致。',
  '报告的文字部分与各表的数一致。',
  '核对的文件就是要公布的文件，网上公布的各数与其相同。',
  '报告按规定的期限报送、公布（《政府信息公开条例》第四十九条）。',
  '报告中没有国家秘密、个人隐私等不应公开的内容。',
]

export const reviewItemsEn: readonly string[] = [
  'The figures agree with the register, the case files and the decisions of reviews and courts. Relations that hold say that figures agree with each other, not that they are right.',
  'The figures of Table 2, which no equation ties together, were compared with the records one by one.',
  'Body and year are right, and the figures count from 1 January to 31 December of that year.',
  'Item 2 of Table 3 (二、上年结转) is what item 4 (四、结转下年度) of the report of the year before says.',
  'The text of the report agrees with the figures of the tables.',
  'The file that was checked is the one to be published, and the figures on the web are the same.',
  'The report is handed in and published in time (Article 49 of the Regulations, 政府信息公开条例).',
  'Nothing in the report must be kept from the public: state secrets, personal data and the like.',
]
