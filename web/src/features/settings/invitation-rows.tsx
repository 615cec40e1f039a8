import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { useTranslation } from 'react-i18next'
import { useDispatch } from 'react-redux'
import { usePages, useWrite, type Row } from '../../api.ts'
import { formatDay } from '../../design/format.ts'
import { LedgerRows } from '../../design/ledger-rows.tsx'
import { BUTTON_CELL, SECOND_LINE, WIDE_ONLY } from '../../design/ledger-table.ts'
import { ProblemNotice } from '../../design/problem-notice.tsx'
import { toastShown } from '../../shell/toast-slice.ts'
import { RightsWords } from './rights-words.tsx'
import { SectionTitle } from './section-title.tsx'
import { useMay } from '../identity/use-may.ts'

/** Invitations that wait. Where there is none, there is nothing to say about them. */
export function InvitationRows() {
  const { t } = useTranslation()
  const dispatch = useDispatch()
  const list = usePages('identity.list-invitations', { limit: 100 })
  const mayWithdraw = useMay('identity.manage-people')
  const { send, isSending, problem } = useWrite('identity.withdraw-invitation')
  const withdraw = async ({ id: invitationId, displayName: name }: Row<'identity.list-invitations'>) => {
    if (await send({ invitationId })) dispatch(toastShown({ text: t('people.withdrawnToast', { name }) }))
  }
  const notice = list.problem ?? problem
  if (!notice && !list.rows?.length) return null
  return (
    <section aria-label={t('people.open')}>
      <SectionTitle>{t('people.open')}</SectionTitle>
      {notice && (
        <Box sx={{ px: { xs: 4, sm: 6 }, pb: 4 }}>
          <ProblemNotice problem={notice} onRetry={list.problem && list.again} />
        </Box>
      )}
      <LedgerRows
        label={t('people.open')}
        columns={[
          { key: 'name', title: t('people.name') },
          { key: 'rights', title: t('people.rights') },
          { key: 'expires', title: t('people.expires'), isWideOnly: true },
          ...(mayWithdraw ? [{ key: 'withdraw', title: '' }] : []),
        ]}
      >
        {list.rows?.map((invitation) => (
          <tr key={invitation.id}>
            <td>
              <Box sx={{ fontWeight: 500 }}>{invitation.displayName}</Box>
              <Box sx={SECOND_LINE}>{invitation.email}</Box>
            </td>
            <td>
              <RightsWords rights={invitation.grants} />
            </td>
            <Box component="td" sx={WIDE_ONLY}>
              {formatDay(invitation.expiresAt)}
            </Box>
            {mayWithdraw && (
              <Box component="td" sx={BUTTON_CELL}>
                <Button
                  disabled={isSending}
                  aria-label={t('people.withdrawNamed', { name: invitation.displayName })}
                  onClick={() => void withdraw(invitation)}
                >
                  {t('people.withdraw')}
                </Button>
              </Box>
            )}
          </tr>
        ))}
      </LedgerRows>
      {list.hasMore && (
        <Button onClick={list.more} sx={{ mx: 4, my: 2 }}>
          {t('settings.more')}
        </Button>
      )}
    </section>
  )
}
