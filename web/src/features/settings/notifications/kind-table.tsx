import Box from '@mui/material/Box'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useWrite, type Output } from '../../../api.ts'
import { Choice } from '../../../design/choice.tsx'
import { SECOND_LINE } from '../../../design/ledger-table.ts'
import { ProblemNotice } from '../../../design/problem-notice.tsx'

type KindChoice = Output<'notifications.get-choices'>['choices'][number]

const MAILINGS = ['at-once', 'daily', 'never'] as const
const KINDS = {
  'comments.mentioned': 'mentioned',
  'comments.commented': 'commented',
  'approvals.waiting': 'waiting',
  'approvals.decided': 'decided',
  'runs.failed': 'failed',
  'kpis.asked': 'asked',
  'webhooks.disabled': 'disabled',
} as const

function isKnown(kind: string): kind is keyof typeof KINDS {
  return kind in KINDS
}

/** A line for each kind: what it tells of, when it is mailed, whether it goes to one's own webhook. Each acts as it is chosen. */
export function KindTable({ choices, hasWebhook }: { choices: KindChoice[]; hasWebhook: boolean }) {
  const { t } = useTranslation()
  const { send, problem } = useWrite('notifications.set-choices')
  return (
    <>
      {problem && (
        <Box sx={{ px: { xs: 4, sm: 6 }, pb: 4, maxWidth: 720 }}>
          <ProblemNotice problem={problem} />
        </Box>
      )}
      <Box component="table" aria-label={t('notifications.table')} sx={TABLE}>
        <thead>
          <tr>
            <th scope="col">{t('notifications.kind')}</th>
            <th scope="col">{t('notifications.mail')}</th>
            {hasWebhook && <th scope="col">{t('notifications.webhook')}</th>}
          </tr>
        </thead>
        <tbody>
          {choices.map((choice) => (
            <KindRow
              key={choice.kind}
              {...{ choice, hasWebhook }}
              onChoose={async (chosen) => (await send({ choices: [chosen] })) !== undefined}
            />
          ))}
        </tbody>
      </Box>
    </>
  )
}

function KindRow(given: {
  choice: KindChoice
  hasWebhook: boolean
  /** Answers whether it was taken. */
  onChoose: (chosen: KindChoice) => Promise<boolean>
}) {
  const { t } = useTranslation()
  const { hasWebhook, onChoose } = given
  // Shown as soon as it is chosen; what was refused goes back.
  const [chosen, setChosen] = useState<Partial<KindChoice>>({})
  const choice = { ...given.choice, ...chosen }
  const { kind, mail, isSent } = choice
  const choose = async (changed: Partial<KindChoice>) => {
    setChosen({ ...chosen, ...changed })
    if (!(await onChoose({ ...choice, ...changed }))) setChosen(chosen)
  }
  const name = isKnown(kind) ? t(`notifications.kinds.${KINDS[kind]}.name`) : kind
  return (
    <tr>
      <Box component="th" scope="row" sx={{ '&&': { fontSize: 13, fontWeight: 500, color: 'text.primary' } }}>
        {name}
        {isKnown(kind) && (
          <Box sx={{ ...SECOND_LINE, fontWeight: 400, textWrap: 'pretty' }}>
            {t(`notifications.kinds.${KINDS[kind]}.detail`)}
          </Box>
        )}
      </Box>
      <td>
        <Choice
          label={t('notifications.mailOf', { kind: name })}
          value={mail}
          options={MAILINGS.map((value) => ({ value, label: t(`notifications.mailing.${value}`) }))}
          onChange={(value) => {
            const mailing = MAILINGS.find((one) => one === value)
            if (mailing) void choose({ mail: mailing })
          }}
        />
      </td>
      {hasWebhook && (
        <td>
          <input
            type="checkbox"
            aria-label={t('notifications.webhookOf', { kind: name })}
            checked={isSent}
            onChange={(event) => void choose({ isSent: event.target.checked })}
          />
        </td>
      )}
    </tr>
  )
}

const TABLE = {
  width: '100%',
  maxWidth: 760,
  borderCollapse: 'collapse',
  bgcolor: 'background.paper',
  borderTop: '1px solid var(--mui-palette-divider)',
  '& th, & td': {
    py: 2,
    pr: { xs: 2, sm: 4 },
    borderBottom: '1px solid var(--mui-palette-divider)',
    textAlign: 'left',
    verticalAlign: 'middle',
  },
  '& thead th': { py: 0, height: 32, fontSize: 11, fontWeight: 500, color: 'text.secondary' },
  '& th:first-of-type': { pl: { xs: 4, sm: 6 } },
  '& td:nth-of-type(1)': { width: 136 },
  '& td:nth-of-type(2)': { width: 72 },
  borderRight: { md: '1px solid var(--mui-palette-divider)' },
  '& input[type=checkbox]': { width: 16, height: 16, m: 0, accentColor: 'var(--mui-palette-primary-main)' },
} as const
