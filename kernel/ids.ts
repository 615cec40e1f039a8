import type { core } from 'zod'
import { assert } from './assert.ts'

/**
 * Every noun that has an id, with its prefix. An id is `prefix_` and a ULID in lower case
 * (github.com/ulid/spec): 48 bits of Unix milliseconds and 80 random bits in Crockford's base 32.
 * Ids made by one process sort in the order in which they were made.
 */
export const ID_PREFIXES = {
  studio: 'stu',
  person: 'per',
  membership: 'mem',
  grant: 'grt',
  session: 'ses',
  passkey: 'pky',
  api_key: 'key',
  role: 'rol',
  invitation: 'inv',
  entity: 'ent',
  holder: 'hol',
  stake: 'stk',
  judgement: 'jud',
  category: 'cat',
  business: 'biz',
  business_move: 'mov',
  audit_line: 'aud',
  event: 'evt',
  run: 'run',
  approval_rule: 'rul',
  approval: 'apv',
  saved_view: 'vew',
  kpi: 'kpi',
  kpi_value: 'kpv',
  kpi_request: 'kpr',
  password_reset: 'pwr',
  comment: 'cmt',
  attachment: 'att',
  upload: 'upl',
  webhook_endpoint: 'whe',
  webhook_secret: 'whs',
  webhook_delivery: 'whd',
  notification: 'ntf',
  book: 'bok',
  account: 'acc',
  entry: 'jou',
  exchange_rate: 'rat',
  schedule: 'sch',
  draft: 'dft',
  pending_entry: 'pnd',
  intercompany_pair: 'icp',
  top_side: 'tse',
  consolidation: 'con',
  book_import: 'bki',
} as const

export type IdNoun = keyof typeof ID_PREFIXES
export type Id<N extends IdNoun> = string & core.$brand<N>

const ALPHABET = '0123456789abcdefghjkmnpqrstvwxyz'
const ULID = /^[0-7][0-9a-hjkmnp-tv-z]{25}$/

export function isId<N extends IdNoun>(noun: N, value: string): value is Id<N> {
  const prefix = ID_PREFIXES[noun]
  return value.startsWith(`${prefix}_`) && ULID.test(value.slice(prefix.length + 1))
}

export function newId<N extends IdNoun>(noun: N, atMs: number = Date.now()): Id<N> {
  const id = `${ID_PREFIXES[noun]}_${timeDigits(Math.max(atMs, lastMs))}${randomDigits(atMs)}`
  assert(isId(noun, id), `made a malformed id ${id}`)
  return id
}

/** The id as it stands where the text is known to be one, for example in a row of our own tables. */
export function idFrom<N extends IdNoun>(noun: N, value: string): Id<N> {
  assert(isId(noun, value), `expected an id of ${noun}, got ${value}`)
  return value
}

let lastMs = 0
const lastRandom = new Uint8Array(16)

function timeDigits(ms: number): string {
  let digits = ''
  let rest = ms
  for (let place = 0; place < 10; place++) {
    digits = ALPHABET.charAt(rest % 32) + digits
    rest = Math.floor(rest / 32)
  }
  return digits
}

/** New random digits in a new millisecond, the last ones plus one within the same: so ids keep their order. */
function randomDigits(ms: number): string {
  if (ms > lastMs) {
    lastMs = ms
    crypto.getRandomValues(lastRandom)
    for (let place = 0; place < 16; place++) lastRandom[place] = (lastRandom[place] ?? 0) & 31
  } else {
    let place = 15
    while (place >= 0 && lastRandom[place] === 31) lastRandom[place--] = 0
    assert(place >= 0, 'more than 2^80 ids in one millisecond')
    lastRandom[place] = (lastRandom[place] ?? 0) + 1
  }
  let digits = ''
  for (const value of lastRandom) digits += ALPHABET.charAt(value)
  return digits
}
