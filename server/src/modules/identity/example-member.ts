import { assert } from '#kernel/assert.ts'
import type { Id } from '#kernel/ids.ts'
import type { ExampleFactory } from '#server/catalogue/operation.ts'
import { acceptInvitation } from './accept-invitation.ts'
import type { IdentityMeans } from './identity-means.ts'
import { invitePerson } from './invite-person.ts'
import { listPeople } from './list-people.ts'

/** Somebody who has joined the studio as an analyst. */
export async function exampleMember(factory: ExampleFactory, means: IdentityMeans): Promise<Id<'person'>> {
  const invite = invitePerson(means)
  const [example] = await invite.examples(factory)
  const invited = invite.types.input.parse(example)
  const { token } = await factory.invoke(invite, invited)
  await factory.invoke(acceptInvitation(means), { token, password: 'correct horse battery' })
  for (let cursor: string | undefined; ;) {
    const page = await factory.invoke(listPeople, { limit: 200, ...(cursor !== undefined && { cursor }) })
    const found = page.items.find(({ email }) => email === invited.email)
    if (found) return found.personId
    assert(page.nextCursor !== null, 'the person who joined is not in the list')
    cursor = page.nextCursor
  }
}
