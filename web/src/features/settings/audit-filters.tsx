import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { useTranslation } from 'react-i18next'
import { Choice } from '../../design/choice.tsx'
import { Icon } from '../../design/icon.tsx'
import { useOpenApi } from '../reference/use-open-api.ts'
import { wordsOf } from './audit-words.ts'
import { OUTCOMES, type useAuditFilter } from './use-audit-filter.ts'

type Narrowed = Pick<ReturnType<typeof useAuditFilter>, 'filter' | 'isNarrowed' | 'narrow' | 'clear'>

/** One line of narrowing. Who and about what come from a line itself, and stand here as what can be taken away. */
export function AuditFilters(given: Narrowed & { actorName: string | undefined }) {
  const { t } = useTranslation()
  const { filter, isNarrowed, narrow, clear, actorName } = given
  const { operations = [] } = useOpenApi()
  const names = operations.map(({ name }) => name)
  const known =
    filter.operation === '' || names.includes(filter.operation) ? names : [...names, filter.operation]
  return (
    <Box component="search" sx={LINE}>
      <Choice
        label={t('audit.byOperation')}
        value={filter.operation}
        isMarked={filter.operation !== ''}
        options={[
          { value: '', label: t('audit.anyOperation') },
          ...known.map((name) => ({ value: name, label: `${wordsOf(name)} (${name.split('.', 1)[0]})` })),
        ]}
        onChange={(value) => narrow('operation', value)}
      />
      <Choice
        label={t('audit.byOutcome')}
        value={filter.outcome}
        isMarked={filter.outcome !== ''}
        options={[
          { value: '', label: t('audit.anyOutcome') },
          ...OUTCOMES.map((value) => ({ value, label: t(`audit.outcomes.${value}`) })),
        ]}
        onChange={(value) => narrow('outcome', value)}
      />
      <Choice
        label={t('audit.bySince')}
        value={filter.since}
        isMarked={filter.since !== ''}
        options={[
          { value: '', label: t('audit.anyTime') },
          { value: 'today', label: t('audit.today') },
          { value: 'week', label: t('audit.week') },
          { value: 'month', label: t('audit.month') },
        ]}
        onChange={(value) => narrow('since', value)}
      />
      {filter.actor !== '' && (
        <Taken
          label={t('audit.onlyActor', { who: actorName ?? filter.actor })}
          onTakeAway={() => narrow('actor', '')}
        />
      )}
      {filter.subject !== '' && (
        <Taken
          label={t('audit.onlySubject', { id: filter.subject })}
          onTakeAway={() => narrow('subject', '')}
        />
      )}
      {isNarrowed && <Button onClick={clear}>{t('audit.clear')}</Button>}
    </Box>
  )
}

function Taken({ label, onTakeAway }: { label: string; onTakeAway: () => void }) {
  return (
    <Button
      variant="outlined"
      onClick={onTakeAway}
      endIcon={<Icon name="close" size={14} />}
      sx={{ minWidth: 0, maxWidth: '100%', overflowWrap: 'anywhere', textAlign: 'left' }}
    >
      {label}
    </Button>
  )
}

const LINE = {
  display: 'flex',
  flexWrap: 'wrap',
  gap: 2,
  alignItems: 'center',
  px: { xs: 4, sm: 6 },
  py: 2,
  borderBottom: '1px solid var(--mui-palette-divider)',
  '& > .MuiInputBase-root': { flex: { xs: '1 1 0', sm: 'none' }, minWidth: 0, width: { sm: 176 } },
} as const
