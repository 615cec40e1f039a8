import { deepEqual, equal, match } from 'node:assert/strict'
import { test } from 'node:test'
import { problemOf, testApprovals } from '#server/modules/approvals/test-approvals.ts'
import { addPerson, addStudio } from '#server/test-people.ts'
import { apartAmong, tellApart } from './rates-apart.ts'

const row = (pair: string, on: string, rate: string) => {
  const [base = '', quote = ''] = pair.split('/')
  return { base, quote, on, rate, source: 'ECB' }
}
const oneRate = (rate: string, on: string) => ({
  rates: [{ base: 'EUR', quote: 'USD', on, rate, source: 'ECB' }],
})
const days = (given: ReturnType<typeof row>[], known: ReturnType<typeof row>[]) =>
  apartAmong(given, known).map((one) => [one.given.on, one.known.on, one.by > 0])

test('a rate is held against the days before, its own day either way round and across, or the days after', () => {
  const known = [row('EUR/USD', '2026-03-30', '1.08'), row('GBP/USD', '2026-03-30', '1.296')]
  deepEqual(days([row('EUR/USD', '2026-03-31', '1.15')], known), [])
  deepEqual(days([row('EUR/USD', '2026-03-31', '10.8')], known), [['2026-03-31', '2026-03-30', true]])
  deepEqual(days([row('USD/EUR', '2026-03-30', '1.08')], known), [['2026-03-30', '2026-03-30', true]])
  deepEqual(days([row('GBP/EUR', '2026-04-10', '1.2')], known), [])
  deepEqual(days([row('EUR/GBP', '2026-04-10', '1.2')], known), [['2026-04-10', '2026-03-30', true]])
  deepEqual(days([row('EUR/USD', '2026-03-20', '0.108')], known), [['2026-03-20', '2026-03-30', false]])
  deepEqual(days([row('EUR/USD', '2026-06-30', '1.35')], known), [], 'a quarter later more may have moved')
  deepEqual(days([row('EUR/USD', '2026-06-30', '2')], known), [['2026-06-30', '2026-03-30', true]])
  deepEqual(days([row('EUR/USD', '2028-06-30', '2')], known), [], 'nothing is known that is not too old')
})

test('among those that are given together each is held against the one before it, and against its other direction', () => {
  const steps = ['1.08', '1.15', '1.22', '1.3'].map((rate, at) => row('EUR/USD', `2026-03-0${at + 1}`, rate))
  deepEqual(days(steps, []), [])
  deepEqual(days([...steps, row('EUR/USD', '2026-03-05', '13.1')], []), [['2026-03-05', '2026-03-04', true]])
  const both = [row('EUR/USD', '2026-03-01', '1.25'), row('USD/EUR', '2026-03-01', '1.25')]
  deepEqual(
    days(both, []).map(([on]) => on),
    ['2026-03-01', '2026-03-01'],
  )
  deepEqual(
    days(
      [both[0], row('USD/EUR', '2026-03-01', '0.8')].flatMap((one) => one ?? []),
      [],
    ),
    [],
  )
})

test('what corrects a wrong one back to those around it needs nobody', () => {
  const known = [row('EUR/USD', '2026-03-30', '1.08'), row('EUR/USD', '2026-03-31', '10.8')]
  deepEqual(days([row('EUR/USD', '2026-03-31', '1.09')], known), [])
})

test('it tells the one that lies furthest away, and how many more there are', () => {
  const known = [row('EUR/USD', '2026-03-30', '1.08')]
  const given = [row('EUR/USD', '2026-03-31', '1.3'), row('USD/EUR', '2026-03-31', '0.0926')]
  const { en, de } = tellApart(apartAmong(given.slice(1), known)) ?? { en: '', de: '' }
  match(
    en,
    /^1 USD = 0\.0926 EUR on 2026-03-31 is 90\.0 % less than the 0\.9259259259 of 2026-03-30 \(ECB\)\. /,
  )
  match(
    de,
    /^1 USD = 0\.0926 EUR am 2026-03-31 ist 90\.0 % weniger als 0\.9259259259 vom 2026-03-30 \(ECB\)\. /,
  )
  match(tellApart(apartAmong(given, known))?.en ?? '', /, and 1 more of them lie/)
  equal(tellApart([]), undefined)
})

test('such a rate waits for somebody else and counts when they accept; where nobody else could, it counts at once', async () => {
  const way = await testApprovals()
  const { asks, call, first, second } = way
  await call('ledger.record-rates', oneRate('1.08', '2026-03-30'), first.token)
  const approvalId = await asks('ledger.record-rates', oneRate('10.8', '2026-03-31'), first.token)
  const listed = async () => {
    const { items } = await call('ledger.list-rates', { base: 'EUR' }, second.token)
    return Object(items).map(({ rate }: { rate: string }) => rate)
  }
  deepEqual(await listed(), ['1.08'])
  const { says, demand } = await call('approvals.get-approval', { approvalId }, second.token)
  equal(says, '1 EUR = 10.8 USD on 2026-03-31 (ECB).')
  match(String(demand), /is 900 % more than the 1\.08 of 2026-03-30/)
  const own = await problemOf(call('approvals.accept-approval', { approvalId }, first.token))
  equal(own?.code, 'approvals.self-approval')
  await call('approvals.accept-approval', { approvalId }, second.token)
  const worker = way.startWork()
  await way.untilApproval(approvalId, 'done')
  await worker.close()
  deepEqual(await listed(), ['10.8', '1.08'])

  const studioId = await addStudio(way.database.app)
  const alone = await addPerson(way.database.app, { studioId, grants: [{ role: 'owner', covers: null }] })
  await call('ledger.record-rates', oneRate('1.08', '2026-03-30'), alone.token)
  await call('ledger.record-rates', oneRate('10.8', '2026-03-31'), alone.token)
})
