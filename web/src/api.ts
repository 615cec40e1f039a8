import { createApi, type BaseQueryFn } from '@reduxjs/toolkit/query/react'
import { useCallback, useRef } from 'react'
import type { OperationName, Operations, ReadName, WriteName } from '#contract/operations.d.ts'
import { isRecord } from '#kernel/records.ts'
import type { Problem } from '#contract/operations.d.ts'
import { callOperation, heldAs, isProblem, NO_ANSWER, type Call } from './api-call.ts'
import { LIVE_LISTS } from './live/changed-rows.ts'
import { useShown } from './shown-reads.ts'
import { moduleOf } from './live/own-writes.ts'

/**
 * Every operation of the contract through three endpoints: one for reads, one for lists that page, one for writes.
 * A new operation needs no line here. A write makes every read of its module stale, and so do the events of others (live/).
 */

const answer: BaseQueryFn<Call, unknown, Problem> = (call, { signal }) => callOperation(call, signal)

export const operationsApi = createApi({
  reducerPath: 'operations',
  baseQuery: answer,
  tagTypes: ['module', 'read'],
  keepUnusedDataFor: 30,
  refetchOnReconnect: true,
  endpoints: (build) => ({
    read: build.query<unknown, Call>({
      query: (call) => call,
      providesTags: (_output, _problem, { operation }) => [...moduleTags(operation), ...readTags(operation)],
    }),
    page: build.infiniteQuery<unknown, Call, string | undefined>({
      query: ({ queryArg, pageParam }) => ({ ...queryArg, input: { ...queryArg.input, cursor: pageParam } }),
      infiniteQueryOptions: { initialPageParam: undefined, getNextPageParam: nextCursor },
      providesTags: (_output, _problem, { operation }) =>
        LIVE_LISTS.has(operation)
          ? moduleTags(operation)
          : [...moduleTags(operation), ...readTags(operation)],
    }),
    write: build.mutation<unknown, Call>({
      query: (call) => call,
      // Whatever is done leaves a line in the audit, also where it was refused or waits.
      invalidatesTags: (_output, problem, { operation }) => {
        if (!problem) return [moduleTag(operation), AUDIT_TAG]
        return heldAs(problem) ? [APPROVALS_TAG, AUDIT_TAG] : [AUDIT_TAG]
      },
    }),
    trial: build.mutation<unknown, Call>({
      query: (call) => ({ ...call, idempotencyKey: crypto.randomUUID(), isDryRun: true }),
    }),
  }),
})

export type Input<N extends OperationName> = Operations[N]['input']
export type Output<N extends OperationName> = Operations[N]['output']
export type ListName = {
  [N in ReadName]: Output<N> extends { items: unknown[]; total: number } ? N : never
}[ReadName]
export type Row<N extends ListName> = Output<N> extends { items: (infer R)[] } ? R : never

export interface Reading<T> {
  data: T | undefined
  problem: Problem | undefined
  isFetching: boolean
  /** When the server answered, in Unix milliseconds. */
  asOfMs: number | undefined
  again(): void
}

export function useRead<N extends ReadName>(
  operation: N,
  input: Input<N>,
  { skip = false }: { skip?: boolean } = {},
): Reading<Output<N>> {
  useShown(operation, input, skip)
  const { currentData, error, isFetching, fulfilledTimeStamp, refetch } = operationsApi.useReadQuery(
    { operation, input },
    { skip },
  )
  return {
    data: isOutputOf(operation, currentData) ? currentData : undefined,
    problem: problemIn(error),
    isFetching,
    asOfMs: fulfilledTimeStamp,
    again: () => void refetch(),
  }
}

export interface Pages<R> extends Omit<Reading<R[]>, 'data'> {
  /** The rows that were loaded so far, in the list's order. */
  rows: R[] | undefined
  /** All rows that there are; undefined until the first page is here. */
  total: number | undefined
  hasMore: boolean
  more(): void
}

export function usePages<N extends ListName>(operation: N, input: Input<N>): Pages<Row<N>> {
  useShown(operation, input, false)
  const { currentData, error, isFetching, fulfilledTimeStamp, refetch, hasNextPage, fetchNextPage } =
    operationsApi.usePageInfiniteQuery({ operation, input })
  const more = useCallback(() => void fetchNextPage(), [fetchNextPage])
  const pages = currentData?.pages.filter((page) => isPageOf(operation, page))
  return {
    rows: pages?.flatMap(({ items }) => items),
    total: pages?.at(-1)?.total,
    hasMore: hasNextPage,
    more,
    problem: problemIn(error),
    isFetching,
    asOfMs: fulfilledTimeStamp,
    again: () => void refetch(),
  }
}

/** `send` answers the output, or undefined where it was refused; then `problem` says why. */
export function useWrite<N extends WriteName>(operation: N) {
  const [trigger, { isLoading, error, reset }] = operationsApi.useWriteMutation()
  const unanswered = useRef<{ body: string; key: string }>(undefined)
  const send = useCallback(
    async (input: Input<N>): Promise<Output<N> | undefined> => {
      const body = JSON.stringify(input)
      // What got no answer may have been done all the same, and what waits is not to wait twice: the same action sent
      // again carries the same key.
      const key = unanswered.current?.body === body ? unanswered.current.key : crypto.randomUUID()
      const { data, error: refusal } = await trigger({ operation, input, idempotencyKey: key })
      const told = problemIn(refusal)
      const isOpen = told !== undefined && (told.code === NO_ANSWER || heldAs(told) !== undefined)
      unanswered.current = isOpen ? { body, key } : undefined
      return isOutputOf(operation, data) ? data : undefined
    },
    [operation, trigger],
  )
  return { send, isSending: isLoading, problem: problemIn(error), forget: reset }
}

/** For what is read when a person asks for it, and never from memory: `ask` answers the output, or undefined where it was refused. */
export function useAsk<N extends ReadName>(operation: N) {
  const [trigger, { error, isFetching }] = operationsApi.useLazyReadQuery()
  const ask = useCallback(
    async (input: Input<N>): Promise<Output<N> | undefined> => {
      const { data } = await trigger({ operation, input })
      return isOutputOf(operation, data) ? data : undefined
    },
    [operation, trigger],
  )
  return { ask, isAsking: isFetching, problem: problemIn(error) }
}

/** The same, where the reason of a refusal is told at once and not beside a form. */
export function useAskOrWhy<N extends ReadName>(operation: N) {
  const [trigger, { isFetching }] = operationsApi.useLazyReadQuery()
  const ask = useCallback(
    async (input: Input<N>): Promise<{ output: Output<N> | undefined; problem: Problem | undefined }> => {
      const { data, error } = await trigger({ operation, input })
      return { output: isOutputOf(operation, data) ? data : undefined, problem: problemIn(error) }
    },
    [operation, trigger],
  )
  return { ask, isAsking: isFetching }
}

/** What a write would do, or why it would be refused: it is done and taken back. */
export function useTrial<N extends WriteName>(operation: N) {
  const [trigger, { isLoading }] = operationsApi.useTrialMutation()
  const attempt = useCallback(
    async (input: Input<N>): Promise<{ output?: Output<N>; problem?: Problem }> => {
      const { data, error } = await trigger({ operation, input })
      if (isOutputOf(operation, data)) return { output: data }
      const problem = problemIn(error)
      return problem ? { problem } : {}
    },
    [operation, trigger],
  )
  return { attempt, isTrying: isLoading }
}

const AUDIT_TAG = { type: 'module' as const, id: 'audit' }
const APPROVALS_TAG = { type: 'module' as const, id: 'approvals' }

function moduleTag(operation: OperationName) {
  return { type: 'module' as const, id: moduleOf(operation) }
}

/** Modules whose answers are drawn from others: a change there makes them stale as well. */
const DRAWN_FROM: Record<string, readonly string[]> = {
  exceptions: ['entities', 'businesses', 'kpis', 'webhooks'],
  // Books and their lines are told with the names of both.
  ledger: ['entities', 'businesses', 'closing'],
  group: ['ledger', 'entities'],
  statements: ['ledger', 'entities', 'businesses', 'closing'],
  // What came in is held against the books as they are now.
  migration: ['ledger', 'entities'],
  // Checks are computed from entries; and what schedules post comes with no write of the ledger.
  closing: ['ledger', 'entities'],
  // Sums follow a business that moves, is archived or is merged.
  kpis: ['businesses'],
  search: ['entities', 'businesses', 'kpis', 'identity'],
  subjects: ['entities', 'businesses', 'kpis', 'runs', 'approvals', 'comments', 'attachments'],
}

function modulesBehind(operation: OperationName): string[] {
  const module = moduleOf(operation)
  return [module, ...(DRAWN_FROM[module] ?? [])]
}

function moduleTags(operation: OperationName) {
  return modulesBehind(operation).map((id) => ({ type: 'module' as const, id }))
}

/** What an event of the module makes stale: everything but the lists that follow events row by row. */
function readTags(operation: OperationName) {
  return modulesBehind(operation).map((id) => ({ type: 'read' as const, id }))
}

function nextCursor(page: unknown): string | undefined {
  return isRecord(page) && typeof page['nextCursor'] === 'string' ? page['nextCursor'] : undefined
}

/**
 * The one place where the contract is believed: both sides come from the same catalogue, and the server's own suite
 * compares each answer's keys with the schema. A second validation here would cost a schema library in the bundle.
 */
function isOutputOf<N extends OperationName>(_operation: N, value: unknown): value is Output<N> {
  return isRecord(value)
}

function isPageOf<N extends ListName>(
  _operation: N,
  value: unknown,
): value is { items: Row<N>[]; total: number } {
  return isRecord(value) && Array.isArray(value['items'])
}

function problemIn(error: unknown): Problem | undefined {
  return isProblem(error) ? error : undefined
}
