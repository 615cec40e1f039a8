import { seenWith } from '#server/catalogue/operation.ts'
import type { AuditMeans } from './audit-means.ts'
import { getLine } from './get-line.ts'
import { getProof } from './get-proof.ts'
import { listChanges } from './list-changes.ts'
import { listLines } from './list-lines.ts'
import { summariseWrites } from './summarise-writes.ts'
import { verifyLines } from './verify-lines.ts'

export type { AuditMeans } from './audit-means.ts'
export { createHeadSigner, newSigningKey } from './head-signer.ts'
export { sealLines } from './seal-lines.ts'
export { sealingState, type SealingState } from './sealing-state.ts'

export function auditOperations(means: AuditMeans) {
  return seenWith('audit.read-lines', [
    getLine,
    getProof(means),
    listChanges,
    listLines,
    summariseWrites,
    verifyLines(means),
  ])
}
