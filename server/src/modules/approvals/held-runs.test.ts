import { sameInAll } from '#kernel/languages.ts'
import { deepEqual, equal } from 'node:assert/strict'
import { test } from 'node:test'
import { z } from 'zod'
import { idFrom } from '#kernel/ids.ts'
import { program } from '#server/runs/program.ts'
import { createRole } from '../identity/index.ts'
import { testApprovals } from './test-approvals.ts'

const way = await testApprovals()
const { call, enqueue, first, key, machineKey, records, startWorking, until } = way

const makesRole = program({
  name: 'examples.make-role',
  title: () => sameInAll('Makes a role'),
  input: z.strictObject({}),
  async run(_input, work) {
    await work.invoke('make', createRole, { name: 'Made by a run', permissions: ['*.read'] })
    return {}
  },
})

test('a run is no way round: what it writes for a key that only drafts waits, asked for by the key', async () => {
  const drafts = await key(machineKey, true, 'admin')
  const actor = { kind: 'api-key', id: drafts.id, name: 'Key' } as const
  startWorking([makesRole])
  const runId = await enqueue(makesRole, {}, { actor })
  const run = await until(runId, 'failed')
  equal(run.problem.code, 'catalogue.held-for-approval')
  const { items } = await call('approvals.list-approvals', { view: 'to-decide' }, first.token)
  const { requester, door, operation, id } = Object(items)[0]
  deepEqual([requester, door, operation], [actor, 'run', 'identity.create-role'])
  const { rows } = await records.query('select actor_id from approval where id = $1', [
    idFrom('approval', id),
  ])
  deepEqual(rows, [{ actor_id: runId }])
})
