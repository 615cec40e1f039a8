import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Typography from '@mui/material/Typography'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { useRead } from '../../api.ts'
import { Icon } from '../../design/icon.tsx'
import { dismissGuide, GUIDE_STEPS, useGuideProgress, type GuideStep } from './guide-progress.ts'
import { UNSEEN } from '../../design/unseen.ts'

/** The first minute in a demonstration: five things worth doing, each in the real product, each ticked once it was done. */
export function DemoGuide() {
  const { t } = useTranslation()
  const { data: me } = useRead('identity.get-me', {})
  const { done, isDismissed } = useGuideProgress()
  const to = useWays()
  if (!me?.isDemo || isDismissed) return null
  const next = GUIDE_STEPS.find((step) => !done.includes(step))
  return (
    <Box component="section" aria-labelledby="demo-guide" sx={STRIP}>
      <Box sx={{ display: 'flex', alignItems: 'center', gap: 2, px: { xs: 4, sm: 6 }, pt: 2, pb: 1 }}>
        <Typography variant="h2" id="demo-guide" sx={{ flex: 1 }}>
          {next ? t('demo.guide.title') : t('demo.guide.allDone')}
        </Typography>
        <Button onClick={dismissGuide}>{t(next ? 'demo.guide.dismiss' : 'demo.guide.close')}</Button>
      </Box>
      <Box component="ol" sx={STEPS}>
        {GUIDE_STEPS.map((step, at) => (
          <Step
            key={step}
            step={step}
            number={at + 1}
            to={to[step]}
            isDone={done.includes(step)}
            isNext={step === next}
          />
        ))}
      </Box>
    </Box>
  )
}

function Step(given: { step: GuideStep; number: number; to: string; isDone: boolean; isNext: boolean }) {
  const { t } = useTranslation()
  const { step, number, to, isDone, isNext } = given
  return (
    <Box component="li" sx={{ minWidth: 0, px: { xs: 4, sm: 6, lg: 4 }, py: 2, bgcolor: 'background.paper' }}>
      <Box sx={{ display: 'flex', alignItems: 'center', gap: 2 }}>
        <Box sx={{ ...MARK, color: isDone ? 'success.main' : isNext ? 'primary.main' : 'text.secondary' }}>
          {isDone ? <Done /> : number}
        </Box>
        <Box component={Link} to={to} sx={{ fontWeight: isNext ? 600 : 400, color: 'text.primary' }}>
          {t(`demo.guide.${step}`)}
        </Box>
      </Box>
      <Box sx={{ pl: 6, fontSize: 12, lineHeight: '16px', color: 'text.secondary' }}>
        {t(`demo.guide.${step}Detail`)}
      </Box>
    </Box>
  )
}

function Done() {
  const { t } = useTranslation()
  return (
    <>
      <Icon name="check" size={14} />
      <Box component="span" sx={UNSEEN}>
        {t('home.steps.done')}
      </Box>
    </>
  )
}

/** Where each step begins; the first leads to the category that Home lists first, once it is known. */
function useWays(): Record<GuideStep, string> {
  const found = useRead('kpis.list-kpis', { isHeadline: true, limit: 1 })
  const kpi = found.data?.items[0]
  const money = useRead('kpis.summarise-values', { kpiId: kpi?.id ?? '', by: 'category' }, { skip: !kpi })
  const category = money.data?.groups.find(({ id, figure }) => id !== null && figure !== null)?.id
  return {
    money:
      kpi && money.data && category
        ? `/businesses/kpis/${kpi.id}?period=${money.data.period}&category=${category}`
        : '/businesses/kpis',
    source: '/businesses?stage=growing',
    duplicates: '/exceptions?rule=businesses.duplicates',
    tree: '/businesses/entities/tree',
    undo: '/businesses?stage=launched',
  }
}

const STRIP = { borderBottom: '1px solid var(--mui-palette-divider)', bgcolor: 'background.paper' } as const
const STEPS = {
  listStyle: 'none',
  m: 0,
  p: 0,
  display: 'grid',
  gap: '1px',
  bgcolor: 'divider',
  borderTop: '1px solid var(--mui-palette-divider)',
  gridTemplateColumns: { xs: 'minmax(0, 1fr)', lg: 'repeat(5, minmax(0, 1fr))' },
} as const
const MARK = {
  width: 16,
  flex: 'none',
  display: 'grid',
  placeItems: 'center',
  fontSize: 13,
  fontWeight: 600,
} as const
