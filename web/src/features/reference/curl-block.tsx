import Box from '@mui/material/Box'
import IconButton from '@mui/material/IconButton'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Icon } from '../../design/icon.tsx'
import { MONO } from '../../design/theme.ts'
import { curlLine } from './curl-line.ts'
import type { OperationDoc } from './open-api.ts'

export function CurlBlock({ operation }: { operation: OperationDoc }) {
  const { t } = useTranslation()
  const [isCopied, setCopied] = useState(false)
  const line = curlLine(operation, location.origin)
  const copy = () => {
    navigator.clipboard.writeText(line).then(
      () => setCopied(true),
      () => setCopied(false),
    )
  }
  return (
    <Box
      sx={{
        mt: 4,
        display: 'flex',
        alignItems: 'flex-start',
        gap: 2,
        pl: 3,
        py: 1,
        pr: 1,
        bgcolor: 'background.default',
        border: '1px solid var(--mui-palette-divider)',
      }}
    >
      <Box
        component="code"
        title={t('reference.curl')}
        sx={{
          flex: 1,
          minWidth: 0,
          py: 1.5,
          fontFamily: MONO,
          fontSize: 12,
          lineHeight: '18px',
          overflowWrap: 'anywhere',
        }}
      >
        {line}
      </Box>
      <IconButton aria-label={t('reference.copyCurl')} title={t('reference.copyCurl')} onClick={copy}>
        <Icon name={isCopied ? 'check' : 'copy'} size={14} />
      </IconButton>
    </Box>
  )
}
