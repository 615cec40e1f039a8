import type { Seeded } from '#kernel/seeded.ts'
import { DEMO_CATEGORIES, type DemoCategory } from './categories.ts'
import { SHARED_LINK } from './faults.ts'
import { DEMO_PEOPLE } from './people.ts'
import { lifeOf, stagesOf, type DemoStage, type Life } from './plan-lives.ts'
import { ABROAD } from './specials.ts'
import { slugOf } from './planned-entry.ts'
import type { Venture } from './ventures.ts'

export interface PlannedBusiness {
  name: string
  category: string
  /** The LLC of its category. */
  llc: string
  hasOwnEntity: boolean
  /** The name of the entity that holds it. */
  entity: string
  stage: DemoStage
  life: Life
  /** E-mail address of who answers for it. */
  ownerEmail: string
  description: string
  links: string[]
  tags: string[]
}

/** From this stage on a business has an entity of its own; ideas, and what was closed, stay with the LLC of their category. */
const WITHOUT_ENTITY = new Set<DemoStage>(['idea', 'closed'])
const WITH_SITE = new Set<DemoStage>(['launched', 'growing', 'spun-out', 'exited'])
const TAGS = ['subscription', 'marketplace', 'hardware', 'service', 'licence', 'pilot'] as const
const OPERATORS = DEMO_PEOPLE.filter(({ role }) => role === 'operator').map(({ email }) => email)

export function planBusinesses(given: { today: string; chance: Seeded }): PlannedBusiness[] {
  const { today, chance } = given
  const all = DEMO_CATEGORIES.flatMap((category) =>
    category.ventures.map((venture) => ({ category, venture })),
  )
  const names = all.map(({ venture }) => venture.name)
  const stages = stagesOf(names, chance)
  return all.map(({ category, venture }) => {
    const { name } = venture
    const stage = stages.get(name) ?? 'idea'
    const hasOwnEntity = !WITHOUT_ENTITY.has(stage)
    return {
      name,
      category: category.name,
      llc: category.llc,
      hasOwnEntity,
      entity: hasOwnEntity ? entityName(name) : category.llc,
      stage,
      life: lifeOf({ name, stage }, { today, chance }),
      ownerEmail: OPERATORS[chance.whole(0, OPERATORS.length - 1)] ?? '',
      description: storyOf(venture, category, chance),
      links: linksOf(name, stage),
      tags: [chance.pick(TAGS)],
    }
  })
}

/** Two sentences: what it does for whom, and how it earns. */
function storyOf({ does, whom }: Venture, { models }: DemoCategory, chance: Seeded): string {
  return `${does.charAt(0).toUpperCase()}${does.slice(1)} for ${whom}. ${chance.pick(models)}`
}

function linksOf(name: string, stage: DemoStage): string[] {
  if (SHARED_LINK.names.some((one) => one === name)) return [SHARED_LINK.link]
  return WITH_SITE.has(stage) ? [`https://${slugOf(name)}.example/`] : []
}

function entityName(name: string): string {
  const bare = name.replace(/ (GmbH|Inc\.)$/, '')
  return `${bare} ${ABROAD.find((one) => one.name === name)?.kind ?? 'LLC'}`
}
