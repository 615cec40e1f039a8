import { z } from 'zod'
import { Problem } from '#kernel/problem.ts'
import { postEntry } from '#server/modules/ledger/index.ts'
import { program } from '#server/runs/program.ts'

const { bookId, effectiveOn, memo, lines } = postEntry.types.input.shape

/** Posts one entry by hand for whoever asked, as they would. That it is held for a second person is how it is meant to end. */
export const postByHand = program({
  name: 'demo.post-by-hand',
  title: () => ({ en: 'Post a large entry by hand', de: 'Große Buchung von Hand' }),
  input: z.strictObject({ bookId, effectiveOn, memo, lines }),
  async run(input, work) {
    try {
      await work.invoke('post', postEntry, input)
    } catch (error) {
      if (!(error instanceof Problem && error.code === 'catalogue.held-for-approval')) throw error
    }
    return {}
  },
})
