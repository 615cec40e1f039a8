import { z } from 'zod'
import { present } from '#kernel/assert.ts'
import type { FieldProblem } from '#kernel/problem.ts'
import { id, prose } from '#server/catalogue/fields.ts'
import { operation } from '#server/catalogue/operation.ts'
import { secret } from '#server/catalogue/secret-fields.ts'
import { exampleRequest } from './example-request.ts'
import type { KpisMeans } from './kpis-means.ts'
import { presentLink } from './present-link.ts'
import { notAskedFor, valuesRefused } from './problems.ts'
import { recordAll } from './record-all.ts'
import { ASKS_MAX } from './request-schema.ts'
import { asksOf, setAnswered, type AskRow } from './requests-queries.ts'
import { decimal, period } from './schema.ts'

const SOURCE = 'answer link'

const Answer = z.strictObject({
  businessId: id('business'),
  kpiId: id('kpi'),
  period: period(),
  value: decimal(),
  note: prose(1000).default(''),
})

export function answerRequest(means: KpisMeans) {
  return operation({
    name: 'kpis.answer-request',
    summary:
      'Answers a request for values by the token of its link, once: they are recorded as claimed by whoever was asked. What is left out stays unknown.',
    effect: 'write',
    scope: { of: 'public' },
    permission: 'public',
    risk: 'none',
    input: z.strictObject({
      token: secret(z.string().min(1).max(80)).describe('What stands behind the # of the link.'),
      values: z.array(Answer).min(1).max(ASKS_MAX),
    }),
    output: z.strictObject({ recorded: z.int() }),
    examples: async (factory) => {
      const { token, ...asked } = await exampleRequest(factory, means)
      return [{ token, values: [{ ...asked, value: '1200.50' }] }]
    },
    async handle({ token, values }, { tx, becomes, record }) {
      const { request, actor, studioId } = await presentLink({ tx, becomes }, token)
      const asks = new Map((await asksOf(tx, [request.id])).map((ask) => [placeOf(ask), ask]))
      const strangers = notAsked(values, asks)
      if (strangers.length > 0) throw valuesRefused(values.length, strangers)
      const told = values.map((value) => ({ ...value, source: SOURCE, link: null }))
      const { valueIds } = await recordAll({ tx, actor, record, studioId }, 'claimed', told)
      const answers = values.map(({ businessId, kpiId, period: name }, at) => ({
        businessId,
        kpiId,
        startsOn: present(asks.get([businessId, kpiId, name].join()), 'what was asked for').starts_on,
        valueId: present(valueIds[at], 'an id per value'),
      }))
      await setAnswered(tx, request.id, answers)
      record({ type: 'kpis.request-answered', subjectId: request.id, after: { values: values.length } })
      return { recorded: values.length }
    },
  })
}

/** A link is good for what it asks for, and for nothing beside it. */
function notAsked(
  values: readonly z.output<typeof Answer>[],
  asks: ReadonlyMap<string, AskRow>,
): FieldProblem[] {
  return values.flatMap(({ businessId, kpiId, period: name }, at) =>
    asks.has([businessId, kpiId, name].join())
      ? []
      : [{ path: `/values/${at}/businessId`, message: notAskedFor(businessId, kpiId, name).said }],
  )
}

function placeOf({ business_id, kpi_id, period: name }: AskRow): string {
  return [business_id, kpi_id, name].join()
}
