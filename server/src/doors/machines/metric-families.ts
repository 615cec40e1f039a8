import { OCTAVES } from '#server/vitals/duration-scale.ts'
import type { Gathered, ProcessReport } from '#server/vitals/process-report.ts'
import type { ServerFigures } from '#server/vitals/server-figures.ts'
import type { Family, Sample } from './prometheus-text.ts'

/**
 * Every series of a process carries its number, and nothing is added up here: a process that ends takes its counters
 * with it, and a sum over processes would then seem to fall. `sum by (operation)` is the reader's, after `rate`.
 */
export function metricFamilies({ reports, missing }: Gathered, figures: ServerFigures | undefined): Family[] {
  const each = (samplesOf: (report: ProcessReport) => Sample[]) => reports.flatMap(samplesOf)
  const one = (valueOf: (report: ProcessReport) => number) =>
    each((report) => [{ labels: { process: report.process }, value: valueOf(report) }])
  return [
    ...invocationFamilies(each),
    gauge('iza_event_loop_delay_seconds', 'How late the event loop was in the last minute.', each(delays)),
    gauge('iza_database_connections', 'Connections of the pool.', each(connections)),
    gauge(
      'iza_database_waiting',
      'Requests that wait for a connection.',
      one((report) => report.connections.waiting),
    ),
    gauge(
      'iza_live_streams',
      'Live streams that are open.',
      one((report) => report.liveStreams),
    ),
    gauge('iza_part_ok', '1 where the part works, 0 where it is degraded or down.', each(parts)),
    gauge(
      'process_resident_memory_bytes',
      'Resident memory.',
      one((report) => report.residentBytes),
    ),
    gauge(
      'nodejs_heap_size_used_bytes',
      'Memory of the JavaScript heap in use.',
      one((report) => report.heapBytes),
    ),
    counter(
      'process_cpu_seconds_total',
      'CPU time, user and system.',
      one((report) => report.cpuSeconds),
    ),
    gauge(
      'process_start_time_seconds',
      'When the process began, Unix time.',
      one((report) => report.startedAtMs / 1000),
    ),
    gauge('iza_processes', 'Processes that serve, by whether they answered in time.', [
      { labels: { state: 'answered' }, value: reports.length },
      { labels: { state: 'missing' }, value: missing },
    ]),
    ...(figures ? serverFamilies(figures) : []),
  ]
}

function invocationFamilies(each: (samplesOf: (report: ProcessReport) => Sample[]) => Sample[]): Family[] {
  return [
    counter(
      'iza_invocations_total',
      'Invocations by operation, door and outcome; kind is that of the problem.',
      each(invocations),
    ),
    {
      name: 'iza_invocation_duration_seconds',
      help: 'How long invocations took, with their wait for a shared transaction.',
      type: 'histogram',
      samples: each(durations),
    },
    counter('iza_http_responses_total', 'HTTP answers by method and status.', each(responses)),
  ]
}

/** They are not there while the database does not answer: a stale figure would look like a good one. */
function serverFamilies({ runs, oldestDueSeconds, unsealedLines }: ServerFigures): Family[] {
  return [
    gauge(
      'iza_runs',
      'Runs of all studios that have not ended, or need a person.',
      Object.entries(runs).map(([status, value]) => ({ labels: { status }, value })),
    ),
    gauge('iza_runs_oldest_due_seconds', 'How long the oldest run that is due has waited.', [
      { labels: {}, value: oldestDueSeconds },
    ]),
    gauge('iza_audit_lines_unsealed', 'Audit lines that wait for their seal, of all studios.', [
      { labels: {}, value: unsealedLines },
    ]),
  ]
}

function invocations({ process, invocations: counted }: ProcessReport): Sample[] {
  return counted.map(({ operation, door, outcome, kind, count }) => ({
    labels: { process, operation, door, outcome, ...(kind !== '' && { kind }) },
    value: count,
  }))
}

function durations({ process, durations: timed }: ProcessReport): Sample[] {
  return timed.flatMap(({ operation, steps, sumMs }) => {
    const labels = { process, operation }
    const upTo = (step: number) => steps.slice(0, step + 1).reduce((sum, count) => sum + count, 0)
    const total = upTo(steps.length)
    return [
      ...OCTAVES.map(({ step, ms }) => ({
        suffix: '_bucket',
        labels: { ...labels, le: ms / 1000 },
        value: upTo(step),
      })),
      { suffix: '_bucket', labels: { ...labels, le: '+Inf' }, value: total },
      { suffix: '_sum', labels, value: sumMs / 1000 },
      { suffix: '_count', labels, value: total },
    ]
  })
}

function responses({ process, responses: counted }: ProcessReport): Sample[] {
  return counted.map(({ method, status, count }) => ({ labels: { process, method, status }, value: count }))
}

function delays({ process, loopDelay: { p50Ms, p99Ms, maxMs } }: ProcessReport): Sample[] {
  return [
    { labels: { process, quantile: '0.5' }, value: p50Ms / 1000 },
    { labels: { process, quantile: '0.99' }, value: p99Ms / 1000 },
    { labels: { process, quantile: '1' }, value: maxMs / 1000 },
  ]
}

function connections({ process, connections: { inUse, idle } }: ProcessReport): Sample[] {
  return [
    { labels: { process, state: 'in-use' }, value: inUse },
    { labels: { process, state: 'idle' }, value: idle },
  ]
}

function parts({ process, parts: all }: ProcessReport): Sample[] {
  return all.flatMap(({ name, status }) =>
    status === 'unknown' ? [] : [{ labels: { process, part: name }, value: status === 'ok' ? 1 : 0 }],
  )
}

function gauge(name: string, help: string, samples: Sample[]): Family {
  return { name, help, type: 'gauge', samples }
}

function counter(name: string, help: string, samples: Sample[]): Family {
  return { name, help, type: 'counter', samples }
}
