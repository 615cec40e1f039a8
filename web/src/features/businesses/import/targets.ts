import type { Input, Output } from '../../../api.ts'

/** What a file can hold, in the order in which a new studio needs it. */
export const TARGETS = ['businesses', 'values', 'entities'] as const
export type ImportTarget = (typeof TARGETS)[number]

export const OPERATIONS = {
  businesses: 'businesses.import-businesses',
  values: 'kpis.import-values',
  entities: 'entities.import-entities',
} as const
export type ImportOperation = (typeof OPERATIONS)[ImportTarget]
export type ImportInput = Input<ImportOperation>
export type Preview = Output<ImportOperation>

/** What whoever imports it must hold. */
export const PERMISSIONS = {
  businesses: 'businesses.write',
  values: 'kpis.write',
  entities: 'entities.write',
} as const

type FieldOf<N extends ImportOperation> = Output<N>['columns'][number]['field']
export type ColumnField = FieldOf<ImportOperation>
export type Mapping = { column: string; field: ColumnField }[]

export const FIELDS = {
  businesses: ['nothing', 'name', 'description', 'stage', 'category', 'entity', 'owner', 'tags', 'links'],
  values: [
    'nothing',
    'business',
    'kpi',
    'period',
    'value',
    'periodValue',
    'kpiValue',
    'unit',
    'source',
    'note',
    'link',
  ],
  entities: [
    'nothing',
    'name',
    'kind',
    'jurisdiction',
    'ein',
    'lei',
    'registrationNumber',
    'registeredAddress',
    'postalAddress',
    'functionalCurrency',
    'fiscalYearEnd',
    'owner',
    'ownerKind',
    'share',
    'voting',
    'economic',
    'from',
    'until',
    'evidence',
  ],
} as const satisfies {
  businesses: FieldOf<'businesses.import-businesses'>[]
  values: FieldOf<'kpis.import-values'>[]
  entities: FieldOf<'entities.import-entities'>[]
}

/** Several columns may become one of these; of every other field a row has one. */
export const OF_SEVERAL: ReadonlySet<ColumnField> = new Set([
  'nothing',
  'description',
  'links',
  'tags',
  'periodValue',
  'kpiValue',
])

export function isTarget(text: string | null): text is ImportTarget {
  return TARGETS.some((one) => one === text)
}
