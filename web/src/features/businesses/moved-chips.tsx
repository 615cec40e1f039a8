import Box from '@mui/material/Box'
import ButtonBase from '@mui/material/ButtonBase'
import { useTranslation } from 'react-i18next'
import { Icon } from '../../design/icon.tsx'
import type { BusinessFilter, useBusinessFilter } from './use-business-filter.ts'

const STAGED = ['stoodAt', 'wentOnFrom', 'movedTo'] as const

/** What a figure of the overview narrowed the list to: said in words, and each taken off by itself. */
export function MovedChips(given: {
  filter: BusinessFilter
  onNarrow: ReturnType<typeof useBusinessFilter>['narrow']
}) {
  const { t } = useTranslation()
  const { filter, onNarrow } = given
  const { standing, movedSince, beganIn } = filter
  const chips = [
    ...(standing ? [{ name: 'standing', text: t(`businesses.only.standing.${standing}`) } as const] : []),
    ...STAGED.flatMap((name) => {
      const stage = filter[name]
      return stage ? [{ name, text: t(`businesses.only.${name}`, { stage: t(`stage.${stage}`) }) }] : []
    }),
    ...(movedSince
      ? [{ name: 'movedSince', text: t('businesses.only.movedSince', { day: movedSince }) } as const]
      : []),
    ...(beganIn ? [{ name: 'beganIn', text: t('businesses.only.beganIn', { year: beganIn }) } as const] : []),
  ]
  return chips.map(({ name, text }) => (
    <ButtonBase
      key={name}
      onClick={() => onNarrow(name, '')}
      aria-label={t('businesses.only.takeOff', { text })}
      sx={CHIP}
    >
      <Box component="span" sx={{ textAlign: 'left' }}>
        {text}
      </Box>
      <Icon name="close" size={12} />
    </ButtonBase>
  ))
}

const CHIP = {
  minHeight: 32,
  '@media (pointer: coarse)': { minHeight: 44 },
  px: 2,
  gap: 2,
  fontFamily: 'inherit',
  fontSize: 13,
  lineHeight: '20px',
  fontWeight: 500,
  border: '1px solid var(--mui-palette-primary-main)',
  borderRadius: '3px',
  justifyContent: 'space-between',
  gridColumn: { xs: '1 / -1', md: 'auto' },
} as const
