import { z } from 'zod'
import { importProgram } from '#server/modules/imports/index.ts'
import { NewRow, ROWS_MAX, createBusinesses } from './create-businesses.ts'

export const businessImport = importProgram({
  name: 'businesses.import-businesses',
  nouns: { en: ['business', 'businesses'], de: ['Unternehmen', 'Unternehmen'] },
  note: { en: 'Creating the businesses', de: 'Legt die Unternehmen an' },
  content: z.array(NewRow).max(ROWS_MAX),
  empty: [],
  async carryOut(businesses, work) {
    const { businessIds, newCategories } = await work.invoke('create', createBusinesses, { businesses })
    return { created: businessIds.length, newCategories: newCategories.map(({ name }) => name) }
  },
})
