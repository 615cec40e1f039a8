import { z } from 'zod'
import { actorKind, id, instant } from '#server/catalogue/fields.ts'

export const Outcome = z
  .enum(['done', 'refused', 'held'])
  .describe('Done; refused for want of rights; or held until somebody approves it.')

/** As it was, in the shape of whatever operation it was: only its size is known here. */
export const Json = z.record(z.string(), z.unknown())

const Hash = z.string().max(64).describe('SHA-256 in hex.')

/** What an id in a line means to a reader. */
export const AuditActor = z
  .strictObject({
    kind: actorKind(),
    id: z.string().max(60),
    name: z.string().max(200).nullable().describe('As it is now; null where it is not known any more.'),
  })
  .meta({ id: 'AuditActor' })
export type AuditActor = z.output<typeof AuditActor>

export const CHANGES_SHOWN = 10

/** One thing that an invocation changed. */
export const AuditChange = z
  .strictObject({
    place: z.int().describe('Its place among the changes of the line, from 1.'),
    subjectId: z.string().max(60).nullable(),
    before: Json.nullable().describe('What it was; null for what is new.'),
    after: Json.nullable().describe('What it became; null for what is gone.'),
  })
  .meta({ id: 'AuditChange' })
export type AuditChange = z.output<typeof AuditChange>

export const AuditLine = z
  .strictObject({
    id: id('audit_line'),
    at: instant(),
    actor: AuditActor,
    operation: z.string().max(120),
    outcome: Outcome,
    door: z.string().max(20),
    number: z.int().nullable().describe('Its number in the sealed log; null until it is sealed.'),
    changeCount: z.int().describe('How many rows it changed.'),
    problemCode: z.string().max(120).nullable(),
    approvalId: id('approval').nullable().describe('What it was held for, or let through by.'),
    onBehalfOf: AuditActor.nullable().describe('For a run: who asked for it.'),
    requestId: z.string().max(80),
  })
  .meta({ id: 'AuditLine' })
export type AuditLine = z.output<typeof AuditLine>

/** A signed head: all lines up to `size`. */
export const AuditHead = z
  .strictObject({
    studioId: id('studio'),
    size: z.int().describe('How many lines it seals.'),
    root: Hash,
    horizon: z.string().max(20),
    sealedAt: instant(),
    previous: Hash,
    keyId: z.string().max(16),
    signature: z.string().max(128).describe('Ed25519, in hex.'),
  })
  .meta({ id: 'AuditHead' })

/** The parts of a leaf, as kernel/audit-proof.ts puts them together. */
export const SealedLine = z
  .strictObject({
    number: z.int(),
    id: id('audit_line'),
    studioId: id('studio'),
    at: z.string().max(40),
    actorKind: z.string().max(20),
    actorId: z.string().max(60),
    onBehalfOf: z.string().max(60).nullable(),
    door: z.string().max(20),
    requestId: z.string().max(80),
    operation: z.string().max(120),
    outcome: z.string().max(20),
    problemCode: z.string().max(120).nullable(),
    approvalId: z.string().max(40).nullable(),
    xact: z.string().max(20),
    payloadHash: Hash,
  })
  .meta({ id: 'SealedLine' })

export const AuditProof = z
  .strictObject({
    line: SealedLine,
    path: z.array(Hash).max(60).describe('The hashes beside the way from the leaf to the root.'),
    head: AuditHead,
    publicKey: z
      .string()
      .max(400)
      .nullable()
      .describe('PEM. Compare it with the copy that you keep elsewhere.'),
  })
  .meta({ id: 'AuditProof' })
