import Box from '@mui/material/Box'
import { useTranslation } from 'react-i18next'
import { spansOf } from './closing-words.ts'

const SPANS_SHOWN = 3

/** From which month on how many books are closed; nothing where it is the month alone. */
export function SpanWords({ month, froms }: { month: string; froms: readonly (string | null)[] }) {
  const { t } = useTranslation()
  const spans = spansOf(froms)
  if (spans.every(({ from }) => from === month)) return null
  const more = spans.slice(SPANS_SHOWN).reduce((sum, { count }) => sum + count, 0)
  return (
    <Box component="ul" aria-label={t('closing.spans')} sx={{ listStyle: 'none', m: 0, p: 0 }}>
      {spans.slice(0, SPANS_SHOWN).map(({ from, count }) => (
        <li key={from}>
          {from === month
            ? t('closing.closesOnly', { month, count })
            : t('closing.closesSpan', { from, to: month, count })}
        </li>
      ))}
      {more > 0 && <li>{t('closing.closesOthers', { to: month, count: more })}</li>}
    </Box>
  )
}
