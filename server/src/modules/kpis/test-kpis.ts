import { idFrom } from '#kernel/ids.ts'
import { lastEndedBefore, today } from '#kernel/periods.ts'
import { OWNER, testWay } from '#server/test-system.ts'

export const LAST = lastEndedBefore('month', today()).name

interface Given {
  businessId: string
  kpiId: string
  period?: string
  value: string
}

/** A founded studio with two entities, and short words for what tests of KPIs do all the time. */
export async function testKpis() {
  const { database, machineKey, call } = await testWay()
  await call('identity.found-studio', OWNER)
  const me = await call('identity.get-me', {}, machineKey)
  const entity = async (name: string) => {
    const input = { name, kind: 'LLC', jurisdiction: 'US-DE' }
    return String((await call('entities.create-entity', input, machineKey))['id'])
  }
  const [holding, other] = [await entity('Holding LLC'), await entity('Other LLC')]
  let made = 0
  const record = (operation: string, values: object[]) =>
    call(`kpis.${operation}`, { values: values.map(told) }, machineKey)
  return {
    database,
    machineKey,
    call,
    holding,
    other,
    studioId: idFrom('studio', Object(me['studio']).id),
    records: await database.look(),
    async business(entityId = holding, name = 'Lovelace'): Promise<string> {
      return String((await call('businesses.create-business', { name, entityId }, machineKey))['id'])
    },
    async kpi(given: object = {}): Promise<string> {
      const input = { name: `Revenue ${made++}`, unit: 'money', currency: 'EUR', ...given }
      return String((await call('kpis.create-kpi', input, machineKey))['id'])
    },
    claim: (...values: Given[]) => record('record-values', values),
    measure: (...values: Given[]) =>
      record(
        'record-measured-values',
        values.map((one) => Object.assign({ source: 'Stripe' }, one)),
      ),
    list: (input: object, token = machineKey) => call('kpis.list-values', input, token),
    summary: (input: object, token = machineKey) => call('kpis.summarise-values', input, token),
  }
}

/** Of the last month that has ended, where it names no period. */
export function told(given: object) {
  return { period: LAST, ...given }
}

export function shown(page: Record<string, unknown>): unknown[] {
  const items: unknown = page['items']
  return Array.isArray(items) ? items : []
}
