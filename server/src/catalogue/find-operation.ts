import type { Operation } from './operation.ts'

/**
 * What the catalogue holds, read when something is invoked: handlers do not know the catalogue, but here it is what they
 * are about.
 */
export type OperationsOf = () => readonly Operation[]

/** Undefined where there is none of that name, or none any more. */
export function findOperation(operations: OperationsOf, name: string): Operation | undefined {
  return operations().find((one) => one.name === name)
}
