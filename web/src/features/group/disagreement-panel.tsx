import Box from '@mui/material/Box'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { useRead } from '../../api.ts'
import { FactLine } from '../../design/fact-line.tsx'
import { formatMoney } from '../../design/format.ts'
import { DRILL } from '../../design/kpi-strip.tsx'
import { PanelTitle } from '../../design/panel-title.tsx'
import { SidePanel } from '../../design/side-panel.tsx'
import type { Disagreement } from './group-words.ts'

const ACCOUNTS_READ = 200

/** One of a page: two entities disagree about a topic in a currency once. */
export function keyOf({ first, second, topic, currency }: Disagreement): string {
  return [first.entity.id, second.entity.id, topic, currency].join('.')
}

/** Both sides of it, each with the accounts that its lines are on. */
export function DisagreementPanel(given: { row: Disagreement; asOf: string; onClose: () => void }) {
  const { t } = useTranslation()
  const { row, asOf, onClose } = given
  const { first, second, currency, topic, difference } = row
  return (
    <SidePanel
      title={t('group.andOther', { first: first.entity.name, second: second.entity.name })}
      onClose={onClose}
    >
      <Box component="dl" sx={{ m: 0 }}>
        <FactLine label={t('group.topic')}>{t(`group.topics.${topic}`)}</FactLine>
        <FactLine label={t('banking.upTo')}>{asOf}</FactLine>
        <FactLine label={t('group.difference')}>{formatMoney(difference, currency)}</FactLine>
      </Box>
      <Side side={first} partnerId={second.entity.id} {...{ currency, asOf }} />
      <Side side={second} partnerId={first.entity.id} {...{ currency, asOf }} />
      <Box sx={{ px: 5, py: 4, fontSize: 13, color: 'text.secondary' }}>{t('group.howToSettle')}</Box>
    </SidePanel>
  )
}

function Side(given: { side: Disagreement['first']; partnerId: string; currency: string; asOf: string }) {
  const { t } = useTranslation()
  const { side, partnerId, currency, asOf } = given
  const { bookId, accountIds, entity, amount } = side
  const ids = accountIds.slice(0, ACCOUNTS_READ)
  const { data } = useRead('ledger.list-accounts', { ids, limit: ACCOUNTS_READ }, { skip: ids.length === 0 })
  const names = new Map(data?.items.map(({ id, code, name }) => [id, `${code} ${name}`]))
  return (
    <section aria-label={entity.name}>
      <PanelTitle>{entity.name}</PanelTitle>
      <Box component="dl" sx={{ m: 0 }}>
        <FactLine label={t('group.says')}>{formatMoney(amount, currency)}</FactLine>
        <FactLine label={t('group.linesOn')}>
          {ids.length === 0 && t('group.nothingBooked', { name: entity.name })}
          {bookId !== null &&
            ids.map((accountId) => (
              <Box key={accountId}>
                <Box
                  component={Link}
                  to={accountHref({ bookId, accountId, partnerId, asOf })}
                  sx={{ ...DRILL, fontSize: 13 }}
                >
                  {names.get(accountId) ?? t('banking.account')}
                </Box>
              </Box>
            ))}
        </FactLine>
      </Box>
    </section>
  )
}

/** The lines of an account with this partner, up to the day. */
export function accountHref(given: {
  bookId: string
  accountId: string
  partnerId: string
  asOf: string
}): string {
  const query = new URLSearchParams({ partner: given.partnerId, to: given.asOf })
  return `/banking/${given.bookId}/accounts/${given.accountId}?${query.toString()}`
}
