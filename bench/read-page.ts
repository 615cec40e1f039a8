import { test } from 'node:test'
import { fastify } from 'fastify'
import pg from 'pg'
import { atEnd } from '#server/database/at-end.ts'
import { testDoorsSystem } from './doors-system.ts'
import { load, median } from './load.ts'

/**
 * An authenticated page of 20 businesses under row-level security, as a ratio to a bare Fastify with one SELECT on the
 * same rows: `node bench/read-page.ts`. Control and subject alternate within the minute.
 */
const ROUNDS = 3
const SECONDS = 4

test('a page of twenty beside a bare SELECT', async () => {
  const { rest, database } = await testDoorsSystem(20)
  const bare = await bareServer(database.configFor('admin'))
  for (const connections of [10, 100]) {
    const control: number[] = []
    const subject: number[] = []
    const p99: number[] = []
    await load(rest, { seconds: 2, connections })
    await load({ url: bare }, { seconds: 2, connections })
    for (let round = 0; round < ROUNDS; round++) {
      control.push((await load({ url: bare }, { seconds: SECONDS, connections })).perSecond)
      const measured = await load(rest, { seconds: SECONDS, connections })
      subject.push(measured.perSecond)
      p99.push(measured.p99Ms)
    }
    const ratio = median(subject) / median(control)
    console.log(
      `${connections} connections: ${median(subject).toFixed(0)}/s against ${median(control).toFixed(0)}/s: ` +
        `${ratio.toFixed(2)}; p99 ${median(p99)} ms`,
    )
  }
})

/** What the database and Fastify cost by themselves: the same twenty rows, read past row-level security by their owner. */
async function bareServer(config: pg.ClientConfig): Promise<string> {
  const pool = new pg.Pool({ ...config, max: 20 })
  const app = fastify()
  app.get('/', async () => {
    const { rows } = await pool.query({
      name: 'page',
      text: `select b.*, e.name as entity_name, c.name as category_name from business b
        join entity e on e.id = b.entity_id left join category c on c.id = b.category_id order by b.name, b.id limit 20`,
    })
    return { items: rows }
  })
  const address = await app.listen({ port: 0, host: '127.0.0.1' })
  atEnd(async () => {
    await app.close()
    await pool.end()
  })
  return address
}
