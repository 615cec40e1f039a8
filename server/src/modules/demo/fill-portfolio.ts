import type { Id } from '#kernel/ids.ts'
import { createBusinesses, updateBusinesses } from '#server/modules/businesses/index.ts'
import { createEntities } from '#server/modules/entities/index.ts'
import type { Part } from './part.ts'

/** By name. */
export interface PortfolioIds {
  entityIds: ReadonlyMap<string, Id<'entity'>>
  businessIds: ReadonlyMap<string, Id<'business'>>
}

/** Entities and who owns each on which day, then the businesses in them, then the stages that each went through, a step of all of them at a time. */
export async function fillPortfolio(
  { work, plan, next }: Part,
  people: readonly { email: string; personId: Id<'person'> }[],
): Promise<PortfolioIds> {
  const { entities, holders, businesses } = plan
  next({
    en: 'Registering the entities, with who owns them',
    de: 'Legt die Gesellschaften an, mit ihren Eigentümern',
  })
  const stakes = plan.stakes.map(({ entity, owner, percent, ...dated }) => ({
    entityName: entity,
    ...(holders.some(({ name }) => name === owner) ? { ownerHolderName: owner } : { ownerEntityName: owner }),
    votingPercent: percent,
    economicPercent: percent,
    ...dated,
  }))
  const registered = await work.invoke('entities', createEntities, { entities, holders, stakes })
  const entityIds = idsByName(entities, registered.entityIds)
  next({ en: 'Creating the businesses', de: 'Legt die Unternehmen an' })
  const ownerIds = new Map(people.map(({ email, personId }) => [email, personId]))
  const created = await work.invoke('businesses', createBusinesses, {
    businesses: businesses.map(({ name, entity, category, ownerEmail, life, description, links, tags }) => ({
      name,
      entityId: entityIds.get(entity) ?? '',
      categoryName: category,
      ownerId: ownerIds.get(ownerEmail) ?? null,
      stage: life.steps[0]?.stage,
      effectiveOn: life.steps[0]?.on,
      description,
      links,
      tags,
    })),
  })
  const businessIds = idsByName(businesses, created.businessIds)
  const stepsMax = Math.max(...businesses.map(({ life }) => life.steps.length))
  for (let at = 1; at < stepsMax; at++) {
    next({ en: 'Bringing the businesses to their stages', de: 'Bringt die Unternehmen in ihre Phasen' })
    const changes = businesses.flatMap(({ name, life }) => {
      const [step, businessId] = [life.steps[at], businessIds.get(name)]
      return step && businessId ? [{ businessId, stage: step.stage, effectiveOn: step.on }] : []
    })
    await work.invoke(`stages ${at}`, updateBusinesses, { changes })
  }
  return { entityIds, businessIds }
}

function idsByName<I>(named: readonly { name: string }[], ids: readonly I[]): Map<string, I> {
  return new Map(
    named.flatMap(({ name }, at) => {
      const made = ids[at]
      return made === undefined ? [] : [[name, made] as const]
    }),
  )
}
