import { statfs } from 'node:fs/promises'
import { sameInAll, type Said } from '#kernel/languages.ts'
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
      const queue = {
        en: waiting > 0 ? ` ${waiting} requests wait for a connection.` : '',
        de: waiting > 0 ? ` ${waiting} Anfragen warten auf eine Verbindung.` : '',
      }
      const took = ms.toFixed(ms < 10 ? 1 : 0)
      return {
        status: isSlow ? 'degraded' : 'ok',
        sentence: {
          en: `It answers in ${took} ms.${queue.en}`,
          de: `Antwortet in ${took} ms.${queue.de}`,
        },
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
        ? {
            status: 'ok',
            sentence: {
              en: 'News of other processes arrives at once.',
              de: 'Neues aus anderen Prozessen kommt sofort an.',
            },
          }
        : {
            status: 'degraded',
            sentence: {
              en: 'The connection that listens is lost and tried again; news is up to 15 s late meanwhile.',
              de: 'Die Verbindung, die zuhört, ist verloren und wird wieder versucht; Neues kommt solange bis zu 15 s später.',
            },
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
      if (!state)
        return {
          status: 'unknown',
          sentence: {
            en: 'This process serves only and works no runs.',
            de: 'Dieser Prozess bedient nur und arbeitet keine Läufe ab.',
          },
        }
      const { held, lookedAtMs } = state()
      if (lookedAtMs === undefined)
        return {
          status: 'degraded',
          sentence: { en: 'It has not looked for work yet.', de: 'Hat noch nicht nach Arbeit gesehen.' },
        }
      const ageMs = Date.now() - lookedAtMs
      if (ageMs > LOOK_LATE_MS) {
        return {
          status: 'down',
          sentence: {
            en: `It last looked for work ${Math.round(ageMs / 1000)} s ago, so runs wait.`,
            de: `Hat zuletzt vor ${Math.round(ageMs / 1000)} s nach Arbeit gesehen; Läufe warten deshalb.`,
          },
        }
      }
      return {
        status: 'ok',
        sentence: {
          en: held === 1 ? 'It works on 1 run.' : `It works on ${held} runs.`,
          de: held === 1 ? 'Arbeitet an 1 Lauf.' : `Arbeitet an ${held} Läufen.`,
        },
      }
    },
  }
}

/** Where keys, logs and the heads of the audit lie, and the database too unless it runs elsewhere. */
export function diskLook(home: string | undefined): PartLook {
  return {
    name: 'disk',
    async look() {
      if (home === undefined)
        return {
          status: 'unknown',
          sentence: {
            en: 'This process was given no folder of its own.',
            de: 'Dieser Prozess hat kein eigenes Verzeichnis.',
          },
        }
      const { bavail, blocks, bsize } = await statfs(home)
      const free = bavail * bsize
      const [rest, all] = [gigabytes(free), gigabytes(blocks * bsize)]
      const sentence = (then: Said): Said => ({
        en: `${rest} of ${all} are free where the home lies.${then.en}`,
        de: `${rest} von ${all} sind frei, wo die Daten liegen.${then.de}`,
      })
      if (free < ROOM_NONE_BYTES)
        return {
          status: 'down',
          sentence: sentence({
            en: ' Make room now: writes will fail.',
            de: ' Schaffen Sie jetzt Platz: Sonst lässt sich nichts schreiben.',
          }),
        }
      return free < ROOM_LITTLE_BYTES
        ? {
            status: 'degraded',
            sentence: sentence({ en: ' Make room soon.', de: ' Schaffen Sie bald Platz.' }),
          }
        : { status: 'ok', sentence: sentence(sameInAll('')) }
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
        ? {
            status: 'ok',
            sentence: { en: `All ${given.open} ports are open.`, de: `Alle ${given.open} Ports sind offen.` },
          }
        : {
            status: 'degraded',
            sentence: {
              en: `${given.open} ports are open; these are not: ${given.refused.join(', ')}.`,
              de: `${given.open} Ports sind offen; diese nicht: ${given.refused.join(', ')}.`,
            },
          },
  }
}
