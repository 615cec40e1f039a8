import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { CopyButton } from '../../design/copy-button.tsx'
import { Icon } from '../../design/icon.tsx'
import { saveFile } from '../../design/save-file.ts'
import { MONO } from '../../design/theme.ts'
import { Tick } from '../../design/tick.tsx'
import { DoorForm } from './door-form.tsx'

/** Shown once. The way on opens when the person says that they are kept: nobody can look them up later. */
export function RecoveryCodes(given: { codes: string[]; studio: string; onDone: () => void }) {
  const { t } = useTranslation()
  const [isKept, setKept] = useState(false)
  const { codes, studio } = given
  const text = codes.map(inTwos).join('\n')
  return (
    <DoorForm
      title={t('secondFactor.recoveryTitle')}
      detail={t('secondFactor.recoveryDetail')}
      problem={undefined}
      onSubmit={() => isKept && given.onDone()}
    >
      <Box component="ul" aria-label={t('secondFactor.recoveryList')} sx={LIST}>
        {codes.map((code) => (
          <li key={code}>{inTwos(code)}</li>
        ))}
      </Box>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 2 }}>
        <CopyButton text={text} label={t('secondFactor.copyCodes')} />
        <Button
          variant="outlined"
          startIcon={<Icon name="download" size={14} />}
          onClick={() => download(t('secondFactor.file', { studio, codes: text }))}
        >
          {t('secondFactor.download')}
        </Button>
      </Box>
      <Tick label={t('secondFactor.kept')} isOn={isKept} onChange={setKept} />
      <Button type="submit" variant="contained" disabled={!isKept} sx={{ height: 40 }}>
        {t('secondFactor.goOn')}
      </Button>
    </DoorForm>
  )
}

function inTwos(code: string): string {
  return `${code.slice(0, 5)}-${code.slice(5)}`
}

function download(text: string): void {
  saveFile('iza-os-recovery-codes.txt', new Blob([text], { type: 'text/plain' }))
}

const LIST = {
  listStyle: 'none',
  m: 0,
  p: 0,
  display: 'grid',
  gridTemplateColumns: '1fr 1fr',
  border: '1px solid var(--mui-palette-divider)',
  fontFamily: MONO,
  fontSize: 13,
  lineHeight: '20px',
  '& li': { px: 3, py: 1.5 },
  '& li:nth-of-type(even)': { borderLeft: '1px solid var(--mui-palette-divider)' },
  '& li:nth-of-type(n + 3)': { borderTop: '1px solid var(--mui-palette-divider)' },
} as const
