import type { z } from 'zod'
import type { Credential } from '#server/catalogue/access.ts'
import type { Invoke } from '#server/catalogue/invoke.ts'
import { unfit } from '#server/catalogue/problems.ts'
import type { Reach } from '#server/catalogue/reach.ts'
import { failureOf } from '../failure.ts'
import { idempotencyKeyFrom } from '../idempotency-key.ts'
import { describeOperations, searchOperations } from './find-operations.ts'
import { CallReadInput, CallWriteInput, DescribeInput, SearchInput } from './meta-tools.ts'
import { FieldsArgument, SendingArguments, toolName, type OperationTool } from './operation-tools.ts'
import { notARead, notAWrite, tooManyDescribed, unknownTool } from './problems.ts'
import { checkFields, selectFields } from './select-fields.ts'
import {
  RESULT_CHARS_MAX,
  charsOf,
  cutToFit,
  heldResult,
  problemResult,
  scopeOf,
  toolResult,
  type ToolResult,
} from './tool-result.ts'

type Json = Record<string, unknown>

/** One message's caller. */
export interface Caller {
  credential: Credential
  reach: Reach
  requestId: string
  log(error: unknown): void
}

export type CallTool = (name: string, given: Json, caller: Caller) => Promise<ToolResult>

/** Calls tools by name: those of operations, and the four through which all of them can be reached. */
export function createCallTool(tools: readonly OperationTool[], invoke: Invoke): CallTool {
  const known = new Map(
    tools.flatMap((one) => [[toolName(one.operation), one] as const, [one.operation.name, one] as const]),
  )
  const find = (name: string): OperationTool => {
    const one = known.get(name)
    if (!one) throw unknownTool(name)
    return one
  }

  return async (name, given, caller) => {
    const meta = { 'iza/scope': scopeOf(caller.reach) }
    const calling: Calling = { tools, find, invoke, caller, meta }
    try {
      const call = Object.hasOwn(META_CALLS, name) ? META_CALLS[name] : undefined
      return await (call ? call(given, calling) : callOperation(find(name), given, calling))
    } catch (error) {
      const failure = failureOf(error, caller.requestId, caller.log)
      return (failure.kind === 'held' ? heldResult : problemResult)(failure, caller.requestId, meta)
    }
  }
}

/** One call on its way. */
interface Calling {
  tools: readonly OperationTool[]
  /** Throws `mcp.unknown-tool`. */
  find(name: string): OperationTool
  invoke: Invoke
  caller: Caller
  meta: Json
}

const META_CALLS: Record<string, (given: Json, calling: Calling) => Promise<ToolResult>> = {
  async search(given, { tools, caller, meta }) {
    return cutToFit(searchOperations(tools, parsed('search', SearchInput, given), caller.reach), meta)
  },

  async describe(given, { find, meta }) {
    const { operations } = parsed('describe', DescribeInput, given)
    const result = toolResult(describeOperations(operations.map(find)), meta)
    // Half of a schema is of no use, so it is not cut.
    if (charsOf(result) > RESULT_CHARS_MAX) throw tooManyDescribed()
    return result
  },

  async call_read(given, calling) {
    const { operation, input, fields } = parsed('call_read', CallReadInput, given)
    const tool = calling.find(operation)
    if (tool.operation.effect !== 'read') throw notARead(operation)
    return callOperation(tool, { ...input, ...(fields && { fields }) }, calling)
  },

  async call_write(given, calling) {
    const { operation, input, idempotencyKey, dryRun } = parsed('call_write', CallWriteInput, given)
    const tool = calling.find(operation)
    if (tool.operation.effect === 'read') throw notAWrite(operation)
    return callOperation(tool, { ...input, idempotencyKey, dryRun }, calling)
  },
}

function callOperation(tool: OperationTool, given: Json, calling: Calling): Promise<ToolResult> {
  return tool.operation.effect === 'read' ? read(tool, given, calling) : write(tool, given, calling)
}

async function read(
  tool: OperationTool,
  { fields: named, ...input }: Json,
  calling: Calling,
): Promise<ToolResult> {
  const fields = parsed(tool.operation.name, FieldsArgument, named)
  if (fields) checkFields(fields, tool)
  const ask = async (more: Json): Promise<Json> => {
    const { output } = await calling.invoke(requestOf(tool, { ...input, ...more }, calling.caller))
    return selectFields(output, fields, tool.isPaged)
  }
  const output = await ask({})
  return tool.isPaged ? pageToFit(output, ask, calling.meta) : cutToFit(output, calling.meta)
}

async function write(
  tool: OperationTool,
  { idempotencyKey, dryRun, ...input }: Json,
  { invoke, caller, meta: scope }: Calling,
): Promise<ToolResult> {
  const isDryRun = parsed(tool.operation.name, SendingArguments.dryRun, dryRun) === true
  const { output, isReplay } = await invoke({
    ...requestOf(tool, input, caller),
    idempotencyKey: idempotencyKeyFrom(idempotencyKey),
    isDryRun,
  })
  const meta = {
    ...scope,
    ...(isReplay && { 'iza/replayed': true }),
    ...(isDryRun && { 'iza/dryRun': true }),
  }
  try {
    return cutToFit(output, meta)
  } catch {
    // It is done, so it must not be told as a failure: an agent would do it again.
    return toolResult({}, meta, [
      'Done. What it answers is too large to show; read it with the fields you need.',
    ])
  }
}

const PAGE_TRIES_MAX = 4

/**
 * A page that is too large is asked for again with as many rows as fit: so its `nextCursor` is the operation's own,
 * and nothing is left out between two pages.
 */
async function pageToFit(output: Json, ask: (more: Json) => Promise<Json>, meta: Json): Promise<ToolResult> {
  const asked = rowsOf(output)
  let page = output
  for (let attempt = 0; attempt < PAGE_TRIES_MAX; attempt++) {
    const rows = rowsOf(page)
    const notes = rows < asked ? [`${rows} rows fit; the rest comes with cursor = nextCursor.`] : []
    const result = toolResult(page, { ...meta, ...(rows < asked && { 'iza/cut': true }) }, notes)
    const size = charsOf(result)
    if (size <= RESULT_CHARS_MAX) return result
    if (rows <= 1) break
    // A little less than its share: rows differ in size.
    page = await ask({ limit: Math.max(1, Math.floor((rows * RESULT_CHARS_MAX * 0.9) / size)) })
  }
  if (rowsOf(page) > 1) page = await ask({ limit: 1 })
  return cutToFit(
    page,
    meta,
    rowsOf(page) < asked ? ['1 row fits; the rest comes with cursor = nextCursor.'] : [],
  )
}

function rowsOf({ items }: Json): number {
  return Array.isArray(items) ? items.length : 0
}

function requestOf({ operation }: OperationTool, input: Json, { credential, requestId }: Caller) {
  return { operation: operation.name, input, credential, door: 'mcp', requestId } as const
}

function parsed<S extends z.ZodType>(name: string, schema: S, given: unknown): z.output<S> {
  const result = schema.safeParse(given)
  if (!result.success) throw unfit(name, result.error, given)
  return result.data
}
