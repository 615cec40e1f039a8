import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { useTranslation } from 'react-i18next'
import { usePages } from '../../api.ts'
import { Chooser } from '../../design/chooser.tsx'
import { EmptyState } from '../../design/empty-state.tsx'
import { Icon } from '../../design/icon.tsx'
import { SECOND_LINE } from '../../design/ledger-table.ts'
import { FigureRows, Side } from '../banking/figure-rows.tsx'
import { FILTERS, ListBody } from '../banking/list-body.tsx'
import { useQueryPlace } from '../banking/use-query-place.ts'
import { useAllRows } from '../businesses/use-all-rows.ts'
import { useMay } from '../identity/use-may.ts'
import { GroupFrame } from './group-frame.tsx'
import { useCaptionLabel, type TopSide } from './group-words.ts'
import { TopSidePanel } from './top-side-panel.tsx'

/** What stands in no entity’s book and is in the consolidations of a root: never changed, the opposite takes it back. */
export function TopSideView() {
  const { t } = useTranslation()
  const { get, put } = useQueryPlace()
  const mayEnter = useMay('group.write')
  const { rows: entities } = useAllRows('entities.list-entities')
  const rootEntityId = get('root')
  const list = usePages('group.list-top-side', { limit: 50, ...(rootEntityId !== '' && { rootEntityId }) })
  const takenBack = list.rows?.find(({ id }) => id === get('takeBack'))
  const isOpen = mayEnter && (get('new') !== '' || takenBack !== undefined)
  const open = () => put({ new: 'true', takeBack: '' })
  return (
    <GroupFrame
      title={t('group.topSide.title')}
      here="top-side"
      actions={
        mayEnter && (
          <Button variant="contained" onClick={open} startIcon={<Icon name="plus" size={14} />}>
            {t('group.topSide.enter')}
          </Button>
        )
      }
      panel={
        isOpen && (
          <TopSidePanel
            key={takenBack?.id ?? 'new'}
            rootId={rootEntityId}
            takenBack={takenBack}
            entities={entities}
            onClose={() => put({ new: '', takeBack: '' })}
          />
        )
      }
    >
      <Box
        component="search"
        sx={{ ...FILTERS, '& > .MuiAutocomplete-root': { width: { xs: '100%', sm: 320 } } }}
      >
        <Chooser
          label={t('group.topSide.ofRoot')}
          value={rootEntityId}
          options={[
            { value: '', label: t('group.topSide.allRoots') },
            ...entities.map(({ id, name }) => ({ value: id, label: name })),
          ]}
          onChange={(root) => put({ root, takeBack: '' })}
        />
      </Box>
      <ListBody
        list={list}
        total={(count) => t('group.topSide.total', { count })}
        empty={
          <EmptyState title={t('group.topSide.empty')} detail={t('group.topSide.emptyDetail')}>
            {mayEnter && (
              <Button variant="contained" onClick={open}>
                {t('group.topSide.enter')}
              </Button>
            )}
          </EmptyState>
        }
      >
        <Entries
          rows={list.rows ?? []}
          onTakeBack={mayEnter ? (id) => put({ takeBack: id, new: '' }) : undefined}
        />
      </ListBody>
    </GroupFrame>
  )
}

function Entries({ rows, onTakeBack }: { rows: TopSide[]; onTakeBack: ((id: string) => void) | undefined }) {
  const { t } = useTranslation()
  const columns = [
    { key: 'line', title: t('group.line') },
    { key: 'debit', title: t('banking.debit'), isNumber: true },
    { key: 'credit', title: t('banking.credit'), isNumber: true },
  ]
  return (
    <FigureRows label={t('group.topSide.title')} columns={columns}>
      {rows.map((entry) => (
        <Entry key={entry.id} entry={entry} onTakeBack={onTakeBack && (() => onTakeBack(entry.id))} />
      ))}
    </FigureRows>
  )
}

function Entry({ entry, onTakeBack }: { entry: TopSide; onTakeBack: (() => void) | undefined }) {
  const { t } = useTranslation()
  const captionLabel = useCaptionLabel()
  const { memo, root, effectiveOn, carriesForward, currency, lines } = entry
  return (
    <tbody>
      <tr>
        <Box component="th" scope="rowgroup" colSpan={3}>
          <Box sx={{ display: 'flex', gap: 4, alignItems: 'flex-start', justifyContent: 'space-between' }}>
            <Box sx={{ minWidth: 0, overflowWrap: 'anywhere' }}>
              {memo}
              <Box sx={{ ...SECOND_LINE, fontWeight: 400 }}>
                {[
                  root.name,
                  effectiveOn,
                  currency,
                  t(carriesForward ? 'group.topSide.carries' : 'group.topSide.once'),
                ].join(' · ')}
              </Box>
            </Box>
            {onTakeBack && (
              <Button
                onClick={onTakeBack}
                aria-label={t('group.topSide.takeBackOf', { memo })}
                sx={{ flex: 'none' }}
              >
                {t('group.topSide.takeBack')}
              </Button>
            )}
          </Box>
        </Box>
      </tr>
      {lines.map(({ caption, entity, debit, credit }, at) => (
        <tr key={`${caption} ${at.toString()}`}>
          <td>
            {captionLabel(caption)}
            {entity && <Box sx={SECOND_LINE}>{entity.name}</Box>}
          </td>
          <Side amount={debit} currency={currency} />
          <Side amount={credit} currency={currency} />
        </tr>
      ))}
    </tbody>
  )
}
