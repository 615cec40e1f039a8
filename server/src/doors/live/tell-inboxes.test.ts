import { deepEqual, equal } from 'node:assert/strict'
import { test } from 'node:test'
import { idFrom } from '#kernel/ids.ts'
import { createWay } from '#server/system.ts'
import { openLive, type LiveEvent } from '#server/test-live.ts'
import { addPerson } from '#server/test-people.ts'
import { caller, testSystem } from '#server/test-system.ts'
import { tellPeople } from '#server/test-tell-people.ts'

const system = await testSystem({ isFounded: true })
const { url, machineKey, database, settings } = system
const call = caller(createWay(database.app, settings).invoke)
const me = await call('identity.get-me', {}, machineKey)
const studioId = idFrom('studio', Object(me['studio']).id)
const person = () => addPerson(database.app, { studioId, grants: [{ role: 'operator', covers: null }] })
const isReady = ({ event }: LiveEvent) => event === 'ready'
const isInbox = ({ event }: LiveEvent) => event === 'inbox'

test('that an inbox has changed is told to its owner, by a revision alone, and to nobody else', async () => {
  tellPeople(system)
  const [ann, ben] = [await person(), await person()]
  const streams = await Promise.all([ann, ben].map(({ token }) => openLive({ url, token })))
  for (const stream of streams) await stream.until(isReady)
  const [ofAnn, ofBen] = streams
  const entity = await call(
    'entities.create-entity',
    { name: 'Ours LLC', kind: 'LLC', jurisdiction: 'US-DE' },
    machineKey,
  )
  await call('comments.add-comment', { subjectId: entity['id'], body: `@[${ben.personId}] look` }, machineKey)
  const told = await ofBen?.until(isInbox)
  deepEqual([told?.id, told?.data], ['', { revision: 1 }])
  const again = await openLive({ url, token: ben.token })
  deepEqual((await again.until(isInbox)).data, { revision: 1 }, 'whoever comes in is told where it is')
  equal(ofAnn?.events.some(isInbox), false)
})
