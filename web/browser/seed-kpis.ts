import { z } from 'zod'
import type { TestSystem } from '#server/test-system.ts'
import { lastEndedBefore, periodOf, previousPeriod } from '#kernel/periods.ts'

const Made = z.object({ id: z.string() })

/** A headline that is partly measured and partly claimed, with a contradiction and somebody who went silent. */
export async function seedKpis(
  { url, machineKey }: TestSystem,
  businessIds: readonly string[],
): Promise<{ kpiId: string; period: string }> {
  const post = async (operation: string, input: object, module = 'kpis'): Promise<unknown> => {
    const response = await fetch(`${url}/api/v1/${module}/${operation}`, {
      method: 'POST',
      headers: { authorization: `Bearer ${machineKey}`, 'content-type': 'application/json' },
      body: JSON.stringify(input),
    })
    if (!response.ok) throw new Error(`${operation} answered ${response.status}: ${await response.text()}`)
    return response.json()
  }
  const revenue = { name: 'Revenue', unit: 'money', currency: 'EUR', isHeadline: true }
  const { id: kpiId } = Made.parse(await post('create-kpi', revenue))
  await post('create-kpi', { name: 'Churn', unit: 'percent', better: 'down', addsUp: 'average' })
  const last = lastEndedBefore('month', new Date().toISOString().slice(0, 10))
  const before = previousPeriod(last)
  const older = periodOf('month', previousPeriod(previousPeriod(before)).startsOn)
  const value = (at: number, amount: number, period = last.name) => ({
    businessId: businessIds[at],
    kpiId,
    period,
    value: String(amount),
  })
  const measured = [
    value(0, 71_000.5),
    value(1, 12_400),
    value(0, 64_250, before.name),
    value(2, 900, before.name),
  ]
  await post('record-measured-values', {
    values: measured.map((one) => Object.assign({ source: 'Stripe' }, one)),
  })
  await post('record-values', {
    values: [
      value(1, 15_000),
      value(2, 9_900),
      value(3, 4_100),
      value(2, 7_200, older.name),
      value(4, 3_000, older.name),
    ],
  })
  await post('assess-health', {}, 'businesses')
  return { kpiId, period: last.name }
}
