import type { Language, Said } from '#kernel/languages.ts'
import type { SealingState } from '#server/modules/audit/index.ts'
import type { Gathered, Part, PartStatus } from '#server/vitals/process-report.ts'
import type { HealthPart } from './schema.ts'

type SaidPart = Omit<HealthPart, 'sentence'> & { sentence: Said }

const PROCESS_PARTS = ['database', 'signals', 'worker', 'disk', 'ports'] as const
const RANK: Record<PartStatus, number> = { unknown: 0, ok: 1, degraded: 2, down: 3 }
/** Sealing goes once a minute, and waits for transactions that are still at work. */
const SEALING_LATE_MS = 3 * 60_000
const SEALING_STUCK_MS = 15 * 60_000

/** All parts, in the order in which a person looks: what the processes saw, and what stands in the studio's own rows. */
export function healthParts(
  gathered: Gathered,
  sealing: SealingState,
  { nowMs, language }: { nowMs: number; language: Language },
): HealthPart[] {
  const [database, ...others] = PROCESS_PARTS.map((name) => acrossProcesses(name, gathered))
  const all = [
    ...(database ? [database] : []),
    processesPart(gathered),
    sealingPart(sealing, nowMs),
    ...others,
  ]
  return all.map(({ name, status, sentence, since }) => ({
    name,
    status,
    sentence: sentence[language],
    since,
  }))
}

/** That of the worst part; what is unknown does not count where anything is known. */
export function worstStatus(parts: readonly { status: PartStatus }[]): PartStatus {
  return parts.reduce<PartStatus>(
    (worst, { status }) => (RANK[status] > RANK[worst] ? status : worst),
    'unknown',
  )
}

/** As the worst process sees it, and since when: all are well only since the last of them came to be. */
function acrossProcesses(name: (typeof PROCESS_PARTS)[number], { reports }: Gathered): SaidPart {
  const seen = reports.flatMap(({ process, parts }) =>
    parts.flatMap((part) => (part.name === name ? [{ process, part }] : [])),
  )
  const status = worstStatus(seen.map(({ part }) => part))
  const same = seen.filter(({ part }) => part.status === status)
  const [first] = same
  if (!first)
    return {
      name,
      status: 'unknown',
      sentence: { en: 'No process has looked at it yet.', de: 'Noch kein Prozess hat danach gesehen.' },
      since: null,
    }
  const isOfAll = same.length === reports.length
  const { process, part: worst } = first
  const sentence = isOfAll
    ? worst.sentence
    : { en: `Process ${process}: ${worst.sentence.en}`, de: `Prozess ${process}: ${worst.sentence.de}` }
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

function processesPart({ reports, missing }: Gathered): SaidPart {
  const name = 'processes' as const
  const total = reports.length + missing
  if (reports.length === 0) {
    return {
      name,
      status: 'unknown',
      sentence: { en: 'No process tells of itself here.', de: 'Kein Prozess sagt hier etwas von sich.' },
      since: null,
    }
  }
  const since = new Date(Math.max(...reports.map(({ startedAtMs }) => startedAtMs))).toISOString()
  if (missing === 0) {
    const sentence =
      total === 1
        ? { en: 'One process serves.', de: 'Ein Prozess bedient.' }
        : { en: `All ${total} processes answer.`, de: `Alle ${total} Prozesse antworten.` }
    return { name, status: 'ok', sentence, since }
  }
  const sentence = {
    en: `${missing} of ${total} did not answer in time; the figures are those of the others.`,
    de: `${missing} von ${total} antworteten nicht rechtzeitig; die Zahlen sind die der anderen.`,
  }
  return { name, status: 'degraded', sentence, since: null }
}

function sealingPart({ sealedAt, waitingLines, waitingSince }: SealingState, nowMs: number): SaidPart {
  const name = 'sealing' as const
  if (waitingSince === null) {
    return {
      name,
      status: 'ok',
      sentence: {
        en: 'Every line of the audit is sealed.',
        de: 'Jede Zeile des Prüfprotokolls ist versiegelt.',
      },
      since: sealedAt,
    }
  }
  const waitedMs = nowMs - Date.parse(waitingSince)
  const waitedS = Math.max(0, Math.round(waitedMs / 1000))
  const sentence = {
    en: `${waitingLines === 1 ? '1 line of the audit waits' : `${waitingLines} lines of the audit wait`} for a seal, the first for ${waitedS} s.`,
    de: `${waitingLines === 1 ? '1 Zeile des Prüfprotokolls wartet' : `${waitingLines} Zeilen des Prüfprotokolls warten`} auf ein Siegel, die erste seit ${waitedS} s.`,
  }
  if (waitedMs < SEALING_LATE_MS) return { name, status: 'ok', sentence, since: sealedAt }
  const status = waitedMs < SEALING_STUCK_MS ? 'degraded' : 'down'
  return {
    name,
    status,
    sentence: {
      en: `${sentence.en} Look at the run that seals.`,
      de: `${sentence.de} Sehen Sie nach dem Lauf, der versiegelt.`,
    },
    since: waitingSince,
  }
}
