import { useTranslation } from 'react-i18next'
import type { Row } from '../../api.ts'
import { formatDay } from '../../design/format.ts'
import { wordsOf } from '../settings/audit-words.ts'

export type Told = Row<'notifications.list-notifications'>

/** What a notification says, in the reader's language: the server keeps its kind and facts, and no sentence. */
export function useSentence(): (told: Told) => string {
  const { t } = useTranslation()
  return ({ kind, actor, subject, facts }) => {
    const name = actor.name ?? t('inbox.somebody')
    // The name of a run is what it does, and no name of anybody.
    const by = { actor: actor.kind === 'run' ? t('inbox.aRun', { title: name }) : name }
    if (kind === 'comments.mentioned') return t('inbox.says.mentioned', by)
    if (kind === 'comments.commented') return t('inbox.says.commented', by)
    if (kind === 'approvals.waiting') return t('inbox.says.waiting', by)
    if (kind === 'approvals.decided') {
      if (facts['outcome'] === 'failed') return t('inbox.says.notDone')
      return facts['outcome'] === 'refused' ? t('inbox.says.refused', by) : t('inbox.says.accepted', by)
    }
    if (kind === 'runs.failed')
      return facts['outcome'] === 'waits' ? t('inbox.says.runWaits') : t('inbox.says.runFailed')
    if (kind === 'kpis.asked')
      return t('inbox.says.asked', { count: Number(facts['asks']), until: formatDay(String(facts['until'])) })
    if (kind === 'webhooks.disabled')
      return subject === null ? t('inbox.says.ownWebhookDisabled') : t('inbox.says.webhookDisabled')
    return t('inbox.says.other', by)
  }
}

/** What it is about, as people say it: the operation of an approval is a name of ours. */
export function titleOf({ subject }: Told): string | undefined {
  if (subject === null) return undefined
  return subject.id.startsWith('apv_') ? wordsOf(subject.title) : subject.title
}
