import Box from '@mui/material/Box'
import { useTranslation } from 'react-i18next'
import { gridOf } from '../banking/entry-grid.ts'
import { EntryLine } from '../banking/entry-line.tsx'
import type { Choices } from '../banking/use-choices.ts'
import type { ScheduleFormState } from './use-schedule-form.ts'

/** The lines that come again, typed as those of an entry. */
export function ScheduleLines({ form, choices }: { form: ScheduleFormState; choices: Choices }) {
  const { t } = useTranslation()
  const { draft, lines } = form
  const hasCurrency = draft.lines.some(({ accountId }) => choices.accounts.get(accountId)?.currency === null)
  return (
    <Box sx={gridOf(hasCurrency)}>
      <Box aria-hidden className="heads">
        <span>{t('banking.account')}</span>
        {hasCurrency && <span>{t('banking.currency')}</span>}
        <span className="number">{t('banking.debit')}</span>
        <span className="number">{t('banking.credit')}</span>
        <span>{t('banking.business')}</span>
        <span>{t('banking.memo')}</span>
        <span />
      </Box>
      {draft.lines.map((line, at) => (
        <EntryLine key={line.key} {...{ line, at, choices, hasCurrency }} entry={lines} goOn={stay} />
      ))}
      {lines.error !== undefined && (
        <Box role="alert" sx={{ mt: 2, fontSize: 13, color: 'error.main' }}>
          {lines.error}
        </Box>
      )}
    </Box>
  )
}

/** Here Enter shows the plan, and what was taken keeps the focus. */
function stay(): void {}
