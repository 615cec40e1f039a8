import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Typography from '@mui/material/Typography'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { useRead } from '../../api.ts'
import { Icon } from '../../design/icon.tsx'
import { UNSEEN } from '../../design/unseen.ts'
import { May } from '../identity/may.tsx'

/** Nothing in a demonstration: that is filled by its run, and the banner tells how far it is. */
export function FirstSteps(given: { hasEntity: boolean; hasBusiness: boolean }) {
  const { data: me } = useRead('identity.get-me', {})
  return me?.isDemo ? null : <Steps {...given} />
}

/** What to do while there is nothing to count. It goes away by itself. */
function Steps({ hasEntity, hasBusiness }: { hasEntity: boolean; hasBusiness: boolean }) {
  const { t } = useTranslation()
  const { data: me } = useRead('identity.get-me', {})
  const steps = [
    {
      key: 'founded',
      isDone: true,
      detail: t('home.steps.foundedDetail', { studio: me?.studio.name ?? '' }),
    },
    {
      key: 'entity',
      isDone: hasEntity,
      detail: t('home.steps.entityDetail'),
      to: '/businesses/entities?new=true',
      needs: 'entities.write',
    },
    {
      key: 'business',
      isDone: hasBusiness,
      detail: t('home.steps.businessDetail'),
      to: '/businesses/new',
      needs: 'businesses.write',
    },
  ] as const
  const next = steps.find(({ isDone }) => !isDone)?.key
  return (
    <Box
      component="section"
      aria-labelledby="first-steps"
      sx={{ maxWidth: 720, px: { xs: 4, sm: 6 }, pt: 6 }}
    >
      <Typography variant="h2" id="first-steps">
        {t('home.steps.title')}
      </Typography>
      <Typography variant="body2" sx={{ color: 'text.secondary', mb: 4 }}>
        {t('home.steps.detail')}
      </Typography>
      <Box
        component="ol"
        sx={{
          listStyle: 'none',
          m: 0,
          p: 0,
          bgcolor: 'background.paper',
          border: '1px solid var(--mui-palette-divider)',
        }}
      >
        {steps.map((step, at) => (
          <Box
            key={step.key}
            component="li"
            sx={{ ...STEP, color: step.isDone ? 'text.secondary' : 'text.primary' }}
          >
            <StepMark number={at + 1} isDone={step.isDone} isNext={step.key === next} />
            <Box sx={{ flex: 1, minWidth: 0 }}>
              <Box sx={{ fontSize: 14, fontWeight: step.key === next ? 600 : 400 }}>
                {t(`home.steps.${step.key}`)}
              </Box>
              <Box sx={{ fontSize: 12, lineHeight: '16px', color: 'text.secondary' }}>{step.detail}</Box>
            </Box>
            {!step.isDone && 'to' in step && <StepWays step={step} isNext={step.key === next} />}
          </Box>
        ))}
      </Box>
    </Box>
  )
}

function StepWays(given: {
  step: { key: 'entity' | 'business'; to: string; needs: string }
  isNext: boolean
}) {
  const { t } = useTranslation()
  const { key, to, needs } = given.step
  return (
    <May permission={needs}>
      <Box sx={{ display: 'flex', flexDirection: { xs: 'column', sm: 'row' }, gap: 1 }}>
        {key === 'business' && (
          <Button component={Link} to="/businesses/import">
            {t('home.steps.spreadsheet')}
          </Button>
        )}
        <Button component={Link} to={to} variant={given.isNext ? 'contained' : 'outlined'}>
          {t(`home.steps.${key}Action`)}
        </Button>
      </Box>
    </May>
  )
}

function StepMark({ number, isDone, isNext }: { number: number; isDone: boolean; isNext: boolean }) {
  const { t } = useTranslation()
  return (
    <Box
      sx={{
        width: 20,
        flex: 'none',
        display: 'grid',
        placeItems: 'center',
        fontSize: 13,
        fontWeight: 600,
        color: isDone ? 'success.main' : isNext ? 'primary.main' : 'text.secondary',
      }}
    >
      {isDone ? (
        <>
          <Icon name="check" />
          <Box component="span" sx={UNSEEN}>
            {t('home.steps.done')}
          </Box>
        </>
      ) : (
        number
      )}
    </Box>
  )
}

const STEP = {
  display: 'flex',
  alignItems: 'center',
  flexWrap: { xs: 'wrap', sm: 'nowrap' },
  gap: 4,
  px: 4,
  py: 3,
  '&:not(:last-of-type)': { borderBottom: '1px solid var(--mui-palette-divider)' },
} as const
