import { z } from 'zod'
import { present } from '#kernel/assert.ts'
import { hexOf } from '#kernel/audit-proof.ts'
import { idFrom } from '#kernel/ids.ts'
import { id } from '#server/catalogue/fields.ts'
import { operation } from '#server/catalogue/operation.ts'
import type { AuditMeans } from './audit-means.ts'
import { findLine, findPayload } from './audit-queries.ts'
import { exampleLine } from './example-line.ts'
import { lineNotFound, lineUnprovable } from './problems.ts'
import { AuditProof } from './schema.ts'
import { findLastHead } from './seal-queries.ts'
import { readPath } from './sealed-tree.ts'
import { listSeals } from './verify-queries.ts'

const PAYLOAD_BYTES_MAX = 65_536

export function getProof({ signer }: AuditMeans) {
  return operation({
    name: 'audit.get-proof',
    summary:
      'Gives the proof that one line stands in the sealed audit; it can be checked elsewhere with the public key alone.',
    effect: 'read',
    scope: { of: 'studio' },
    permission: 'audit.read-lines',
    risk: 'none',
    input: z.strictObject({ lineId: id('audit_line') }),
    output: z.strictObject({
      lineId: id('audit_line'),
      proof: AuditProof.nullable().describe('Null until the line is sealed, within a minute or two.'),
      payload: z
        .strictObject({
          salt: z.string().max(36),
          input: z.string().max(PAYLOAD_BYTES_MAX),
          changes: z.string().max(PAYLOAD_BYTES_MAX),
        })
        .nullable()
        .describe(
          'What the payload hash is made of. Keep it back, and the proof tells nothing of it. Null above 64 KiB.',
        ),
    }),
    examples: async (factory) => [{ lineId: await exampleLine(factory) }],
    async handle({ lineId }, { tx, access }) {
      const { studioId } = present(access, 'somebody signed in')
      const [found, payload, head] = await Promise.all([
        findLine(tx, lineId),
        findPayload(tx, lineId, PAYLOAD_BYTES_MAX),
        findLastHead(tx, studioId),
      ])
      if (!found) throw lineNotFound(lineId)
      const { number } = found.line
      if (number === null || !head || number > head.size)
        return { lineId, proof: null, payload: payload ?? null }
      const [[seal], path, publicKey] = await Promise.all([
        listSeals(tx, { studioId, after: number - 1, to: number }),
        readPath(tx, studioId, { number, size: head.size }),
        signer.publicKeyPem(head.keyId),
      ])
      if (!seal?.line || !path) throw lineUnprovable(lineId)
      const proof = AuditProof.parse({
        line: { ...seal.line, number },
        path: path.map(hexOf),
        head: { ...head, studioId: idFrom('studio', head.studioId) },
        publicKey: publicKey ?? null,
      })
      return { lineId, proof, payload: payload ?? null }
    },
  })
}
