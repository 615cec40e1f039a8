import { z } from 'zod'
import { exceptionRule } from '#server/modules/exceptions/index.ts'
import { PARTLY_OWNED } from './incomplete-queries.ts'
import { percentOf } from './percent.ts'

export const incompleteRule = exceptionRule({
  name: 'entities.incomplete-ownership',
  title: 'Ownership that does not add up',
  stated:
    'Of an entity that is not dissolved, some stakes are recorded today, and they make up less than 100 % of the votes or of the economic share. An entity without any stake is unknown, and not listed here.',
  permission: 'entities.read',
  facts: z.object({ name: z.string(), voting: z.number(), economic: z.number() }),
  rows: PARTLY_OWNED,
  says: ({ name, voting, economic }) =>
    `Of "${name}", ${percentOf(BigInt(voting))} % of the votes and ${percentOf(BigInt(economic))} % of the economic share belong to nobody on record. Record who owns them.`,
})
