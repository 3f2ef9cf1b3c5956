import type { Text } from '../rule.ts'

/** What the rules of reading rest on where no clause speaks of files. */
export const readableCells: Text = {
  zh: '核对的前提：表中的数能够逐格读出',
  en: 'what any check needs: figures that can be read cell by cell',
}
