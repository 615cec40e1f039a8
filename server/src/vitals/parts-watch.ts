import { inEach, type Said } from '#kernel/languages.ts'
import type { Part } from './process-report.ts'

/** Looks at one part. Whoever throws is down, and the message says why. */
export interface PartLook {
  name: Part['name']
  look(): Promise<Pick<Part, 'status' | 'sentence'>>
}

const EVERY_MS = 5_000
/** A part that does not answer is no better than one that answers with an error. */
const PATIENCE_MS = 3_000

/** Looks at every part now and then, and knows since when each is as it is. */
export function createPartsWatch(now: () => number = Date.now) {
  const parts = new Map<string, Part>()
  let looks: readonly PartLook[] = []
  let timer: NodeJS.Timeout | undefined
  let looking: Promise<void> | undefined

  async function lookAt({ name, look }: PartLook): Promise<void> {
    const { status, sentence } = await inTime(look()).catch((error: unknown) => ({
      status: 'down' as const,
      sentence: unreachable(error instanceof Error ? error.message || error.name : String(error)),
    }))
    const before = parts.get(name)
    const sinceMs = before?.status === status ? before.sinceMs : now()
    parts.set(name, {
      name,
      status,
      sentence: inEach((language) => sentence[language].slice(0, 400)),
      sinceMs,
    })
  }

  async function lookAtAll(): Promise<void> {
    await Promise.all(looks.map(lookAt))
  }

  return {
    async begin(given: readonly PartLook[]): Promise<void> {
      looks = given
      await lookAtAll()
      timer = setInterval(() => {
        looking ??= lookAtAll().finally(() => (looking = undefined))
      }, EVERY_MS).unref()
    },
    lookAtAll,
    all: (): Part[] => [...parts.values()],
    async close(): Promise<void> {
      clearInterval(timer)
      await looking
    },
  }
}

function unreachable(why: string): Said {
  return { en: `It cannot be reached: ${why}.`, de: `Nicht zu erreichen: ${why}.` }
}

async function inTime<T>(work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error(`no answer within ${PATIENCE_MS / 1000} s`)), PATIENCE_MS)
  })
  work.catch(() => {}) // told by the race, or too late for it
  return Promise.race([work, late]).finally(() => clearTimeout(timer))
}
