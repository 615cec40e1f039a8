import { z } from 'zod'
import { present } from '#kernel/assert.ts'
import { ID_PREFIXES } from '#kernel/ids.ts'
import type { ExampleFactory } from '#server/catalogue/operation.ts'
import type { SubjectKind, SubjectMeans } from './subject-kind.ts'

/** The id of any subject: of which kind it is, its prefix says. */
export function subjectId({ kinds }: Pick<SubjectMeans, 'kinds'>) {
  const prefixes = kinds.map(({ noun }) => ID_PREFIXES[noun]).join('|')
  const nouns = kinds.map(({ noun }) => noun).join(', ')
  return z
    .string()
    .max(40)
    .regex(new RegExp(`^(${prefixes})_[0-7][0-9a-hjkmnp-tv-z]{25}$`), `expected the id of one of: ${nouns}`)
    .describe(`Id of what it is about, one of: ${nouns}.`)
}

/** As it stands in answers. */
export function subjectIdShown() {
  return z.string().max(40).describe('Id of what it is about.')
}

export function kindOf(kinds: readonly SubjectKind[], id: string): SubjectKind | undefined {
  return kinds.find(({ noun }) => id.startsWith(`${ID_PREFIXES[noun]}_`))
}

export function exampleSubject({ kinds }: SubjectMeans, factory: ExampleFactory): Promise<string> {
  const { example } = present(
    kinds.find((kind) => kind.example),
    'a kind of subject that gives an example',
  )
  return present(example, 'an example')(factory)
}
