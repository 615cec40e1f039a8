import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { CloseDialog } from './close-dialog.tsx'
import { MarkDialog } from './mark-dialog.tsx'
import { SpanWords } from './span-words.tsx'
import type { CloseKind } from './closing-words.ts'
import type { Chosen } from './use-chosen.ts'

/** What can be done with the books that are chosen; it stands there while there are some. */
export function CloseBar({ month, chosen }: { month: string; chosen: Chosen }) {
  const { t } = useTranslation()
  const [kind, setKind] = useState<CloseKind>()
  const [mark, setMark] = useState<'bank' | 'reviewed'>()
  if (chosen.rows.size === 0) return null
  return (
    <Box component="section" aria-label={t('closing.bar')} sx={BAR}>
      <Box component="output" sx={{ fontWeight: 500, whiteSpace: 'nowrap' }}>
        {t('bulk.chosen', { count: chosen.rows.size })}
      </Box>
      <SpanWords month={month} froms={[...chosen.rows.values()].map(({ closesFrom }) => closesFrom)} />
      <Button onClick={chosen.clear}>{t('bulk.clear')}</Button>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 2 }}>
        <Button variant="outlined" onClick={() => setMark('bank')}>
          {t('closing.markMany.bank')}
        </Button>
        <Button variant="outlined" onClick={() => setMark('reviewed')}>
          {t('closing.markMany.reviewed')}
        </Button>
        <Button variant="outlined" onClick={() => setKind('soft')}>
          {t('closing.close.soft')}
        </Button>
        <Button variant="outlined" onClick={() => setKind('hard')}>
          {t('closing.close.hard')}
        </Button>
      </Box>
      {mark && (
        <MarkDialog
          {...{ mark, month }}
          rows={[...chosen.rows.values()]}
          onClose={() => setMark(undefined)}
        />
      )}
      {kind && (
        <CloseDialog
          {...{ kind, month }}
          rows={[...chosen.rows.values()]}
          onClose={(isDone) => {
            setKind(undefined)
            if (isDone) chosen.clear()
          }}
        />
      )}
    </Box>
  )
}

const BAR = {
  flex: 'none',
  display: 'flex',
  alignItems: 'center',
  flexWrap: 'wrap',
  columnGap: 3,
  rowGap: 1,
  px: { xs: 4, sm: 6 },
  py: 2,
  fontSize: 13,
  bgcolor: 'background.paper',
  borderTop: '1px solid var(--mui-palette-divider)',
  boxShadow: 'inset 2px 0 var(--mui-palette-primary-main)',
} as const
