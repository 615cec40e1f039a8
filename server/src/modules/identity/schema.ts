import { LANGUAGES } from '#kernel/languages.ts'
import { z } from 'zod'
import { isCurrency } from '#kernel/currencies.ts'
import { id, instant, line } from '#server/catalogue/fields.ts'
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

export const Password = secret(z.string().min(1).max(200))

/** Six digits of an authenticator, or a recovery code; spaces and dashes are for people and do not count. */
export const Code = secret(
  z
    .string()
    .max(40)
    .transform((text) => text.replaceAll(/[\s-]/g, '').toLowerCase())
    .pipe(z.string().regex(/^(\d{6}|[a-z0-9]{10})$/, 'six digits, or a recovery code of ten characters'))
    .describe('Six digits of the authenticator, or one of the recovery codes.'),
)

export const Studio = z.strictObject({ id: id('studio'), name: line(120) }).meta({ id: 'Studio' })

/** Of the tz database, as Intl knows it; an offset such as +01:00 is refused, for it knows no summer. */
const TimeZone = z
  .string()
  .max(64)
  .regex(/^[A-Za-z][A-Za-z0-9_+/-]*$/, 'expected the name of a time zone, such as Europe/Berlin')
  .refine(isTimeZone, 'expected a time zone of the tz database, such as Europe/Berlin')

const Currency = z
  .string()
  .regex(/^[A-Z]{3}$/, 'expected three capital letters (ISO 4217), such as EUR')
  .refine(isCurrency, 'expected an active code of ISO 4217, such as EUR')

/** How a person looks at it, in whichever studio. Null is not chosen: as the browser says. */
export const Preferences = z
  .strictObject({
    theme: z.enum(['light', 'dark', 'system']),
    language: z.enum(LANGUAGES).nullable().describe('Null: the one that the browser asks for.'),
    timeZone: TimeZone.nullable().describe(
      'In which instants are shown: a zone of the tz database, such as Europe/Berlin. Null: that of the device.',
    ),
    currency: Currency.nullable().describe(
      'What forms offer first (ISO 4217). Figures stay in their own currency: there are no rates yet.',
    ),
  })
  .meta({ id: 'Preferences' })
export type Preferences = z.output<typeof Preferences>

export const SignedIn = z.strictObject({
  next: z
    .enum(['nothing', 'second-factor', 'passkey', 'set-up-second-factor'])
    .describe(
      'What is left to do: nothing; identity.finish-sign-in with the challenge; identity.begin-passkey-sign-in, for a passkey is the second factor; identity.begin-second-factor.',
    ),
  challenge: z.string().max(600).nullable().describe('For finish-sign-in; good for five minutes.'),
  studio: Studio.nullable(),
  displayName: line(120).nullable(),
})

const ROLE_TEXT = /^(owner|admin|finance|operator|analyst|auditor|rol_[0-7][0-9a-hjkmnp-tv-z]{25})$/
const COVERED_ID = /^(ent|cat|biz)_[0-7][0-9a-hjkmnp-tv-z]{25}$/
const RoleText = z
  .string()
  .max(40)
  .regex(ROLE_TEXT, 'expected owner, admin, finance, operator, analyst, auditor or the id of a role')
const CoveredId = z
  .string()
  .max(40)
  .regex(COVERED_ID, 'expected the id of an entity, a category or a business')

/** A right to give: which role, on what. */
export const GrantGiven = z.strictObject({
  role: RoleText.describe('A role that every studio has, or the id of one of your own.'),
  covers: CoveredId.nullable().default(null).describe('Null for the whole studio.'),
})
export type GrantGiven = z.output<typeof GrantGiven>
export const GrantsGiven = z.array(GrantGiven).min(1).max(50)

/** A right as it stands. */
export const GrantShown = z
  .strictObject({
    role: RoleText,
    roleName: line(60),
    permissions: z.array(z.string().max(120)).max(300),
    covers: CoveredId.nullable(),
  })
  .meta({ id: 'Grant' })

export const Member = z
  .strictObject({
    personId: id('person'),
    displayName: line(120),
    email: z.string().max(254),
    grants: z.array(GrantShown).max(50),
    joinedAt: instant(),
  })
  .meta({ id: 'Member' })

export const Invitation = z
  .strictObject({
    id: id('invitation'),
    email: z.string().max(254),
    displayName: line(120),
    grants: z.array(z.strictObject({ role: RoleText, covers: CoveredId.nullable() })).max(50),
    createdAt: instant(),
    expiresAt: instant(),
  })
  .meta({ id: 'Invitation' })

export const CustomRole = z
  .strictObject({
    id: id('role'),
    name: line(60),
    permissions: z.array(z.string().max(120)).max(300),
  })
  .meta({ id: 'Role' })

export const ApiKey = z
  .strictObject({
    id: id('api_key'),
    name: line(80),
    grants: z.array(GrantShown).max(50),
    isDraftsOnly: z.boolean().describe('True where each of its writes waits for a person.'),
    createdAt: instant(),
    expiresAt: instant(),
    lastUsedAt: instant().nullable(),
    revokedAt: instant().nullable(),
  })
  .meta({ id: 'ApiKey' })

export const Session = z
  .strictObject({
    id: id('session'),
    isCurrent: z.boolean(),
    address: z.string().max(60),
    userAgent: z.string().max(400),
    hasSecondFactor: z.boolean(),
    createdAt: instant(),
    lastUsedAt: instant(),
    idleUntil: instant(),
    expiresAt: instant(),
  })
  .meta({ id: 'Session' })

const PERMISSION = /^(\*|(\*|[a-z][a-z-]*)\.(\*|[a-z][a-z-]*))$/
export const Permissions = z
  .array(
    z
      .string()
      .max(120)
      .regex(PERMISSION, 'write module.action, as in businesses.read, or a pattern such as *.read'),
  )
  .min(1)
  .max(300)
  .describe('module.action, or patterns: * is any, *.read that of every module, businesses.* all of one.')

function isTimeZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone !== ''
  } catch (error) {
    if (error instanceof RangeError) return false
    throw error
  }
}
