import Box from '@mui/material/Box'
import { useTranslation } from 'react-i18next'
import { useEffect } from 'react'
import { useLocation } from 'react-router'
import { useRead, useWrite, type Output } from '../../api.ts'
import { Choice } from '../../design/choice.tsx'
import { useEvery } from '../../design/use-every.ts'
import { RunProgress } from '../runs/run-progress.tsx'
import { isMoving } from '../runs/run-words.ts'
import { isStandardRole, STANDARD_ROLES } from '../settings/standard-roles.ts'
import { DEMO_BANNER, DEMO_LINE } from './demo-frame.ts'
import { stepAt, tickStep } from './guide-progress.ts'

const LOOK_MS = 1000

/** On every screen of a demonstration: what it is, in whose role one looks at it, and how far it is filled. */
export function DemoBanner({ me }: { me: Output<'identity.get-me'> }) {
  const { t } = useTranslation()
  const { pathname, search } = useLocation()
  const { send, problem } = useWrite('identity.enter-demo')
  useEffect(() => {
    const step = stepAt(pathname, new URLSearchParams(search))
    if (step) tickStep(step)
  }, [pathname, search])
  const lookAs = async (role: string) => {
    if (!isStandardRole(role) || !(await send({ role }))) return
    // All that was read and the stream of events are somebody else's: the page begins anew.
    window.location.assign('/')
  }
  const options = STANDARD_ROLES.map((role) => ({ value: role, label: t(`role.${role}.name`) }))
  return (
    <Box component="aside" aria-label={t('demo.label')} sx={DEMO_BANNER}>
      <Box sx={DEMO_LINE}>
        <Box component="strong" sx={{ fontWeight: 600 }}>
          {t('demo.what')}
        </Box>
        <Box sx={{ flex: '1 1 280px', color: 'text.secondary', display: problem ? undefined : WIDE_ONLY }}>
          {problem ? problem.detail : t('demo.detail')}
        </Box>
        <Box sx={{ flex: 1, display: { sm: 'none' } }} />
        <Box sx={{ display: 'flex', alignItems: 'center', gap: 2 }}>
          <Box component="span" sx={{ whiteSpace: 'nowrap' }}>
            {t('demo.lookAs')}
          </Box>
          <Choice
            label={t('demo.lookAs')}
            value={me.grants[0]?.role ?? ''}
            options={options}
            onChange={(role) => void lookAs(role)}
          />
        </Box>
      </Box>
      <Filling />
    </Box>
  )
}

/** The run that fills it, while it does. */
function Filling() {
  const { t } = useTranslation()
  const { data, again } = useRead('runs.list-runs', { program: 'demo.fill-studio', limit: 1 })
  const run = data?.items[0]
  const isFilling = run !== undefined && isMoving(run)
  useEvery(isFilling ? LOOK_MS : 0, again)
  if (!isFilling) return null
  return (
    <Box sx={{ pb: 2 }}>
      <Box sx={{ fontSize: 12 }}>{t('demo.filling')}</Box>
      <RunProgress run={run} />
    </Box>
  )
}

/** A phone shows the room; what a demonstration is was read at its door. */
const WIDE_ONLY = { xs: 'none', sm: 'block' }
