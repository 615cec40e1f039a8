import { present } from '#kernel/assert.ts'
import { addDays } from '#kernel/periods.ts'
import type { Seeded } from '#kernel/seeded.ts'
import { CONTRADICTED, PARTLY_OWNED, SHARED_LINK, SILENT, ZOMBIES } from './faults.ts'
import { ABROAD, ACQUIRED, acquiredOn, EXITED, MAJORITY, SPUN_OUT } from './specials.ts'

export type DemoStage =
  'idea' | 'validation' | 'solution' | 'launched' | 'growing' | 'spun-out' | 'exited' | 'closed'

/** How many of the 442 stand where: few earn, as in a real studio of this size. */
export const STAGE_COUNTS: Record<DemoStage, number> = {
  idea: 128,
  validation: 110,
  solution: 96,
  launched: 62,
  growing: 16,
  'spun-out': 3,
  exited: 3,
  closed: 24,
}

/** The studio's own clocks: days that a business may stay there. Null is for any time. */
export const CLOCKS = { idea: 270, validation: 300, solution: 420, launched: null } as const

/** A demonstration that is looked at again after weeks is not full of zombies by then: nobody else is nearer to their clock than this. */
const SPARE_DAYS = 100

const PATHS: Record<DemoStage, readonly DemoStage[]> = {
  idea: ['idea'],
  validation: ['idea', 'validation'],
  solution: ['idea', 'validation', 'solution'],
  launched: ['idea', 'validation', 'solution', 'launched'],
  growing: ['idea', 'validation', 'solution', 'launched', 'growing'],
  'spun-out': ['idea', 'validation', 'solution', 'launched', 'growing', 'spun-out'],
  exited: ['idea', 'validation', 'solution', 'launched', 'growing', 'exited'],
  closed: ['idea', 'validation', 'closed'],
}

export interface Life {
  /** Each stage with its first day; the last one is the present. */
  steps: readonly { stage: DemoStage; on: string }[]
}

/** Where each business stands: those that must stand somewhere first, then the rest by lot. */
export function stagesOf(names: readonly string[], chance: Seeded): Map<string, DemoStage> {
  const stages = forcedStages()
  const left = Object.entries(STAGE_COUNTS).flatMap(([stage, count]) => {
    const taken = [...stages.values()].filter((one) => one === stage).length
    return Array.from({ length: count - taken }, () => stage)
  })
  const free = chance.shuffled(names.filter((name) => !stages.has(name)))
  for (const [at, name] of free.entries())
    stages.set(name, isStage(present(left[at], 'a stage for everybody')))
  return stages
}

function forcedStages(): Map<string, DemoStage> {
  const all = (stage: DemoStage, names: readonly string[]) => names.map((name) => [name, stage] as const)
  return new Map<string, DemoStage>([
    ...all(
      'solution',
      ABROAD.map(({ name }) => name),
    ),
    ...all(
      'solution',
      PARTLY_OWNED.map(({ name }) => name),
    ),
    ...all('launched', [...SHARED_LINK.names, MAJORITY.name, ACQUIRED.name]),
    ...all(
      'launched',
      SILENT.map(({ name }) => name),
    ),
    ...all(
      'growing',
      CONTRADICTED.map(({ name }) => name),
    ),
    ...ZOMBIES.map(({ name, stage }) => [name, stage] as const),
    ...all(
      'spun-out',
      SPUN_OUT.map(({ name }) => name),
    ),
    ...all(
      'exited',
      EXITED.map(({ name }) => name),
    ),
  ])
}

function isStage(text: string): DemoStage {
  const stage = STAGES.find((one) => one === text)
  return present(stage, `${text} is a stage`)
}
const STAGES = [
  'idea',
  'validation',
  'solution',
  'launched',
  'growing',
  'spun-out',
  'exited',
  'closed',
] as const

/** A life that ends at that stage: how long the present one lasts is drawn, and the earlier ones lie before it. */
export function lifeOf(
  { name, stage }: { name: string; stage: DemoStage },
  { today, chance }: { today: string; chance: Seeded },
): Life {
  // Whatever it was before, it came to the studio at work.
  if (name === ACQUIRED.name) return { steps: [{ stage, on: acquiredOn(today) }] }
  const path = PATHS[stage]
  let on = addDays(today, -daysAt(name, stage, chance))
  const steps = path
    .toReversed()
    .map((one, at) => {
      if (at > 0) on = addDays(on, -chance.whole(40, 190))
      return { stage: one, on }
    })
    .toReversed()
  return { steps }
}

/** Days that it has been at its present stage. */
function daysAt(name: string, stage: DemoStage, chance: Seeded): number {
  const isZombie = ZOMBIES.some((one) => one.name === name)
  if (stage === 'idea' || stage === 'validation' || stage === 'solution') {
    const clock = CLOCKS[stage]
    return isZombie ? clock + chance.whole(60, 300) : chance.whole(2, clock - SPARE_DAYS)
  }
  // What has a fault in its values needs values enough to show it.
  const isTold = [...SILENT, ...CONTRADICTED].some((one) => one.name === name)
  return chance.whole(isTold ? 320 : 20, 700)
}
