import Box from '@mui/material/Box'
import type { SystemStyleObject } from '@mui/system'
import { useTranslation } from 'react-i18next'
import { useSelector } from 'react-redux'
import { Icon } from '../design/icon.tsx'
import type { State } from '../store.ts'

/** Says that the screen does not follow what happens. While it does, there is nothing to say. */
export function LiveMark({ wordsSx }: { wordsSx?: SystemStyleObject }) {
  const { t } = useTranslation()
  const isInterrupted = useSelector(({ live }: State) => live.isInterrupted)
  return (
    <Box component="output" title={isInterrupted ? t('live.interruptedReason') : undefined}>
      {isInterrupted && (
        <Box sx={MARK}>
          <Icon name="warning" size={14} />
          <Box component="span" sx={wordsSx ?? ALWAYS}>
            {t('live.interrupted')}
          </Box>
        </Box>
      )}
    </Box>
  )
}

const ALWAYS = {}
const MARK = {
  display: 'flex',
  alignItems: 'center',
  justifyContent: 'center',
  gap: 2,
  height: 32,
  fontSize: 12,
  color: 'warning.main',
  borderTop: '1px solid var(--mui-palette-divider)',
} as const
