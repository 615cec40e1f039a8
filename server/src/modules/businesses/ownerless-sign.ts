import { z } from 'zod'
import { exceptionRule } from '#server/modules/exceptions/index.ts'
import { OWNERLESS } from './owners-queries.ts'

/** Counts for health only: in a young portfolio most businesses have no owner yet, and that is no exception. */
export const ownerlessSign = exceptionRule({
  name: 'businesses.ownerless',
  title: { en: 'Nobody answers for it', de: 'Niemand ist verantwortlich' },
  stated: {
    en: 'A business at work that was neither spun out, sold nor closed has no owner.',
    de: 'Ein aktives Unternehmen, das weder ausgegründet noch verkauft oder geschlossen ist, hat niemanden, der verantwortlich ist.',
  },
  permission: 'businesses.read',
  points: 10,
  facts: z.object({ name: z.string() }),
  rows: OWNERLESS,
  says: ({ name }) => ({
    en: `Nobody answers for "${name}". Name an owner.`,
    de: `Für „${name}“ ist niemand verantwortlich. Nennen Sie jemanden.`,
  }),
})
