import { z } from 'zod'
import { id, line } from '#server/catalogue/fields.ts'
import { secret } from '#server/catalogue/secret-fields.ts'

/** Longer than any address in use (RFC 5321 allows 254), in lower case: addresses differ by letter case nowhere that matters. */
export const Email = z.email('expected an e-mail address, such as ada@example.com').max(254).toLowerCase()

export const NewPassword = secret(
  z
    .string()
    .min(10, 'at least 10 characters')
    .max(200, 'at most 200 characters')
    .describe('At least 10 characters.'),
)

export const Studio = z.strictObject({ id: id('studio'), name: line(120) }).meta({ id: 'Studio' })

export const SignedIn = z.strictObject({
  studio: Studio,
  personId: id('person'),
  displayName: line(120),
})

export const Role = z.enum(['owner', 'admin', 'finance', 'operator', 'analyst', 'auditor'])
