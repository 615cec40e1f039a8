import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Typography from '@mui/material/Typography'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { usePages, type Row } from '../../../api.ts'
import { formatDecimal } from '../../../design/format.ts'
import { DRILL } from '../../../design/kpi-strip.tsx'
import { SECOND_LINE } from '../../../design/ledger-table.ts'
import { ProblemNotice } from '../../../design/problem-notice.tsx'
import type { Entity } from './entity-status.tsx'
import { EndStake } from './end-stake.tsx'
import { RecordStake } from './record-stake.tsx'

type Stake = Row<'entities.list-stakes'>

/** Who owns an entity, or what it owns: every stake that was not withdrawn, the newest first. */
export function StakeRows({ side, entity }: { side: 'owners' | 'holdings'; entity: Entity }) {
  const { t } = useTranslation()
  const [isRecording, setRecording] = useState(false)
  const [endingId, setEndingId] = useState<string>()
  const filter = side === 'owners' ? { entityId: entity.id } : { ownerEntityId: entity.id }
  const list = usePages('entities.list-stakes', { limit: 50, ...filter })
  return (
    <Box component="section" aria-label={t(`ownership.${side}`)}>
      <Box sx={{ ...LINE, display: 'flex', alignItems: 'center', minHeight: 40, mt: 4 }}>
        <Typography variant="h3" sx={{ flex: 1, fontSize: 13, fontWeight: 600 }}>
          {t(`ownership.${side}`)}
        </Typography>
        {side === 'owners' && !isRecording && (
          <Button onClick={() => setRecording(true)}>{t('ownership.record')}</Button>
        )}
      </Box>
      {list.problem && (
        <Box sx={{ p: 5 }}>
          <ProblemNotice problem={list.problem} onRetry={list.again} />
        </Box>
      )}
      {isRecording && <RecordStake entity={entity} onDone={() => setRecording(false)} />}
      {list.rows?.length === 0 && (
        <Box sx={{ ...LINE, py: 2, fontSize: 13, color: 'text.secondary' }}>{t(`ownership.no.${side}`)}</Box>
      )}
      <Box component="ul" sx={{ m: 0, p: 0, listStyle: 'none' }}>
        {list.rows?.map((stake) => (
          <Box component="li" key={stake.id} sx={{ ...LINE, py: '9px' }}>
            <StakeLine side={side} stake={stake} onEnd={() => setEndingId(stake.id)} />
            {endingId === stake.id && <EndStake stake={stake} onDone={() => setEndingId(undefined)} />}
          </Box>
        ))}
      </Box>
      {list.hasMore && (
        <Button onClick={list.more} sx={{ mx: 3, my: 2 }}>
          {t('settings.more')}
        </Button>
      )}
    </Box>
  )
}

function StakeLine(given: { side: 'owners' | 'holdings'; stake: Stake; onEnd: () => void }) {
  const { t } = useTranslation()
  const { side, stake, onEnd } = given
  const { entity, owner, votingPercent: voting, economicPercent: economic, from, until } = stake
  const name = side === 'owners' ? owner.name : entity.name
  const id = side === 'owners' ? owner.entityId : entity.id
  return (
    <Box sx={{ display: 'flex', gap: 2, alignItems: 'start' }}>
      <Box sx={{ flex: 1, minWidth: 0, fontSize: 13, overflowWrap: 'anywhere' }}>
        {id === null ? (
          name
        ) : (
          <Box component={Link} to={`/businesses/entities/${id}`} sx={DRILL}>
            {name}
          </Box>
        )}
        <Box>
          {t('ownership.shares', { voting: formatDecimal(voting), economic: formatDecimal(economic) })}
        </Box>
        <Box sx={SECOND_LINE}>
          {until === null ? t('ownership.since', { from }) : t('ownership.during', { from, until })}
        </Box>
        {stake.evidence && <Box sx={SECOND_LINE}>{stake.evidence}</Box>}
      </Box>
      <Button onClick={onEnd} aria-label={t('ownership.changeNamed', { name })}>
        {t('ownership.change')}
      </Button>
    </Box>
  )
}

const LINE = { px: 5, borderBottom: '1px solid var(--mui-palette-divider)' } as const
