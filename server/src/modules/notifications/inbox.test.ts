import { deepEqual, equal, rejects } from 'node:assert/strict'
import { test } from 'node:test'
import { present } from '#kernel/assert.ts'
import { ARCHIVE } from '#server/modules/approvals/test-approvals.ts'
import { LAST } from '#server/modules/kpis/test-kpis.ts'
import { testNotifications } from './test-notifications.ts'

const way = await testNotifications()
const { call, machineKey, make, person, inbox, untilInbox, untilFollowed, shown, entityId, unread } = way
const operator = () => person({ role: 'operator', covers: null })
const business = (name: string, ownerId?: string) =>
  make('businesses.create-business', { name, entityId, ...(ownerId && { ownerId }) })
const says = (subjectId: string, body: string, token: string) =>
  call('comments.add-comment', { subjectId, body }, token)

test('who is mentioned is told once, and not again as the owner; who mentions themselves is not', async () => {
  const [ann, ben] = [await operator(), await operator()]
  const bakery = await business('Bakery', ben.personId)
  await says(bakery, `@[${ben.personId}] and I, @[${ann.personId}], look at the oven.`, ann.token)
  const told = await untilInbox(ben.token, 1)
  deepEqual(shown(told), [{ kind: 'comments.mentioned', by: ann.personId, about: bakery }])
  deepEqual(present(told[0], 'one').subject, { id: bakery, title: 'Bakery' })
  await untilFollowed()
  deepEqual(await inbox(ann.token), [])
})

test('who is mentioned by an edit is told, and who was mentioned before is not told again', async () => {
  const [ann, ben, cem] = [await operator(), await operator(), await operator()]
  const mill = await business('Mill')
  const { id: commentId } = await says(mill, `@[${ben.personId}] look`, ann.token)
  await call(
    'comments.edit-comment',
    { commentId, body: `@[${ben.personId}] @[${cem.personId}] look` },
    ann.token,
  )
  deepEqual(shown(await untilInbox(cem.token, 1)), [
    { kind: 'comments.mentioned', by: ann.personId, about: mill },
  ])
  equal((await inbox(ben.token)).length, 1)
})

test('a comment is told to the owner of the business or KPI, and to who wrote in the thread before', async () => {
  const [owner, first, second] = [await operator(), await operator(), await operator()]
  const shop = await business('Shop', owner.personId)
  await says(shop, 'I begin.', first.token)
  await says(shop, 'I answer.', second.token)
  deepEqual(shown(await untilInbox(owner.token, 2)), [
    { kind: 'comments.commented', by: second.personId, about: shop },
    { kind: 'comments.commented', by: first.personId, about: shop },
  ])
  deepEqual(shown(await inbox(first.token)), [
    { kind: 'comments.commented', by: second.personId, about: shop },
  ])
  deepEqual(await inbox(second.token), [])
  const kpi = await make('kpis.create-kpi', { name: 'Visits', unit: 'count', ownerId: owner.personId })
  await says(kpi, 'Since when?', second.token)
  equal((await untilInbox(owner.token, 3))[0]?.subject?.title, 'Visits')
})

test('an approval is told to those who may decide it, and read once it is decided; the asker is told how', async () => {
  const [asker, reader] = [await operator(), await person({ role: 'analyst', covers: null })]
  const held = await business('Held for Two')
  const { id: ruleId } = await call('approvals.create-rule', { operation: ARCHIVE }, way.first.token)
  const approvalId = await way.asks(ARCHIVE, { businessId: held }, asker.token)
  for (const { token } of [way.first, way.second]) {
    deepEqual(shown(await untilInbox(token, 1)), [
      { kind: 'approvals.waiting', by: asker.personId, about: approvalId },
    ])
  }
  equal(await unread(way.second.token), 1)
  await call('approvals.refuse-approval', { approvalId, reason: 'Not now.' }, way.first.token)
  deepEqual(shown(await untilInbox(asker.token, 1)), [
    { kind: 'approvals.decided', by: way.first.personId, about: approvalId, outcome: 'refused' },
  ])
  deepEqual([await unread(way.first.token), await unread(way.second.token)], [0, 0])
  deepEqual(await inbox(reader.token), [])
  await call('approvals.delete-rule', { ruleId }, way.first.token)
})

test('a request for values is told to whom it asks', async () => {
  const ben = await operator()
  const asked = await business('Asked', ben.personId)
  const kpiId = await make('kpis.create-kpi', { name: 'Orders', unit: 'count' })
  await call('kpis.request-values', { kpiId, businessIds: [asked], period: LAST }, machineKey)
  const [{ facts }] = [present((await untilInbox(ben.token, 1))[0], 'one')]
  deepEqual(shown(await inbox(ben.token)), [{ kind: 'kpis.asked', by: 'machine', about: asked, ...facts }])
  deepEqual(Object.keys(facts).toSorted(), ['asks', 'until'])
})

test('nobody is told of what they may not read, nor shows the inbox what a right that ended showed', async () => {
  const other = await make('entities.create-entity', { name: 'Other', kind: 'LLC', jurisdiction: 'US-DE' })
  const [outside, inside] = [
    await person({ role: 'operator', covers: other }),
    await person({ role: 'operator', covers: entityId }),
  ]
  const mine = await business('Mine', outside.personId)
  await call('businesses.update-business', { businessId: mine, ownerId: outside.personId }, machineKey)
  await says(mine, `@[${inside.personId}] hello`, way.first.token)
  deepEqual(shown(await untilInbox(inside.token, 1)), [
    { kind: 'comments.mentioned', by: way.first.personId, about: mine },
  ])
  await untilFollowed()
  deepEqual(await inbox(outside.token), [])
  await call(
    'identity.set-person-grants',
    { personId: inside.personId, grants: [{ role: 'operator', covers: other }] },
    machineKey,
  )
  const page = await call('notifications.list-notifications', {}, inside.token)
  deepEqual([page, await unread(inside.token)], [{ items: [], nextCursor: null, total: 0 }, 0])
})

test('read, unread, and all up to one; what came meanwhile stays unread, and another’s is not touched', async () => {
  const [ann, ben] = [await operator(), await operator()]
  const inn = await business('Inn', ben.personId)
  for (const words of ['one', 'two', 'three']) await says(inn, words, ann.token)
  const [third, second, first] = await untilInbox(ben.token, 3)
  const ids = [present(first, 'the first').id]
  deepEqual(await call('notifications.mark-read', { ids }, ann.token), { marked: 0 })
  deepEqual(await call('notifications.mark-read', { upTo: second?.id }, ben.token), { marked: 2 })
  deepEqual(
    (await inbox(ben.token, { isUnread: true })).map(({ id }) => id),
    [third?.id],
  )
  deepEqual(await call('notifications.mark-unread', { ids }, ben.token), { marked: 1 })
  equal(await unread(ben.token), 2)
  const firstPage = await call('notifications.list-notifications', { limit: 2 }, ben.token)
  const rest = await inbox(ben.token, { limit: 2, cursor: firstPage['nextCursor'] })
  deepEqual(
    rest.map(({ id }) => id),
    ids,
  )
  await rejects(call('notifications.mark-read', {}, ben.token), { code: 'notifications.which-ones' })
})

test('a key has no inbox, and neither has this machine', async () => {
  const key = await way.key(way.first.token, false)
  for (const token of [key.token, machineKey])
    await rejects(call('notifications.list-notifications', {}, token), { kind: 'forbidden' })
  deepEqual(way.logged, [])
})
