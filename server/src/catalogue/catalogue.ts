import { assert } from '#kernel/assert.ts'
import type { Operation } from './operation.ts'
import { unknownOperation } from './problems.ts'

/** Everything that the system can do, in the order of names. Doors read it; they know no module. */
export interface Catalogue {
  readonly operations: readonly Operation[]
  /** Throws the problem `catalogue.unknown-operation`. */
  get(name: string): Operation
}

const NAME = /^[a-z][a-z-]*\.[a-z]+(-[a-z]+)+$/

/** Refuses at start what would be a riddle later: two operations of one name, a public one that asks for a permission. */
export function createCatalogue(operations: readonly Operation[]): Catalogue {
  const byName = new Map<string, Operation>()
  for (const operation of operations) {
    const { name, permission, scope } = operation
    assert(NAME.test(name), `${name} is not named module.verb-noun`)
    assert(!byName.has(name), `two operations are named ${name}`)
    assert(
      (permission === 'public') === (scope === 'public'),
      `${name} must be public in both permission and scope, or neither`,
    )
    byName.set(name, operation)
  }
  const sorted = [...byName.values()].sort((a, b) => (a.name < b.name ? -1 : 1))
  return {
    operations: sorted,
    get(name) {
      const found = byName.get(name)
      if (!found) throw unknownOperation(name.slice(0, 120))
      return found
    },
  }
}
