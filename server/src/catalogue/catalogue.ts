import { assert } from '#kernel/assert.ts'
import { listsByIds } from './lists-by-ids.ts'
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
  const resolved = new Set<string>()
  for (const operation of operations) {
    const { name, permission, scope, resolves } = operation
    assert(NAME.test(name), `${name} is not named module.verb-noun`)
    assert(!byName.has(name), `two operations are named ${name}`)
    assert(
      (permission === 'public') === (scope === 'public'),
      `${name} must be public in both permission and scope, or neither`,
    )
    if (resolves) {
      assert(!resolved.has(resolves), `${name} is the second operation that resolves ${resolves}`)
      assert(listsByIds(operation, resolves), `${name} resolves ${resolves}, so it must list them by ids`)
      resolved.add(resolves)
    }
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
