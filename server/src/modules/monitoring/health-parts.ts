import type { SealingState } from '#server/modules/audit/index.ts'
import type { Gathered, Part, PartStatus } from '#server/vitals/process-report.ts'
import type { HealthPart } from './schema.ts'

const PROCESS_PARTS = ['database', 'signals', 'worker', 'disk', 'ports'] as const
const RANK: Record<PartStatus, number> = { unknown: 0, ok: 1, degraded: 2, down: 3 }
/** Sealing goes once a minute, and waits for transactions that are still at work. */
const SEALING_LATE_MS = 3 * 60_000
const SEALING_STUCK_MS = 15 * 60_000

/** All parts, in the order in which a person looks: what the processes saw, and what stands in the studio's own rows. */
export function healthParts(gathered: Gathered, sealing: SealingState, nowMs: number): HealthPart[] {
  const [database, ...others] = PROCESS_PARTS.map((name) => acrossProcesses(name, gathered))
  return [...(database ? [database] : []), processesPart(gathered), sealingPart(sealing, nowMs), ...others]
}

/** That of the worst part; what is unknown does not count where anything is known. */
export function worstStatus(parts: readonly { status: PartStatus }[]): PartStatus {
  return parts.reduce<PartStatus>(
    (worst, { status }) => (RANK[status] > RANK[worst] ? status : worst),
    'unknown',
  )
}

/** As the worst process sees it, and since when: all are well only since the last of them came to be. */
function acrossProcesses(name: (typeof PROCESS_PARTS)[number], { reports }: Gathered): HealthPart {
  const seen = reports.flatMap(({ process, parts }) =>
    parts.flatMap((part) => (part.name === name ? [{ process, part }] : [])),
  )
  const status = worstStatus(seen.map(({ part }) => part))
  const same = seen.filter(({ part }) => part.status === status)
  const [first] = same
  if (!first) return { name, status: 'unknown', sentence: 'No process has looked at it yet.', since: null }
  const isOfAll = same.length === reports.length
  const sentence = isOfAll ? first.part.sentence : `Process ${first.process}: ${first.part.sentence}`
  return {
    name,
    status,
    sentence,
    since: sinceOf(
      status,
      same.map(({ part }) => part),
    ),
  }
}

function sinceOf(status: PartStatus, parts: readonly Part[]): string {
  const instants = parts.map(({ sinceMs }) => sinceMs)
  return new Date(status === 'ok' ? Math.max(...instants) : Math.min(...instants)).toISOString()
}

function processesPart({ reports, missing }: Gathered): HealthPart {
  const name = 'processes' as const
  const total = reports.length + missing
  if (reports.length === 0) {
    return { name, status: 'unknown', sentence: 'No process tells of itself here.', since: null }
  }
  const since = new Date(Math.max(...reports.map(({ startedAtMs }) => startedAtMs))).toISOString()
  if (missing === 0) {
    const sentence = total === 1 ? 'One process serves.' : `All ${total} processes answer.`
    return { name, status: 'ok', sentence, since }
  }
  const sentence = `${missing} of ${total} did not answer in time; the figures are those of the others.`
  return { name, status: 'degraded', sentence, since: null }
}

function sealingPart({ sealedAt, waitingLines, waitingSince }: SealingState, nowMs: number): HealthPart {
  const name = 'sealing' as const
  if (waitingSince === null) {
    return { name, status: 'ok', sentence: 'Every line of the audit is sealed.', since: sealedAt }
  }
  const waitedMs = nowMs - Date.parse(waitingSince)
  const lines = waitingLines === 1 ? '1 line of the audit waits' : `${waitingLines} lines of the audit wait`
  const sentence = `${lines} for a seal, the first for ${Math.max(0, Math.round(waitedMs / 1000))} s.`
  if (waitedMs < SEALING_LATE_MS) return { name, status: 'ok', sentence, since: sealedAt }
  const status = waitedMs < SEALING_STUCK_MS ? 'degraded' : 'down'
  return { name, status, sentence: `${sentence} Look at the run that seals.`, since: waitingSince }
}
