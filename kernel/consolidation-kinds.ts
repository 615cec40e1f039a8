/** From where a line of a consolidation is, in the order in which lines are made: books first, and what belongs to others last. */
export const LINE_KINDS = [
  'entity',
  'translation',
  'cash:exchange',
  'cash:opened',
  'cash:acquired',
  'cash:disposed',
  'cash:rounding',
  'elimination:investment',
  'elimination:balances',
  'elimination:income',
  'elimination:goods',
  'elimination:dividends',
  'elimination:difference',
  'remeasurement',
  'deconsolidation',
  'equity-method',
  'top-side',
  'nci',
  'nci:result',
] as const
export type LineKind = (typeof LINE_KINDS)[number]

/** What of cash is no flow: what rates did to it, what books were opened with, and what came or went with entities. */
export const CASH_KINDS = [
  'cash:exchange',
  'cash:opened',
  'cash:acquired',
  'cash:disposed',
  'cash:rounding',
] as const satisfies readonly LineKind[]

const OF_ENTITIES: ReadonlySet<LineKind> = new Set<LineKind>(['entity', 'translation', ...CASH_KINDS])

/** In the column of the entities; all else is in no book. */
export function isOfEntities(kind: LineKind): boolean {
  return OF_ENTITIES.has(kind)
}
