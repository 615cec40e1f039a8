import { z } from 'zod'
import type { Target } from '#server/modules/imports/index.ts'
import { isPeriod } from './read-period.ts'
import type { Kpi } from './schema.ts'

const FIELDS = [
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
] as const
export type ValueField = (typeof FIELDS)[number]

/** What a column of a file can become. */
export const ColumnField = z
  .enum([...FIELDS, 'nothing'])
  .describe(
    'What the column becomes. periodValue: its header is the period of its values (a wide table); kpiValue: its header is their KPI. "nothing" leaves it out.',
  )

/** The vocabulary for a studio with these KPIs: a column may have the name of one. */
export function valueTarget(kpis: readonly Kpi[]): Target<ValueField> {
  const byName = kpiByName(kpis)
  return {
    name: 'kpis.import-values',
    fields: FIELDS,
    several: new Set(['periodValue', 'kpiValue']),
    numbers: new Set(['value', 'periodValue', 'kpiValue']),
    first: 'business',
    headers: {
      business: ['business', 'businessname', 'businessid', 'company', 'brand', 'venture', 'startup', 'name'],
      kpi: ['kpi', 'metric', 'measure', 'kennzahl', 'indicator'],
      period: ['period', 'month', 'quarter', 'week', 'date', 'monat', 'quartal', 'woche'],
      value: ['value', 'amount', 'figure', 'wert', 'betrag'],
      periodValue: [],
      kpiValue: [],
      unit: ['unit', 'currency', 'einheit', 'währung'],
      source: ['source', 'quelle'],
      note: ['note', 'notes', 'comment', 'comments', 'remark', 'remarks', 'notiz'],
      link: ['link', 'url'],
    },
    suggest(column) {
      if (byName(column)) return 'kpiValue'
      return isPeriod(column) ? 'periodValue' : undefined
    },
  }
}

/** By its name in any case of letters, also where a unit stands behind it in brackets, or by its id. */
export function kpiByName(kpis: readonly Kpi[]): (text: string) => Kpi | undefined {
  const named = new Map(
    kpis.flatMap((kpi) => [[kpi.name.toLowerCase(), kpi] as const, [kpi.id, kpi] as const]),
  )
  return (text) => {
    const plain = text.trim().toLowerCase()
    return named.get(plain) ?? named.get(plain.replace(/\s*[([][^)\]]{0,20}[)\]]$/, ''))
  }
}
