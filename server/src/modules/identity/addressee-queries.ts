import type { Id } from '#kernel/ids.ts'
import { languageNamed, type Language } from '#kernel/languages.ts'
import type { Transaction } from '#server/database/database.ts'

/** To whom a mail of this studio goes, and in which language. */
export interface Addressee {
  name: string
  email: string
  studioName: string
  language: Language
}

interface Row extends Record<string, unknown> {
  name: string
  email: string
  studio_name: string
  language: string | null
}

/** Undefined for whoever has left the studio. As a worker: nobody else may read which language somebody chose. */
export async function findAddressee(tx: Transaction, personId: Id<'person'>): Promise<Addressee | undefined> {
  const [row] = await tx.prepared<Row>(
    `select person.display_name as name, person.email, studio.name as studio_name, preference.language
     from membership join person on person.id = membership.person_id join studio on studio.id = membership.studio_id
       left join person_preference as preference on preference.person_id = person.id
     where membership.person_id = $1 and membership.studio_id = current_studio() and membership.ended_at is null`,
    [personId],
  )
  if (!row) return undefined
  const { name, email, studio_name: studioName, language } = row
  return { name, email, studioName, language: languageNamed(language) }
}
