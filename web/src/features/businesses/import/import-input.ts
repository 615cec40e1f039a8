import type { Input } from '../../../api.ts'
import type { Stage } from '../stages.ts'
import type { ChosenFile } from './chosen-file.ts'
import { FIELDS, type ImportInput, type ImportTarget, type Mapping } from './targets.ts'

/** Everything that a person says of a file; what they leave open is left out. */
export interface Said {
  mapping?: Mapping | undefined
  sheet?: string
  headerRow?: number
  decimals: { column: string; decimal: 'point' | 'comma' }[]
  isRemembered: boolean
  stageWords: { word: string; stage: Stage }[]
  entityId: string
  kpiId: string
  from: string
  newHolders: '' | 'person' | 'investor'
}

export const NOTHING_SAID: Said = {
  decimals: [],
  isRemembered: true,
  stageWords: [],
  entityId: '',
  kpiId: '',
  from: '',
  newHolders: '',
}

export function importInput(target: ImportTarget, { source, name }: ChosenFile, said: Said): ImportInput {
  const { sheet, headerRow, decimals, isRemembered } = said
  const common = {
    ...source,
    fileName: name,
    decimals,
    isRemembered,
    ...(sheet !== undefined && { sheet }),
    ...(headerRow !== undefined && { headerRow }),
  }
  if (target === 'businesses') {
    const { stageWords, entityId, mapping } = said
    const input: Input<'businesses.import-businesses'> = {
      ...common,
      stageWords,
      ...(entityId && { entityId }),
    }
    return mapping ? { ...input, mapping: fitting(FIELDS.businesses, mapping) } : input
  }
  if (target === 'values') {
    const { kpiId, mapping } = said
    const input: Input<'kpis.import-values'> = { ...common, ...(kpiId && { kpiId }) }
    return mapping ? { ...input, mapping: fitting(FIELDS.values, mapping) } : input
  }
  const { from, newHolders, mapping } = said
  const input: Input<'entities.import-entities'> = {
    ...common,
    ...(from && { from }),
    ...(newHolders && { newHolders }),
  }
  return mapping ? { ...input, mapping: fitting(FIELDS.entities, mapping) } : input
}

function fitting<F extends string>(fields: readonly F[], mapping: Mapping): { column: string; field: F }[] {
  return mapping.flatMap(({ column, field }) => {
    const found = fields.find((one) => one === field)
    return found === undefined ? [] : [{ column, field: found }]
  })
}
