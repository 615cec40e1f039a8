import { deepEqual } from 'node:assert/strict'
import { test } from 'node:test'
import { treeLines, type Structure } from './tree-lines.ts'

const node = (id: string, isRoot = false): Structure['nodes'][number] => ({
  id,
  name: id,
  kind: 'entity',
  isRoot,
  lookThrough: [],
  lookThroughIsCut: false,
  control: null,
  unrecorded: null,
})
const edge = (ownerId: string, entityId: string) => ({
  stakeId: `${ownerId} ${entityId}`,
  ownerId,
  entityId,
  votingPercent: '50',
  economicPercent: '50',
})
const diamond: Structure = {
  nodes: [node('z', true), node('a', true), node('left'), node('right'), node('below'), node('last')],
  edges: [
    edge('a', 'right'),
    edge('a', 'left'),
    edge('left', 'below'),
    edge('right', 'below'),
    edge('below', 'last'),
  ],
  changesOn: [],
}

test('owners stand above what they own, and what crosses is told once', () => {
  const told = treeLines(diamond, new Set()).map(
    ({ node: { id }, depth, isRepeated }) => `${'.'.repeat(depth)}${id}${isRepeated ? ' (above)' : ''}`,
  )
  deepEqual(told, ['a', '.left', '..below', '...last', '.right', '..below (above)', 'z'])
})

test('a closed line hides what is below it', () => {
  const told = treeLines(diamond, new Set(['/a/left'])).map(({ key, isOpen }) => `${key} ${isOpen}`)
  deepEqual(told, [
    '/a true',
    '/a/left false',
    '/a/right true',
    '/a/right/below true',
    '/a/right/below/last false',
    '/z false',
  ])
})
