import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { useTranslation } from 'react-i18next'
import { Icon } from './icon.tsx'
import { UNSEEN } from './unseen.ts'
import { useCopy } from './use-copy.ts'

/** Copies what stands beside it. The answer is said, and takes the place of the words on the button. */
export function CopyButton({ text, label }: { text: string; label: string }) {
  const { t } = useTranslation()
  const { isCopied, copy } = useCopy(text)
  return (
    <>
      <Button
        variant="outlined"
        onClick={copy}
        startIcon={<Icon name={isCopied ? 'check' : 'copy'} size={14} />}
      >
        {isCopied ? t('copy.done') : label}
      </Button>
      <Box component="output" sx={UNSEEN}>
        {isCopied ? t('copy.done') : ''}
      </Box>
    </>
  )
}
