import { problemRule } from '../rule.ts'
import { plural } from '../words.ts'
import { acceptance } from './words.ts'

export const outdatedBaseline = problemRule({
  code: 'GJ904',
  name: 'outdated-baseline',
  problem: 'outdated-baseline',
  severity: 'warning',
  title: { zh: '基线中有已经不存在的问题', en: 'The baseline has findings that are gone' },
  basis: acceptance,
  why: {
    zh: '留在基线里的问题如果再次出现，不会有人看到。',
    en: 'A finding that is left in the baseline goes unseen when it comes back.',
  },
  advice: {
    zh: '请运行gouji baseline --prune，从gouji.baseline.json中删去已经不存在的问题。',
    en: 'Run gouji baseline --prune, which takes what is gone out of gouji.baseline.json.',
  },
  messages: {
    zh: ({ count }) => `基线中有${count}处问题已经不存在。`,
    en: ({ count }) => `The baseline has ${plural(count, 'entry', 'entries')} for what is no longer found.`,
  },
})
