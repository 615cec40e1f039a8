import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { useTranslation } from 'react-i18next'
import { usePages, useRead } from '../../api.ts'
import { EmptyState } from '../../design/empty-state.tsx'
import { Icon } from '../../design/icon.tsx'
import { ReadPanel } from '../../design/read-panel.tsx'
import { today } from '#kernel/periods.ts'
import { DayFilter, FILTERS, ListBody } from '../banking/list-body.tsx'
import { useQueryPlace } from '../banking/use-query-place.ts'
import { useMay } from '../identity/use-may.ts'
import { AllocatePanel } from './allocate-panel.tsx'
import { DisagreementPanel, keyOf } from './disagreement-panel.tsx'
import { DisagreementRows } from './disagreement-rows.tsx'
import { GroupFrame } from './group-frame.tsx'
import { PairRows } from './pair-rows.tsx'
import { PairPanel } from './pair-panel.tsx'

/** What two books say of each other and do not match, and what was posted to both at once. */
export function BetweenView() {
  const { t } = useTranslation()
  const { get, put } = useQueryPlace()
  const mayPost = useMay('ledger.post')
  const asOf = get('asOf') || today()
  const entityId = get('entity')
  const disagreements = usePages('group.list-disagreements', {
    asOf,
    limit: 50,
    ...(entityId !== '' && { entityId }),
  })
  const open = disagreements.rows?.find((one) => keyOf(one) === get('pair'))
  const isPosting = get('new') !== '' && mayPost
  const openNew = () => put({ new: 'true', pair: '' })
  return (
    <GroupFrame
      title={t('group.between')}
      here="between"
      actions={
        mayPost && (
          <>
            <Button variant="outlined" onClick={() => put({ new: 'allocation', pair: '' })}>
              {t('group.allocate.action')}
            </Button>
            <Button variant="contained" onClick={openNew} startIcon={<Icon name="plus" size={14} />}>
              {t('group.postPair')}
            </Button>
          </>
        )
      }
      panel={
        isPosting && get('new') === 'allocation' ? (
          <AllocatePanel onClose={() => put({ new: '' })} />
        ) : isPosting ? (
          <PairPanel onClose={() => put({ new: '' })} />
        ) : (
          open && <DisagreementPanel row={open} asOf={asOf} onClose={() => put({ pair: '' })} />
        )
      }
    >
      <Box component="search" sx={FILTERS}>
        <DayFilter
          label={t('banking.upTo')}
          value={asOf}
          isLaterOpen
          onChange={(day) => put({ asOf: day })}
        />
        {entityId !== '' && <OnlyOf entityId={entityId} onClear={() => put({ entity: '', pair: '' })} />}
      </Box>
      <ReadPanel
        title={t('group.disagreements')}
        formula={t('group.disagreementsFormula', { day: asOf })}
        reading={{ ...disagreements, problem: undefined }}
      >
        <ListBody
          list={disagreements}
          total={(count) => t('group.disagreementTotal', { count })}
          empty={<Box sx={AGREED}>{t('group.allAgree', { day: asOf })}</Box>}
        >
          <DisagreementRows rows={disagreements.rows} asOf={asOf} />
        </ListBody>
      </ReadPanel>
      <Pairs onPost={mayPost ? openNew : undefined} />
    </GroupFrame>
  )
}

function OnlyOf({ entityId, onClear }: { entityId: string; onClear: () => void }) {
  const { t } = useTranslation()
  const entity = useRead('entities.list-entities', { ids: [entityId] }).data?.items[0]
  return (
    <>
      <span>{t('group.onlyOf', { name: entity?.name ?? t('banking.entity') })}</span>
      <Button onClick={onClear}>{t('banking.clear')}</Button>
    </>
  )
}

function Pairs({ onPost }: { onPost: (() => void) | undefined }) {
  const { t } = useTranslation()
  const pairs = usePages('group.list-pairs', { limit: 50 })
  return (
    <ReadPanel
      title={t('group.pairs')}
      formula={t('group.pairsFormula')}
      reading={{ ...pairs, problem: undefined }}
    >
      <ListBody
        list={pairs}
        total={(count) => t('group.pairTotal', { count })}
        empty={
          <EmptyState title={t('group.noPairs.title')} detail={t('group.noPairs.detail')}>
            {onPost && (
              <Button variant="contained" onClick={onPost}>
                {t('group.postPair')}
              </Button>
            )}
          </EmptyState>
        }
      >
        <PairRows rows={pairs.rows} />
      </ListBody>
    </ReadPanel>
  )
}

const AGREED = {
  px: { xs: 4, sm: 6 },
  py: 4,
  fontSize: 13,
  bgcolor: 'background.paper',
  borderTop: '1px solid var(--mui-palette-divider)',
  borderBottom: '1px solid var(--mui-palette-divider)',
} as const
