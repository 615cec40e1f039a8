import Box from '@mui/material/Box'
import { useTranslation } from 'react-i18next'
import { Choice } from '../../design/choice.tsx'
import { adoptLook, keptLook } from '../../preferences/adopt-look.ts'
import { LANGUAGES } from '#kernel/languages.ts'

/**
 * For whoever is not signed in: this browser's language, on every port. It is kept in the cookie of the first paint; whoever
 * signs in is then met in what they chose for themselves.
 */
export function DoorLanguage() {
  const { t, i18n } = useTranslation()
  return (
    <Box sx={{ ml: 'auto', flex: 'none' }}>
      <Choice
        label={t('preferences.language')}
        value={i18n.language}
        options={LANGUAGES.map((value) => ({ value, label: t(`preferences.languages.${value}`) }))}
        onChange={choose}
      />
    </Box>
  )
}

function choose(value: string): void {
  const language = LANGUAGES.find((known) => known === value)
  if (language) void adoptLook({ ...keptLook(), language })
}
