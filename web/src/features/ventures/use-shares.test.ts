import { deepEqual } from 'node:assert/strict'
import { test } from 'node:test'
import { sharesIn } from './use-shares.ts'

const node = (id: string, kind: 'entity' | 'person') => ({
  id,
  name: id,
  kind,
  isRoot: false,
  lookThrough: [{ ownerId: 'founder', economicPercent: '40' }],
  lookThroughIsCut: false,
  control: null,
  unrecorded: null,
})
const edge = (ownerId: string, entityId: string, economicPercent: string) => ({
  stakeId: `${ownerId} ${entityId}`,
  ownerId,
  entityId,
  votingPercent: economicPercent,
  economicPercent,
})

test('what the top of the studio has is multiplied along each chain and added over all of them', () => {
  const shares = sharesIn({
    nodes: [
      node('founder', 'person'),
      node('top', 'entity'),
      node('whole', 'entity'),
      node('half', 'entity'),
      node('below', 'entity'),
    ],
    edges: [
      edge('founder', 'top', '100'),
      edge('top', 'whole', '100'),
      edge('top', 'half', '50'),
      edge('founder', 'half', '50'),
      edge('half', 'below', '60'),
      edge('whole', 'below', '33.333333'),
    ],
    changesOn: [],
  })
  deepEqual(
    [...shares.values()].map(({ entity, heldPercent }) => [entity.id, heldPercent]),
    [
      ['half', 50],
      ['below', 63.33],
    ],
  )
})
