import { z } from 'zod'
import { importProgram } from '#server/modules/imports/index.ts'
import { recordValues } from './record-values.ts'

export const valueImport = importProgram({
  name: 'kpis.import-values',
  nouns: { en: ['row of values', 'rows of values'], de: ['Zeile mit Werten', 'Zeilen mit Werten'] },
  note: { en: 'Recording the values', de: 'Erfasst die Werte' },
  content: recordValues.types.input.shape.values.or(z.tuple([])),
  empty: [],
  async carryOut(values, work) {
    const { valueIds } = await work.invoke('record', recordValues, { values })
    return { recorded: valueIds.length }
  },
})
