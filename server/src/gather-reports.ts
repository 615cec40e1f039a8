import cluster, { type Worker } from 'node:cluster'
import { z } from 'zod'
import { ProcessReport, type Gather, type Gathered } from './vitals/process-report.ts'
import type { Vitals } from './vitals/vitals.ts'

/**
 * With several processes whoever is asked for figures asks the first process, and that one asks all of them: only it has
 * a line to each. One that does not answer in time is counted as missing, and the others are told without it.
 */
const PATIENCE_MS = 2_000

const studioId = z.string().optional()
const ToFirst = z.discriminatedUnion('type', [
  z.object({ type: z.literal('gather'), id: z.int(), studioId }),
  z.object({ type: z.literal('reported'), id: z.int(), report: ProcessReport }),
])
const ToWorker = z.discriminatedUnion('type', [
  z.object({ type: z.literal('report'), id: z.int(), studioId }),
  z.object({ type: z.literal('gathered'), id: z.int(), reports: z.array(ProcessReport), missing: z.int() }),
])

/** In the first process. `count` is how many there are meant to be. */
export function gatherForWorkers(count: number): void {
  const waiting = new Map<number, (report: ProcessReport) => void>()
  let lastId = 0

  function reportOf(worker: Worker, studio: string | undefined): Promise<ProcessReport | undefined> {
    return inTime((resolve) => {
      const id = ++lastId
      waiting.set(id, resolve)
      send(worker, { type: 'report', id, studioId: studio })
      return () => void waiting.delete(id)
    })
  }

  async function gather(studio: string | undefined): Promise<Gathered> {
    const workers = Object.values(cluster.workers ?? {}).flatMap((worker) => worker ?? [])
    const answers = await Promise.all(workers.map((worker) => reportOf(worker, studio)))
    const reports = answers.flatMap((report) => report ?? []).sort((a, b) => a.process - b.process)
    return { reports, missing: Math.max(0, count - reports.length) }
  }

  cluster.on('message', (worker, message) => {
    const { data: told } = ToFirst.safeParse(message)
    if (told?.type === 'reported') waiting.get(told.id)?.(told.report)
    if (told?.type !== 'gather') return
    void gather(told.studioId).then((gathered) =>
      send(worker, { type: 'gathered', id: told.id, ...gathered }),
    )
  })
}

/** In a worker: reports when it is asked, and asks for all. Where the first process does not answer, it tells of itself. */
export function gatherThroughFirst({ report }: Pick<Vitals, 'report'>): Gather {
  const waiting = new Map<number, (gathered: Gathered) => void>()
  let lastId = 0
  process.on('message', (message) => {
    const { data: told } = ToWorker.safeParse(message)
    if (told?.type === 'gathered') waiting.get(told.id)?.(told)
    if (told?.type === 'report') {
      process.send?.({ type: 'reported', id: told.id, report: report(told.studioId) })
    }
  })
  return async (studio) => {
    const gathered = await inTime<Gathered>((resolve) => {
      const id = ++lastId
      waiting.set(id, resolve)
      process.send?.({ type: 'gather', id, studioId: studio })
      return () => void waiting.delete(id)
    }, 2 * PATIENCE_MS)
    return gathered ?? { reports: [report(studio)], missing: 1 }
  }
}

/** A worker that has just ended cannot be told anything any more. */
function send(worker: Worker, message: z.input<typeof ToWorker>): void {
  if (worker.isConnected()) worker.send(message, () => {})
}

function inTime<T>(
  begin: (resolve: (answer: T) => void) => () => void,
  patienceMs = PATIENCE_MS,
): Promise<T | undefined> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => end(undefined), patienceMs)
    const forget = begin((answer) => end(answer))
    function end(answer: T | undefined): void {
      clearTimeout(timer)
      forget()
      resolve(answer)
    }
  })
}
