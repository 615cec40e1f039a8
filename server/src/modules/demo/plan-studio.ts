import { seeded } from '#kernel/seeded.ts'
import { DEMO_CATEGORIES } from './categories.ts'
import { planBusinesses, type PlannedBusiness } from './plan-businesses.ts'
import {
  planEntities,
  planHolders,
  planStakes,
  type PlannedEntity,
  type PlannedHolder,
  type PlannedStake,
} from './plan-entities.ts'
import type { Earnings } from './plan-earnings.ts'
import { planValues, type PlannedValue } from './plan-values.ts'

export const DEMO_SEED = 442

export interface StudioPlan {
  entities: PlannedEntity[]
  holders: PlannedHolder[]
  stakes: PlannedStake[]
  businesses: PlannedBusiness[]
  values: PlannedValue[]
  /** By business: of those that sell, and of those that did before they were sold. */
  earnings: Map<string, Earnings>
}

/** All that the demonstration is made of: of the same seed and day, the same. */
export function planStudio({ seed, today }: { seed: number; today: string }): StudioPlan {
  const chance = seeded(seed)
  const llcs = [...new Set(DEMO_CATEGORIES.map(({ llc }) => llc))]
  const businesses = planBusinesses({ today, chance })
  return {
    businesses,
    entities: planEntities(businesses, { llcs, chance }),
    holders: planHolders(),
    stakes: planStakes(businesses, { llcs, today }),
    ...planValues(businesses, { seed, today, chance }),
  }
}
