import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Skeleton from '@mui/material/Skeleton'
import { useTranslation } from 'react-i18next'
import { useDispatch } from 'react-redux'
import { Link } from 'react-router'
import { useRead, useWrite, type Output } from '../../../api.ts'
import { CopyButton } from '../../../design/copy-button.tsx'
import { FactLine } from '../../../design/fact-line.tsx'
import { formatInstant } from '../../../design/format.ts'
import { DRILL } from '../../../design/kpi-strip.tsx'
import { SECOND_LINE } from '../../../design/ledger-table.ts'
import { PanelTitle } from '../../../design/panel-title.tsx'
import { ProblemNotice } from '../../../design/problem-notice.tsx'
import { SidePanel } from '../../../design/side-panel.tsx'
import { SIGN_PATHS, SignMark } from '../../../design/sign-mark.tsx'
import { MONO } from '../../../design/theme.ts'
import { useEvery } from '../../../design/use-every.ts'
import { toastShown } from '../../../shell/toast-slice.ts'
import { addressOfEndpoint, useWebhookPlace } from './use-webhook-place.ts'
import { DeliveryMark } from './webhook-marks.tsx'

type Found = Output<'webhooks.get-delivery'>
const LOOK_MS = 3000

/** One delivery: what is sent, and what came of each try. */
export function DeliveryPanel({ deliveryId }: { deliveryId: string }) {
  const { t } = useTranslation()
  const { close } = useWebhookPlace()
  const { data: found, problem, again } = useRead('webhooks.get-delivery', { deliveryId })
  useEvery(found?.delivery.status === 'waiting' ? LOOK_MS : 0, again)
  return (
    <SidePanel title={found?.delivery.type ?? t('webhooks.delivery')} onClose={close}>
      {problem && (
        <Box sx={{ p: 5 }}>
          <ProblemNotice problem={problem} onRetry={again} />
        </Box>
      )}
      {!found && !problem && <Skeleton height={12} width="40%" sx={{ m: 5 }} />}
      {found && (
        <>
          <DeliveryFacts found={found} />
          <SendAgain deliveryId={deliveryId} />
          <PanelTitle>{t('webhooks.tries')}</PanelTitle>
          <Tries tries={found.tries} />
          <PanelTitle>{t('webhooks.headers')}</PanelTitle>
          <Code>{found.headers.map(({ name, value }) => `${name}: ${value}`).join('\n')}</Code>
          <Box sx={{ px: 5, pt: 1, ...SECOND_LINE }}>{t('webhooks.signatureNote')}</Box>
          <PanelTitle>{t('webhooks.body')}</PanelTitle>
          <Code>{indented(found.body)}</Code>
          <Box sx={{ px: 5, py: 4 }}>
            <CopyButton text={found.body} label={t('webhooks.copyBody')} />
          </Box>
        </>
      )}
    </SidePanel>
  )
}

function DeliveryFacts({ found: { delivery, url } }: { found: Found }) {
  const { t } = useTranslation()
  const { status, messageId, createdAt, nextTryAt, endpointId, runId } = delivery
  return (
    <Box component="dl" sx={{ m: 0 }}>
      <FactLine label={t('webhooks.status')}>
        <DeliveryMark status={status} />
        {status === 'waiting' && nextTryAt && (
          <Box sx={SECOND_LINE}>{t('webhooks.nextTry', { at: formatInstant(nextTryAt) })}</Box>
        )}
      </FactLine>
      <FactLine label={t('webhooks.endpoint')}>
        <Box component={Link} to={addressOfEndpoint(endpointId)} sx={DRILL}>
          {url}
        </Box>
      </FactLine>
      <FactLine label={t('webhooks.createdAt')}>{formatInstant(createdAt)}</FactLine>
      <FactLine label="webhook-id">{messageId}</FactLine>
      <FactLine label={t('webhooks.run')}>
        <Box component={Link} to={`/runs/${runId}`} sx={DRILL}>
          {t('webhooks.openRun')}
        </Box>
      </FactLine>
    </Box>
  )
}

function SendAgain({ deliveryId }: { deliveryId: string }) {
  const { t } = useTranslation()
  const dispatch = useDispatch()
  const { send, isSending, problem } = useWrite('webhooks.redeliver-one')
  const resend = async () => {
    if (await send({ deliveryId })) dispatch(toastShown({ text: t('webhooks.againToast') }))
  }
  return (
    <Box sx={{ display: 'grid', gap: 3, justifyItems: 'start', px: 5, pt: 4 }}>
      <Button variant="outlined" disabled={isSending} onClick={() => void resend()}>
        {t('webhooks.again')}
      </Button>
      {problem && <ProblemNotice problem={problem} />}
    </Box>
  )
}

function Tries({ tries }: { tries: Found['tries'] }) {
  const { t } = useTranslation()
  if (tries.length === 0) return <Box sx={{ px: 5, ...SECOND_LINE }}>{t('webhooks.noTry')}</Box>
  return (
    <Box component="ol" sx={{ m: 0, p: 0, listStyle: 'none' }}>
      {tries.map(({ round, number, sentAt, durationMs, status, reason, answer }) => (
        <Box
          component="li"
          key={`${round} ${number}`}
          sx={{ px: 5, py: '9px', fontSize: 13, borderTop: '1px solid var(--mui-palette-divider)' }}
        >
          <Box sx={{ display: 'flex', gap: 3, justifyContent: 'space-between' }}>
            <span>{formatInstant(sentAt)}</span>
            <SignMark
              sign={
                reason === null
                  ? { path: SIGN_PATHS.check, colour: 'success.main' }
                  : { path: SIGN_PATHS.cross, colour: 'error.main' }
              }
            >
              {status === null ? t('webhooks.noAnswer') : `HTTP ${status}`}
            </SignMark>
          </Box>
          <Box sx={SECOND_LINE}>
            {t('webhooks.tryNumber', { number })} · {t('webhooks.took', { count: durationMs })}
          </Box>
          {reason !== null && <Box sx={{ overflowWrap: 'anywhere' }}>{reason}</Box>}
          {answer !== '' && (
            <Box
              sx={{ mt: 1, fontFamily: MONO, fontSize: 12, overflowWrap: 'anywhere', whiteSpace: 'pre-wrap' }}
            >
              {answer}
            </Box>
          )}
        </Box>
      ))}
    </Box>
  )
}

function Code({ children }: { children: string }) {
  return (
    <Box
      component="pre"
      sx={{
        m: 0,
        px: 5,
        fontFamily: MONO,
        fontSize: 12,
        lineHeight: '18px',
        whiteSpace: 'pre-wrap',
        overflowWrap: 'anywhere',
      }}
    >
      {children}
    </Box>
  )
}

/** As it is sent it is one line; people read it indented. */
function indented(body: string): string {
  try {
    return JSON.stringify(JSON.parse(body), null, 2)
  } catch {
    return body
  }
}
