import { after } from 'node:test'

const works: (() => Promise<unknown>)[] = []
/** A bench that is a program of its own has no test to follow; and a test's hooks on every promise would be measured with it. */
const isTest = process.env['NODE_TEST_CONTEXT'] !== undefined

/** Runs when the test file ends, the last one first: what was built on a database is closed before the database goes. */
export function atEnd(work: () => Promise<unknown>): void {
  if (works.length === 0 && isTest) after(endNow)
  works.push(work)
}

/** For a program, which says itself where it ends. */
export async function endNow(): Promise<void> {
  for (const one of works.splice(0).toReversed()) await one()
}
