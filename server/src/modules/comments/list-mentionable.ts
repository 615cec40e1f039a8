import { z } from 'zod'
import { operation } from '#server/catalogue/operation.ts'
import {
  exampleSubject,
  findSubject,
  peopleWhoSee,
  subjectId,
  type SubjectMeans,
} from '#server/modules/subjects/index.ts'
import { WRITE } from './add-comment.ts'
import { READ } from './check-mentions.ts'
import { Named } from './schema.ts'

const SHOWN_MAX = 20

export function listMentionable(means: SubjectMeans) {
  return operation({
    name: 'comments.list-mentionable',
    summary:
      'Whom a comment on this can mention: people who may see it, by name, those whose name has the words.',
    effect: 'read',
    scope: { of: 'covered' },
    permission: WRITE,
    risk: 'none',
    input: z.strictObject({
      subjectId: subjectId(means),
      named: z.string().trim().max(60).optional().describe('Part of a name.'),
      limit: z.int().min(1).max(SHOWN_MAX).default(8),
    }),
    output: z.strictObject({ people: z.array(Named).max(SHOWN_MAX) }),
    examples: async (factory) => {
      const about = await exampleSubject(means, factory)
      return [{ subjectId: about }, { subjectId: about, named: 'a', limit: 3 }]
    },
    async handle({ subjectId: about, named, limit }, context) {
      const found = await findSubject(context, { id: about, permission: WRITE, means })
      const people = await peopleWhoSee(context.tx, found, { permission: READ, means, named })
      return { people: z.array(Named).parse(people.slice(0, limit)) }
    },
  })
}
