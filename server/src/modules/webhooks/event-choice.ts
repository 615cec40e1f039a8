import { coverageOf, type Access } from '#server/catalogue/access.ts'
import { EVENT_NAMES } from '#server/catalogue/event-names.ts'
import type { OperationsOf } from '#server/catalogue/find-operation.ts'
import { eventsNotYours, unknownEventType } from './problems.ts'

const KNOWN: ReadonlySet<string> = new Set(EVENT_NAMES)
const MODULES: ReadonlySet<string> = new Set(EVENT_NAMES.map(moduleOf))

/** Throws where one is unknown, or tells what the caller may not see all of. Answers them once each, in order. */
export function checkEventTypes(
  given: readonly string[],
  access: Access,
  operations: OperationsOf,
): string[] {
  for (const type of given) {
    const isKnown = type.endsWith('.*') ? MODULES.has(moduleOf(type)) : KNOWN.has(type)
    if (!isKnown) throw unknownEventType(type)
    const lacking = lackingFor(type, access, operations)
    if (lacking !== undefined) throw eventsNotYours(type, lacking)
  }
  return [...new Set(given)].sort()
}

/** The permission that the caller does not hold on the whole studio, and that events of this type are seen with. */
export function lackingFor(type: string, access: Access, operations: OperationsOf): string | undefined {
  const module = moduleOf(type)
  const writes = operations().filter((one) => one.module === module && one.effect !== 'read')
  // What the engine and approvals tell of themselves is seen as the rest of their module is.
  const needed = new Set([
    ...writes.map(({ seenWith }) => seenWith),
    ...(writes.length === 0 ? [`${module}.read`] : []),
  ])
  return [...needed].find((permission) => coverageOf(access, permission)?.isWhole !== true)
}

/** Whether an endpoint that chose these is told of it. */
export function isChosen(chosen: readonly string[], type: string): boolean {
  return chosen.includes(type) || chosen.includes(`${moduleOf(type)}.*`)
}

export function moduleOf(type: string): string {
  return type.split('.', 1)[0] ?? type
}
