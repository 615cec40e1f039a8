import Box from '@mui/material/Box'
import { useTranslation } from 'react-i18next'
import { useRead } from '../../api.ts'
import { SIGN_PATHS, SignMark } from '../../design/sign-mark.tsx'
import type { Business } from './stages.ts'

/** How long it stands there, and the rule beside it where that is too long. */
export function StagePace({ business }: { business: Business }) {
  const { t } = useTranslation()
  const { data } = useRead('businesses.list-stage-clocks', {})
  const { stage, daysInStage, stageSince, archivedAt } = business
  const clock = data?.clocks.find((one) => one.stage === stage)
  const daysMax = clock?.daysMax ?? Infinity
  const isStalled = archivedAt === null && daysInStage > daysMax
  return (
    <Box
      sx={{ fontSize: 12, lineHeight: '16px', color: 'text.secondary', fontVariantNumeric: 'tabular-nums' }}
    >
      {t('business.daysInStage', { count: daysInStage, since: stageSince })}
      {isStalled && (
        <Box sx={{ mt: 1 }}>
          <SignMark sign={{ path: SIGN_PATHS.clock, colour: 'warning.main' }}>
            {t('business.stalled')}
          </SignMark>
          <div>{clock?.rule}</div>
        </Box>
      )}
    </Box>
  )
}
