import { z } from 'zod'
import { exceptionRule } from '../exceptions/index.ts'
import { FAILING } from './rule-queries.ts'

export const failingRule = exceptionRule({
  name: 'webhooks.endpoint-failing',
  title: 'Failing webhook',
  stated:
    'An endpoint takes nothing for an hour or more, or was disabled because every try of a delivery failed or it answered 410 Gone.',
  permission: 'webhooks.manage',
  facts: z.object({ url: z.string(), disabledWhy: z.enum(['failing', 'gone']).nullable() }),
  rows: FAILING,
  says: ({ url, disabledWhy }) =>
    disabledWhy === null
      ? `The endpoint ${url} takes nothing at the moment; deliveries are tried again. Look at its log for what it answers.`
      : disabledWhy === 'gone'
        ? `The endpoint ${url} answered 410 Gone and was disabled. Enable it again, or archive it.`
        : `The endpoint ${url} failed until it was disabled. Put it right, enable it, and send again what failed.`,
})
