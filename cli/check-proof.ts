import { createHash, createPublicKey, verify, type KeyObject } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { z } from 'zod'
import { flawOf, hexOf, payloadText } from '#kernel/audit-proof.ts'
import { UsageError } from './usage-error.ts'

const Proof = z.object({
  line: z.object({
    number: z.int().positive(),
    id: z.string(),
    studioId: z.string(),
    at: z.string(),
    actorKind: z.string(),
    actorId: z.string(),
    onBehalfOf: z.string().nullable(),
    door: z.string(),
    requestId: z.string(),
    operation: z.string(),
    outcome: z.string(),
    problemCode: z.string().nullable(),
    // A proof that was kept from before there were approvals has none.
    approvalId: z.string().nullable().default(null),
    xact: z.string(),
    payloadHash: z.string(),
  }),
  path: z.array(z.string().regex(/^[0-9a-f]{64}$/)).max(64),
  head: z.object({
    studioId: z.string(),
    size: z.int().positive(),
    root: z.string(),
    horizon: z.string(),
    sealedAt: z.string(),
    previous: z.string(),
    keyId: z.string(),
    signature: z.string(),
  }),
})

const ProofFile = z.object({
  proof: Proof.nullable(),
  payload: z.object({ salt: z.string(), input: z.string(), changes: z.string() }).nullish(),
})

const FLAWS = {
  'other-studio': 'The line and the head are of different studios.',
  path: 'The line does not lead to the root of the head: it, its number or its path was changed.',
  signature: 'The head was not signed with this key.',
} as const

/**
 * `iza audit check-proof`: with the proof and the public key, and nothing else. No server is asked, so it works where
 * there is none; the key comes from the reader, for a proof cannot vouch for itself.
 */
export function checkProof(pairs: readonly [string, string][]): { isProven: boolean; text: string } {
  const given = new Map(pairs)
  const [proofPath, keyPath] = [given.get('proof'), given.get('public-key')]
  if (!proofPath || !keyPath || given.size > 2) {
    throw new UsageError(
      'Write: iza audit check-proof --proof proof.json --public-key signing-key-….pem. The first is the answer of "iza audit get-proof --json".',
    )
  }
  const { proof, payload } = readProof(proofPath)
  const publicKey = readKey(keyPath)
  if (!proof) return { isProven: false, text: 'This line was not sealed yet when the proof was asked for.' }
  const { line, head } = proof
  const flaw = flawOf(proof, {
    sha256,
    isSigned: (text, signature) => verify(null, Buffer.from(text), publicKey, Buffer.from(signature, 'hex')),
  })
  if (flaw) return { isProven: false, text: `Not proven. ${FLAWS[flaw]}` }
  if (payload && hexOf(sha256(Buffer.from(payloadText(payload)))) !== line.payloadHash) {
    return { isProven: false, text: 'Not proven. The input or the changes are not those of the line.' }
  }
  const who = line.onBehalfOf ? `${line.actorId} for ${line.onBehalfOf}` : line.actorId
  const what = `${line.operation} (${line.outcome}) by ${who} at ${line.at}`
  const also = payload ? ', its input and changes included' : ''
  const where = `It is line ${line.number} of the ${head.size} that were signed at ${head.sealedAt}`
  return { isProven: true, text: `Proven${also}: ${line.id}, ${what}.\n${where} with key ${head.keyId}.` }
}

function readProof(path: string): z.output<typeof ProofFile> {
  const parsed = ProofFile.safeParse(readJson(path))
  if (parsed.success) return parsed.data
  throw new UsageError(`${path} is not the answer of "iza audit get-proof --json".`)
}

function readJson(path: string): unknown {
  const text = read(path)
  try {
    return JSON.parse(text)
  } catch {
    return undefined // told by the caller, together with JSON of another shape
  }
}

function readKey(path: string): KeyObject {
  const pem = read(path)
  try {
    return createPublicKey(pem)
  } catch {
    throw new UsageError(`${path} holds no public key in PEM, as audit/signing-key-….pem in IZA_HOME does.`)
  }
}

function read(path: string): string {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    throw new UsageError(`${path} cannot be read.`)
  }
}

function sha256(...parts: Uint8Array[]): Uint8Array {
  const hash = createHash('sha256')
  for (const part of parts) hash.update(part)
  return hash.digest()
}
