import { statfs } from 'node:fs/promises'
import type { Database } from '#server/database/database.ts'
import type { Signals } from '#server/database/signals.ts'
import type { PartLook } from './parts-watch.ts'

const SLOW_MS = 500
/** The worker looks for work at least every 15 s. */
const LOOK_LATE_MS = 60_000
const ROOM_LITTLE_BYTES = 2e9
const ROOM_NONE_BYTES = 200e6

/** Through the pool, as every request goes: it is down when requests cannot be answered, whatever the reason. */
export function databaseLook(database: Database): PartLook {
  return {
    name: 'database',
    async look() {
      const beganMs = performance.now()
      await database.read({}, (tx) => tx.prepared('select', []))
      const ms = performance.now() - beganMs
      const { waiting } = database.connections()
      const isSlow = ms > SLOW_MS
      const queue = waiting > 0 ? ` ${waiting} requests wait for a connection.` : ''
      return {
        status: isSlow ? 'degraded' : 'ok',
        sentence: `It answers in ${ms.toFixed(ms < 10 ? 1 : 0)} ms.${queue}`,
      }
    },
  }
}

/** Without them live screens and the worker are late by seconds, and nothing is lost. */
export function signalsLook(signals: Signals): PartLook {
  return {
    name: 'signals',
    look: async () =>
      signals.isConnected()
        ? { status: 'ok', sentence: 'News of other processes arrives at once.' }
        : {
            status: 'degraded',
            sentence:
              'The connection that listens is lost and tried again; news is up to 15 s late meanwhile.',
          },
  }
}

export interface WorkerState {
  /** Runs that it holds at this moment. */
  held: number
  /** Unix milliseconds of its last look for work that came to an end; undefined before the first. */
  lookedAtMs: number | undefined
}

export function workerLook(state: (() => WorkerState) | undefined): PartLook {
  return {
    name: 'worker',
    async look() {
      if (!state) return { status: 'unknown', sentence: 'This process serves only and works no runs.' }
      const { held, lookedAtMs } = state()
      if (lookedAtMs === undefined) return { status: 'degraded', sentence: 'It has not looked for work yet.' }
      const ageMs = Date.now() - lookedAtMs
      if (ageMs > LOOK_LATE_MS) {
        return {
          status: 'down',
          sentence: `It last looked for work ${Math.round(ageMs / 1000)} s ago, so runs wait.`,
        }
      }
      return { status: 'ok', sentence: held === 1 ? 'It works on 1 run.' : `It works on ${held} runs.` }
    },
  }
}

/** Where keys, logs and the heads of the audit lie, and the database too unless it runs elsewhere. */
export function diskLook(home: string | undefined): PartLook {
  return {
    name: 'disk',
    async look() {
      if (home === undefined)
        return { status: 'unknown', sentence: 'This process was given no folder of its own.' }
      const { bavail, blocks, bsize } = await statfs(home)
      const free = bavail * bsize
      const sentence = `${gigabytes(free)} of ${gigabytes(blocks * bsize)} are free where the home lies.`
      if (free < ROOM_NONE_BYTES)
        return { status: 'down', sentence: `${sentence} Make room now: writes will fail.` }
      return free < ROOM_LITTLE_BYTES
        ? { status: 'degraded', sentence: `${sentence} Make room soon.` }
        : { status: 'ok', sentence }
    },
  }
}

function gigabytes(bytes: number): string {
  return `${(bytes / 1e9).toFixed(1)} GB`
}

/** Ports that another program holds are told at start, and stay closed until the next one. */
export function portsLook(given: { open: number; refused: readonly string[] }): PartLook {
  return {
    name: 'ports',
    look: async () =>
      given.refused.length === 0
        ? { status: 'ok', sentence: `All ${given.open} ports are open.` }
        : {
            status: 'degraded',
            sentence: `${given.open} ports are open; these are not: ${given.refused.join(', ')}.`,
          },
  }
}
