import { z } from 'zod'
import type { Vault } from '#server/secrets/vault.ts'

/** What was asked for, as it stands in the seal: the row beside it cannot be turned into another question. */
const Asked = z.strictObject({
  operation: z.string().max(120),
  input: z.unknown(),
  requesterId: z.string().max(40),
})
export type Asked = z.output<typeof Asked>

interface Place {
  studioId: string
  approvalId: string
}

export function sealAsked(vault: Vault, given: Place & { asked: Asked }): Promise<string> {
  return vault.seal(JSON.stringify(given.asked), placeOf(given))
}

/** Throws where the seal was broken, or belongs to another approval. */
export async function openAsked(vault: Vault, given: Place & { sealed: string }): Promise<Asked> {
  return Asked.parse(JSON.parse(await vault.open(given.sealed, placeOf(given))))
}

function placeOf({ studioId, approvalId }: Place): string {
  return `approval.sealed_input ${studioId} ${approvalId}`
}
