import { sameInAll } from '#kernel/languages.ts'
import { z } from 'zod'
import { idFrom, newId } from '#kernel/ids.ts'
import { createCategory } from '#server/modules/businesses/create-category.ts'
import { program } from './program.ts'

/** Steps of every kind, again and again, with an outside that is slow enough to be killed in. */
export const faultsProgram = program({
  name: 'test.take-faults',
  title: ({ rounds }) => sameInAll(`Takes faults for ${rounds} rounds`),
  input: z.strictObject({ rounds: z.int().max(1000), target: z.url().max(200), isPaying: z.boolean() }),
  async run({ rounds, target, isPaying }, work) {
    const { runId, studioId, signal } = work
    const tell = async (path: string, key: string) => {
      const response = await fetch(`${target}/${path}?key=${encodeURIComponent(key)}`, {
        method: 'POST',
        signal,
      })
      return response.text()
    }
    for (let round = 0; round < rounds; round++) {
      await work.read(`read ${round}`, z.string(), () => tell('read', `${runId}/read ${round}`))
      await work.transact(`write ${round}`, z.null(), async (tx) => {
        await tx.prepared('insert into category (id, studio_id, name) values ($1, $2, $3)', [
          newId('category'),
          studioId,
          `${runId} written ${round} ${newId('category')}`,
        ])
        return null
      })
      await work.send(`send ${round}`, z.string(), (key) => tell('send', key))
      await work.invoke(`invoke ${round}`, createCategory, {
        name: `${idFrom('run', runId)} invoked ${round}`,
      })
      if (isPaying) await work.once(`pay ${round}`, z.string(), () => tell('pay', `${runId}/pay ${round}`))
      work.progress(round + 1, rounds)
    }
    return { rounds }
  },
})
