import { leafHash, rootAlong, type Sha256 } from './merkle.ts'

/**
 * What of an audit line is sealed. Its payload (input and changes) stands in the leaf only as a salted hash: so a proof
 * can be shown to others without it, and personal data in it can be erased one day without breaking the tree.
 */
export interface SealedLine {
  number: number
  id: string
  studioId: string
  /** ISO 8601 in UTC with microseconds, as the database keeps it. */
  at: string
  actorKind: string
  actorId: string
  onBehalfOf: string | null
  door: string
  requestId: string
  operation: string
  outcome: string
  problemCode: string | null
  /** What it was held for, or let through by. */
  approvalId: string | null
  /** The transaction that wrote it. */
  xact: string
  /** SHA-256 of `payloadText`, in hex as all hashes here. */
  payloadHash: string
}

/** The payload of a line as the database's own text of its JSON, which has no line breaks. */
export interface SealedPayload {
  salt: string
  input: string
  changes: string
}

/** What was signed: all lines of a studio up to `size`. */
export interface SignedHead {
  studioId: string
  size: number
  root: string
  /** Lines of transactions below this one are sealed; later ones come with the next head. */
  horizon: string
  sealedAt: string
  /** SHA-256 of the text of the head before; of nothing for the first. */
  previous: string
  keyId: string
  /** Ed25519 over `headText`. */
  signature: string
}

export interface AuditProof {
  line: SealedLine
  path: readonly string[]
  head: SignedHead
}

/** The exact bytes that a leaf is made of: changing any of them changes every root above. */
export function leafText(line: SealedLine): string {
  const { number, id, studioId, at, actorKind, actorId, onBehalfOf, door, requestId } = line
  const { operation, outcome, problemCode, approvalId, xact, payloadHash } = line
  const who = [actorKind, actorId, onBehalfOf, door, requestId]
  // Only where there is one: lines that were sealed before there were approvals keep their leaf.
  const what = [
    operation,
    outcome,
    problemCode,
    ...(approvalId === null ? [] : [approvalId]),
    xact,
    payloadHash,
  ]
  return JSON.stringify(['iza-audit-line-1', number, id, studioId, at, ...who, ...what])
}

export function payloadText({ salt, input, changes }: SealedPayload): string {
  return `${salt}\n${input}\n${changes}`
}

/** The exact text that is signed. */
export function headText(head: Omit<SignedHead, 'signature'>): string {
  const { studioId, size, root, horizon, sealedAt, previous, keyId } = head
  return JSON.stringify(['iza-audit-head-1', studioId, size, root, horizon, sealedAt, previous, keyId])
}

/**
 * Undefined where the line is proven: it stands under the number it names, in a log whose head was signed with this
 * key. Otherwise what is wrong. Needs nothing but the proof and the public key; no server, no database.
 */
export function flawOf(
  { line, path, head }: AuditProof,
  means: { sha256: Sha256; isSigned(text: string, signature: string): boolean },
): 'other-studio' | 'path' | 'signature' | undefined {
  if (line.studioId !== head.studioId) return 'other-studio'
  const leaf = leafHash(means.sha256, new TextEncoder().encode(leafText(line)))
  const place = { index: line.number - 1, size: head.size, path: path.map(bytesOf) }
  const root = rootAlong(means.sha256, leaf, place)
  if (!root || hexOf(root) !== head.root) return 'path'
  return means.isSigned(headText(head), head.signature) ? undefined : 'signature'
}

export function hexOf(bytes: Uint8Array): string {
  return bytes.reduce((text, byte) => text + byte.toString(16).padStart(2, '0'), '')
}

export function bytesOf(hex: string): Uint8Array {
  return Uint8Array.from(hex.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16))
}
