import { createEntities } from './create-entities.ts'
import { createEntity } from './create-entity.ts'
import { createHolder } from './create-holder.ts'
import { endStake } from './end-stake.ts'
import { getEntity } from './get-entity.ts'
import { getStructure } from './get-structure.ts'
import { incompleteRule } from './incomplete-rule.ts'
import { importEntities } from './import-entities.ts'
import { entityImport } from './import-program.ts'
import { listEntities } from './list-entities.ts'
import { listHolders } from './list-holders.ts'
import { listIncompleteOwnership } from './list-incomplete-ownership.ts'
import { listJudgements } from './list-judgements.ts'
import { listStakes } from './list-stakes.ts'
import { recordJudgement } from './record-judgement.ts'
import { recordStake } from './record-stake.ts'
import { updateEntity } from './update-entity.ts'
import { withdrawJudgement } from './withdraw-judgement.ts'
import { withdrawStake } from './withdraw-stake.ts'

export { createEntities } from './create-entities.ts'
export { createEntity } from './create-entity.ts'
export { entitiesNamed, namesOfEntities } from './entities-queries.ts'
export { recordStake } from './record-stake.ts'
export { exampleEntity } from './example-entity.ts'
export { holdsOn } from './dated-graph.ts'
export { controllers, ownersFirst, sharesOfRoots } from './look-through.ts'
export { isOwnershipChangedSince, readOwnership, type OwnershipRows } from './ownership-queries.ts'
export { percentOf, roundedMillionths, WHOLE } from './percent.ts'

export const entitiesRules = [incompleteRule]

export const entitiesOperations = [
  createEntities,
  createEntity,
  createHolder,
  endStake,
  getEntity,
  getStructure,
  importEntities,
  listEntities,
  listHolders,
  listIncompleteOwnership,
  listJudgements,
  listStakes,
  recordJudgement,
  recordStake,
  updateEntity,
  withdrawJudgement,
  withdrawStake,
]

export { entitiesSources } from './search-queries.ts'
export const entitiesPrograms = [entityImport]

export { entitySubject } from './subject-queries.ts'
