import { z } from 'zod'
import { failAccepted } from '#server/catalogue/approval-rows.ts'
import { id } from '#server/catalogue/fields.ts'
import { program } from '#server/runs/program.ts'
import { failureOfRun } from '#server/runs/retry-pause.ts'

/**
 * Does what was accepted, with the rights that its requester has now. An outage is tried again by the engine; a problem
 * is the end, and whoever asked finds it in the approval.
 */
export const carryOut = program({
  name: 'approvals.carry-out',
  input: z.strictObject({ approvalId: id('approval'), operation: z.string().max(120) }),
  title: ({ operation }) => ({ en: `Carry out ${operation}`, de: `Führt ${operation} aus` }),
  async run({ approvalId }, work) {
    try {
      await work.invokeApproved('carry out', approvalId)
    } catch (error) {
      const { problem, isWorthRetrying } = failureOfRun(error, work.runId)
      if (isWorthRetrying) throw error
      await work.transact('tell why not', z.strictObject({}), async (tx) => {
        await failAccepted(tx, {
          studioId: work.studioId,
          runId: work.runId,
          approvalId,
          problem,
        })
        return {}
      })
      throw error
    }
    return { approvalId }
  },
})
