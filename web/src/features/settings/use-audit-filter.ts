import { useMemo } from 'react'
import { useSearchParams } from 'react-router'
import type { Input } from '../../api.ts'

export const OUTCOMES = ['done', 'refused', 'held'] as const
type Outcome = (typeof OUTCOMES)[number]
const NARROWING = ['outcome', 'operation', 'actor', 'subject', 'since'] as const
type Narrowing = (typeof NARROWING)[number]
export type AuditFilter = Record<Narrowing, string>

/** Days back from the beginning of today, UTC; the address holds the word, so that a link stays what it says. */
export const SINCE = { today: 0, week: 6, month: 29 } as const
const DAY_MS = 86_400_000

/** What the lines are narrowed to, and which one is open: all of it in the address. */
export function useAuditFilter() {
  const [query, setQuery] = useSearchParams()
  const filter = useMemo(() => readFilter(query), [query])
  const put = (values: Record<string, string>) => {
    const next = new URLSearchParams(window.location.search)
    for (const [name, value] of Object.entries(values)) {
      if (value === '') next.delete(name)
      else next.set(name, value)
    }
    setQuery(next)
  }
  return {
    filter,
    isNarrowed: NARROWING.some((name) => filter[name] !== ''),
    lineId: query.get('line') ?? undefined,
    isVerifying: query.has('verify'),
    narrow: (name: Narrowing, value: string) => put({ [name]: value }),
    clear: () => put(Object.fromEntries(NARROWING.map((name) => [name, '']))),
    openLine: (id: string) => put({ line: id, verify: '' }),
    verify: () => put({ verify: 'true', line: '' }),
    close: () => put({ line: '', verify: '' }),
  }
}

/** The address of the same list with one line open: what a row links to. */
export function useAddressOfLine(): (id: string) => string {
  const [query] = useSearchParams()
  return (id) => {
    const next = new URLSearchParams(query)
    next.delete('verify')
    next.set('line', id)
    return `/settings/audit?${next.toString()}`
  }
}

export function inputOf(
  { outcome, operation, actor, subject, since }: AuditFilter,
  nowMs: number,
): Input<'audit.list-lines'> {
  const days = isSince(since) ? SINCE[since] : undefined
  const midnightMs = Math.floor(nowMs / DAY_MS) * DAY_MS
  return {
    limit: 100,
    ...(isOutcome(outcome) && { outcome }),
    ...(operation && { operation }),
    ...(actor && { actorId: actor }),
    ...(subject && { subjectId: subject }),
    ...(days !== undefined && { from: new Date(midnightMs - days * DAY_MS).toISOString() }),
  }
}

function readFilter(query: URLSearchParams): AuditFilter {
  const value = (name: Narrowing) => query.get(name) ?? ''
  return {
    outcome: isOutcome(value('outcome')) ? value('outcome') : '',
    operation: value('operation'),
    actor: value('actor'),
    subject: value('subject'),
    since: isSince(value('since')) ? value('since') : '',
  }
}

function isOutcome(value: string): value is Outcome {
  return OUTCOMES.some((outcome) => outcome === value)
}

function isSince(value: string): value is keyof typeof SINCE {
  return value in SINCE
}
