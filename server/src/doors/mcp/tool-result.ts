import { isRecord } from '#kernel/records.ts'
import type { Problem } from '#kernel/problem.ts'
import type { Reach } from '#server/catalogue/reach.ts'
import { resultTooLarge } from './problems.ts'

type Json = Record<string, unknown>

export interface ToolResult {
  [key: string]: unknown
  content: { type: 'text'; text: string }[]
  structuredContent?: Json
  isError?: boolean
  _meta: Json
}

/**
 * Eight thousand tokens at four characters each, for the whole result: the text and the structured content say the
 * same, and a client may hand either or both to its model.
 */
export const RESULT_CHARS_MAX = 32_000
const PROBLEM_TEXT_MAX = 2000
const PROBLEM_FIELDS_MAX = 10

/** For whom, in which studio and how far: so that an agent that serves several cannot mistake one for another. */
export function scopeOf({ access: { studioId, actor, grants } }: Reach): Json {
  const { kind, id, name } = actor
  return {
    studio: studioId,
    actor: { kind, id, name },
    roles: grants.slice(0, 50).map(({ role, covers }) => ({ role, covers: covers ?? null })),
  }
}

export function toolResult(structured: Json, meta: Json, notes: readonly string[] = []): ToolResult {
  return {
    content: [JSON.stringify(structured), ...notes].map((text) => ({ type: 'text', text })),
    structuredContent: structured,
    _meta: meta,
  }
}

/**
 * What waits for a person went well as far as the agent is concerned: told as an error it would be tried again, and as
 * done it would be believed. The schema of every write has a place for it (operation-tools.ts).
 */
export function heldResult(
  { code, message, approvalId }: Problem,
  requestId: string,
  meta: Json,
): ToolResult {
  const held = { code, message, approvalId, requestId }
  return toolResult({ heldForApproval: held }, { ...meta, 'iza/held': held })
}

/** A problem is an answer that the agent can act on, not an error of the protocol. */
export function problemResult({ code, message, fields }: Problem, requestId: string, meta: Json): ToolResult {
  const told = {
    code,
    message: message.slice(0, PROBLEM_TEXT_MAX),
    errors: fields
      .slice(0, PROBLEM_FIELDS_MAX)
      .map(({ path, message: detail }) => ({ pointer: path.slice(0, 200), detail: detail.en.slice(0, 300) })),
    requestId,
  }
  return {
    content: [{ type: 'text', text: JSON.stringify(told) }],
    isError: true,
    _meta: { ...meta, 'iza/problem': told },
  }
}

export function charsOf(result: ToolResult): number {
  return JSON.stringify(result).length
}

/** Each step keeps less: characters of a text, entries of a list. */
const CUTS = [
  { textMax: 2000, listMax: 100 },
  { textMax: 500, listMax: 30 },
  { textMax: 200, listMax: 10 },
  { textMax: 80, listMax: 5 },
] as const
const CUT_NOTE =
  'Long texts and lists were cut to keep this below 8,000 tokens. Name the fields that you need.'

/** The result, with long texts and lists cut where it is too large. Throws `mcp.result-too-large` where nothing helps. */
export function cutToFit(structured: Json, meta: Json, notes: readonly string[] = []): ToolResult {
  const whole = toolResult(structured, meta, notes)
  if (charsOf(whole) <= RESULT_CHARS_MAX) return whole
  for (const size of CUTS) {
    const cut = cutValue(structured, size)
    const result = toolResult(isRecord(cut) ? cut : {}, { ...meta, 'iza/cut': true }, [...notes, CUT_NOTE])
    if (charsOf(result) <= RESULT_CHARS_MAX) return result
  }
  throw resultTooLarge()
}

/** Ids and cursors stay whole: half of one is of no use. */
function cutValue(value: unknown, size: { textMax: number; listMax: number }, key = ''): unknown {
  if (typeof value === 'string') {
    const isKept = value.length <= size.textMax || /id$|cursor$/i.test(key)
    return isKept ? value : `${value.slice(0, size.textMax - 1).toWellFormed()}…`
  }
  if (Array.isArray(value)) return value.slice(0, size.listMax).map((one) => cutValue(one, size))
  if (!isRecord(value)) return value
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, cutValue(inner, size, name)]))
}
