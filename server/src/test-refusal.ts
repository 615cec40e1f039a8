import { Problem } from '#kernel/problem.ts'

/** The problem with which something is refused; fails where it is not, and with whatever else it fails with. */
export async function refusal(attempt: Promise<unknown>): Promise<Problem> {
  try {
    await attempt
  } catch (error) {
    if (error instanceof Problem) return error
    throw error
  }
  throw new Error('it was not refused')
}
