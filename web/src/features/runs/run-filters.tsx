import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { useTranslation } from 'react-i18next'
import { Choice } from '../../design/choice.tsx'
import { RUN_STATUSES } from './run-words.ts'
import { RUN_KINDS, type useRunFilter } from './use-run-filter.ts'

export function RunFilters({ filter }: { filter: ReturnType<typeof useRunFilter> }) {
  const { t } = useTranslation()
  const { status, kind, isNarrowed, narrow, clear } = filter
  return (
    <Box component="search" sx={LINE}>
      <Choice
        label={t('runs.byStatus')}
        value={status ?? ''}
        isMarked={status !== undefined}
        options={[
          { value: '', label: t('runs.anyStatus') },
          ...RUN_STATUSES.map((one) => ({ value: one, label: t(`runs.word.${one}`) })),
        ]}
        onChange={(value) => narrow('status', value)}
      />
      <Choice
        label={t('runs.byKind')}
        value={kind}
        isMarked={kind !== 'any'}
        options={RUN_KINDS.map((one) => ({ value: one, label: t(`runs.kind.${one}`) }))}
        onChange={(value) => narrow('kind', value)}
      />
      {isNarrowed && <Button onClick={clear}>{t('businesses.clear')}</Button>}
    </Box>
  )
}

const LINE = {
  flex: 'none',
  display: 'grid',
  gridTemplateColumns: { xs: 'repeat(2, minmax(0, 1fr))', sm: '168px 168px auto' },
  justifyContent: 'start',
  gap: 2,
  px: { xs: 4, sm: 6 },
  py: 2,
  borderBottom: '1px solid var(--mui-palette-divider)',
} as const
