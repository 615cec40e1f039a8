import { after } from 'node:test'

const works: (() => Promise<unknown>)[] = []

/** Runs when the test file ends, the last one first: what was built on a database is closed before the database goes. */
export function atEnd(work: () => Promise<unknown>): void {
  if (works.length === 0) {
    after(async () => {
      for (const one of works.toReversed()) await one()
    })
  }
  works.push(work)
}
