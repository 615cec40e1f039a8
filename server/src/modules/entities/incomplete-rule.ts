import { z } from 'zod'
import { exceptionRule } from '#server/modules/exceptions/index.ts'
import { PARTLY_OWNED } from './incomplete-queries.ts'
import { percentOf } from './percent.ts'

export const incompleteRule = exceptionRule({
  name: 'entities.incomplete-ownership',
  title: { en: 'Ownership that does not add up', de: 'Eigentum, das nicht aufgeht' },
  stated: {
    en: 'Of an entity that is not dissolved, some stakes are recorded today, and they make up less than 100 % of the votes or of the economic share. An entity without any stake is unknown, and not listed here.',
    de: 'Von einer nicht aufgelösten Gesellschaft sind heute einige Beteiligungen erfasst, und sie ergeben weniger als 100 % der Stimmen oder des wirtschaftlichen Anteils. Eine Gesellschaft ohne jede Beteiligung ist unbekannt und steht nicht hier.',
  },
  permission: 'entities.read',
  facts: z.object({ name: z.string(), voting: z.number(), economic: z.number() }),
  rows: PARTLY_OWNED,
  says: ({ name, voting, economic }) => ({
    en: `Of "${name}", ${percentOf(BigInt(voting))} % of the votes and ${percentOf(BigInt(economic))} % of the economic share belong to nobody on record. Record who owns them.`,
    de: `Von „${name}“ gehören ${percentOf(BigInt(voting))} % der Stimmen und ${percentOf(BigInt(economic))} % des wirtschaftlichen Anteils niemandem, der erfasst ist. Erfassen Sie, wem sie gehören.`,
  }),
})
