import { today } from '#kernel/periods.ts'
import { randomBytes } from 'node:crypto'
import { z } from 'zod'
import { id } from '#server/catalogue/fields.ts'
import { operation } from '#server/catalogue/operation.ts'
import { Studio, demoFromHereOnly, foundFirst, hashPassword } from '#server/modules/identity/index.ts'
import { enqueueRun } from '#server/runs/enqueue-run.ts'
import type { fillStudio } from './fill-studio.ts'
import { DEMO_PEOPLE, DEMO_STUDIO_NAME } from './people.ts'
import { DEMO_SEED } from './plan-studio.ts'

/** Asks for the run: it acts for the installation, and goes on whoever of the invented people is sent away meanwhile. */
const MACHINE = { kind: 'machine' as const, id: 'machine', name: 'This machine' }

export interface DemoMeans {
  /** How many full months the books of a demonstration tell; tests fill a short form. */
  bookMonths: number
}

export function foundDemoStudio(filling: ReturnType<typeof fillStudio>, { bookMonths }: DemoMeans) {
  return operation({
    name: 'demo.found-studio',
    summary:
      'Founds the first studio of this installation as a demonstration: invented people at once, 442 businesses by a run. From its own machine only; works once.',
    effect: 'write',
    scope: { of: 'public' },
    permission: 'public',
    risk: 'none',
    input: z.strictObject({}),
    output: z.strictObject({
      studio: Studio,
      runId: id('run').describe('Fills it; watch it with runs.get-run.'),
    }),
    examples: async () => [{}],
    async handle(_input, context) {
      const { tx, credential, record } = context
      if (!credential.isLocal) throw demoFromHereOnly()
      // A password that nobody was ever told: these people are entered with identity.enter-demo, and by nothing else.
      const passwordHash = await hashPassword(randomBytes(32).toString('base64url'))
      const { studioId, personIds } = await foundFirst(context, {
        studio: { name: DEMO_STUDIO_NAME, isDemo: true },
        people: DEMO_PEOPLE.map((person) => ({ ...person, passwordHash })),
      })
      const people = DEMO_PEOPLE.flatMap(({ email }, at) => {
        const personId = personIds[at]
        return personId ? [{ email, personId }] : []
      })
      const access = { studioId, actor: MACHINE }
      const input = { seed: DEMO_SEED, today: today(), bookMonths, people }
      const runId = await enqueueRun({ tx, record, access }, filling, { input })
      return { studio: { id: studioId, name: DEMO_STUDIO_NAME }, runId }
    },
  })
}
