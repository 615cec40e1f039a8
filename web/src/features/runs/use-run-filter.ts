import { useSearchParams } from 'react-router'
import type { Input } from '../../api.ts'
import { isRunStatus, type RunStatus } from './run-words.ts'

export const RUN_KINDS = ['any', 'mine', 'standing'] as const
export type RunKind = (typeof RUN_KINDS)[number]

/** What the list is narrowed to; it lives in the URL. */
export function useRunFilter() {
  const [query, setQuery] = useSearchParams()
  const [status, kind] = [query.get('status') ?? '', query.get('kind') ?? '']
  const filter: { status: RunStatus | undefined; kind: RunKind } = {
    status: isRunStatus(status) ? status : undefined,
    kind: RUN_KINDS.find((one) => one === kind) ?? 'any',
  }
  return {
    ...filter,
    search: query.toString(),
    isNarrowed: filter.status !== undefined || filter.kind !== 'any',
    clear: () => setQuery({}),
    narrow(name: 'status' | 'kind', value: string) {
      const next = new URLSearchParams(window.location.search)
      if (value === '' || value === 'any') next.delete(name)
      else next.set(name, value)
      setQuery(next)
    },
    input: {
      ...(filter.status && { status: filter.status }),
      ...(filter.kind === 'standing' && { isStanding: true }),
      ...(filter.kind === 'mine' && { isMine: true }),
    } satisfies Input<'runs.list-runs'>,
  }
}
