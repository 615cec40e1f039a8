import { z } from 'zod'
import { exceptionRule } from '../exceptions/index.ts'
import { FAILING } from './rule-queries.ts'

export const failingRule = exceptionRule({
  name: 'webhooks.endpoint-failing',
  title: { en: 'Failing webhook', de: 'Fehlschlagender Webhook' },
  stated: {
    en: 'An endpoint takes nothing for an hour or more, or was disabled because every try of a delivery failed or it answered 410 Gone.',
    de: 'Ein Endpunkt nimmt seit einer Stunde oder länger nichts an, oder er wurde abgeschaltet, weil jeder Versuch einer Zustellung fehlschlug oder er 410 Gone antwortete.',
  },
  permission: 'webhooks.manage',
  facts: z.object({ url: z.string(), disabledWhy: z.enum(['failing', 'gone']).nullable() }),
  rows: FAILING,
  says: ({ url, disabledWhy }) =>
    disabledWhy === null
      ? {
          en: `The endpoint ${url} takes nothing at the moment; deliveries are tried again. Look at its log for what it answers.`,
          de: `Der Endpunkt ${url} nimmt im Moment nichts an; die Zustellungen werden wieder versucht. Sehen Sie im Protokoll nach, was er antwortet.`,
        }
      : disabledWhy === 'gone'
        ? {
            en: `The endpoint ${url} answered 410 Gone and was disabled. Enable it again, or archive it.`,
            de: `Der Endpunkt ${url} antwortete 410 Gone und wurde abgeschaltet. Schalten Sie ihn wieder ein, oder archivieren Sie ihn.`,
          }
        : {
            en: `The endpoint ${url} failed until it was disabled. Put it right, enable it, and send again what failed.`,
            de: `Der Endpunkt ${url} schlug fehl, bis er abgeschaltet wurde. Bringen Sie ihn in Ordnung, schalten Sie ihn ein, und senden Sie das Fehlgeschlagene noch einmal.`,
          },
})
