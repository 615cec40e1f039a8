import Box from '@mui/material/Box'
import Skeleton from '@mui/material/Skeleton'
import { useTranslation } from 'react-i18next'
import { useDispatch } from 'react-redux'
import { useRead, useWrite, type Input } from '../../../api.ts'
import { formatCount } from '../../../design/format.ts'
import { ProblemNotice } from '../../../design/problem-notice.tsx'
import { isOwner } from '../../settings/is-owner.ts'
import { toastShown } from '../../../shell/toast-slice.ts'

type Plan = Input<'businesses.set-plan'>['plan']

/** How many businesses may be at work, and how many are. Only owners choose. */
export function PlanChoice() {
  const { t } = useTranslation()
  const dispatch = useDispatch()
  const { data, problem, again } = useRead('businesses.get-plan', {})
  const { data: me } = useRead('identity.get-me', {})
  const setting = useWrite('businesses.set-plan')
  const mayChoose = me !== undefined && isOwner(me)
  const choose = async (plan: Plan) => {
    const done = await setting.send({ plan })
    if (!done) return
    const undo = { operation: 'businesses.set-plan', input: { plan: done.previous } } as const
    dispatch(toastShown({ text: t('portfolio.plan.setToast', { plan: t(`portfolio.plan.${plan}`) }), undo }))
  }
  const failure = problem ?? setting.problem
  return (
    <Box sx={{ px: { xs: 4, sm: 6 }, display: 'grid', gap: 3 }}>
      {failure && <ProblemNotice problem={failure} onRetry={problem && again} />}
      {!data && !problem && <Skeleton height={12} width="40%" />}
      {data && (
        <>
          <Box component="fieldset" disabled={!mayChoose || setting.isSending} sx={CHOICES}>
            <Box component="legend" sx={{ p: 0, mb: 2, fontSize: 13, fontFeatureSettings: "'tnum', 'zero'" }}>
              {data.businessesMax === null
                ? t('portfolio.plan.unlimited', { count: data.atWork })
                : t('portfolio.plan.used', { count: data.atWork, max: formatCount(data.businessesMax) })}
            </Box>
            {data.plans.map(({ plan, businessesMax: max }) => (
              <Box key={plan} component="label" sx={CHOICE}>
                <input
                  type="radio"
                  name="plan"
                  value={plan}
                  checked={data.plan === plan}
                  onChange={() => void choose(plan)}
                />
                <Box component="span" sx={{ fontWeight: 500 }}>
                  {t(`portfolio.plan.${plan}`)}
                </Box>
                <Box component="span" sx={{ color: 'text.secondary' }}>
                  {max === null
                    ? t('portfolio.plan.noLimit')
                    : t('portfolio.plan.upTo', { max: formatCount(max) })}
                </Box>
              </Box>
            ))}
          </Box>
          {!mayChoose && <Box sx={{ fontSize: 12, color: 'text.secondary' }}>{t('policy.ownersOnly')}</Box>}
        </>
      )}
    </Box>
  )
}

const CHOICES = { m: 0, p: 0, border: 0, minWidth: 0 } as const
const CHOICE = {
  display: 'grid',
  gridTemplateColumns: '16px 112px minmax(0, 1fr)',
  alignItems: 'center',
  columnGap: 2,
  minHeight: 40,
  px: 4,
  fontSize: 13,
  bgcolor: 'background.paper',
  border: '1px solid var(--mui-palette-divider)',
  '& + &': { borderTop: 0 },
  cursor: 'pointer',
  'fieldset:disabled &': { cursor: 'default' },
  '& input': { width: 16, height: 16, m: 0, accentColor: 'var(--mui-palette-primary-main)' },
} as const
