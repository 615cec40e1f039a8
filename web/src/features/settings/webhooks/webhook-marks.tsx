import { useTranslation } from 'react-i18next'
import type { Row } from '../../../api.ts'
import { SIGN_PATHS, SignMark, type Sign } from '../../../design/sign-mark.tsx'
import type { Status } from './use-webhook-place.ts'

export type Endpoint = Row<'webhooks.list-endpoints'>
export type Delivery = Row<'webhooks.list-deliveries'>

type State = 'works' | 'unused' | 'failing' | 'by-hand' | 'disabled' | 'gone'

const STATES: Record<State, Sign> = {
  works: { path: SIGN_PATHS.check, colour: 'success.main' },
  unused: { path: 'M3 7h.01M7 7h.01M11 7h.01', colour: 'text.secondary' },
  failing: { path: SIGN_PATHS.warning, colour: 'warning.main' },
  'by-hand': { path: SIGN_PATHS.dash, colour: 'text.secondary' },
  disabled: { path: SIGN_PATHS.cross, colour: 'error.main' },
  gone: { path: SIGN_PATHS.cross, colour: 'error.main' },
}
const STATUS_SIGNS: Record<Status, Sign> = {
  waiting: { path: SIGN_PATHS.clock, colour: 'text.secondary' },
  delivered: { path: SIGN_PATHS.check, colour: 'success.main' },
  failed: { path: SIGN_PATHS.cross, colour: 'error.main' },
}

export function EndpointMark({ endpoint }: { endpoint: Endpoint }) {
  const { t } = useTranslation()
  const state = stateOf(endpoint)
  return <SignMark sign={STATES[state]}>{t(`webhooks.states.${state}`)}</SignMark>
}

export function DeliveryMark({ status }: { status: Status }) {
  const { t } = useTranslation()
  return <SignMark sign={STATUS_SIGNS[status]}>{t(`webhooks.statuses.${status}`)}</SignMark>
}

function stateOf({ disabledWhy, failingSince, succeededAt }: Endpoint): State {
  if (disabledWhy !== null) return disabledWhy === 'failing' ? 'disabled' : disabledWhy
  if (failingSince !== null) return 'failing'
  return succeededAt === null ? 'unused' : 'works'
}
