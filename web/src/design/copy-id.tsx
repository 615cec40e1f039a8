import Box from '@mui/material/Box'
import ButtonBase from '@mui/material/ButtonBase'
import { useTranslation } from 'react-i18next'
import { Icon } from './icon.tsx'
import { MONO } from './theme.ts'
import { useCopy } from './use-copy.ts'

/** An id in mono type; a click copies it and says so. */
export function CopyId({ id }: { id: string }) {
  const { t } = useTranslation()
  const { isCopied, copy } = useCopy(id)
  return (
    <ButtonBase
      onClick={copy}
      title={t('copy.id')}
      aria-label={t('copy.idNamed', { id })}
      sx={{
        gap: 1.5,
        fontFamily: MONO,
        fontSize: 12,
        lineHeight: '20px',
        textAlign: 'left',
        '&:hover': { color: 'primary.main' },
      }}
    >
      <Box component="span" sx={{ overflowWrap: 'anywhere' }}>
        {id}
      </Box>
      <Icon name={isCopied ? 'check' : 'copy'} size={14} />
      <Box component="output" sx={{ fontSize: 11 }}>
        {isCopied ? t('copy.done') : ''}
      </Box>
    </ButtonBase>
  )
}
