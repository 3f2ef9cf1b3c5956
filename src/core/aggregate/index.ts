export { sheetOfSum } from './sheet.ts'
export { editionsOf, type Gap, type Sum, sumReports } from './sum.ts'
export { headsOf, type Units, unitsOf } from './units.ts'
