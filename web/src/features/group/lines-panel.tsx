import Box from '@mui/material/Box'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { usePages } from '../../api.ts'
import { Choice } from '../../design/choice.tsx'
import { formatAmount } from '../../design/format.ts'
import { DRILL } from '../../design/kpi-strip.tsx'
import { SECOND_LINE } from '../../design/ledger-table.ts'
import { PanelTitle } from '../../design/panel-title.tsx'
import { SidePanel } from '../../design/side-panel.tsx'
import { FigureRows, NUMBER } from '../banking/figure-rows.tsx'
import { ListBody } from '../banking/list-body.tsx'
import { useQueryPlace } from '../banking/use-query-place.ts'
import { useWhole } from '../businesses/use-all-rows.ts'
import {
  isResultCaption,
  KINDS,
  useCaptionLabel,
  useKindWords,
  type Consolidation,
  type Figures,
  type Kind,
  type Line,
} from './group-words.ts'

/** What is between two entities stands under two captions: on either side of it. */
const BETWEEN: ReadonlySet<Kind> = new Set<Kind>([
  'elimination:balances',
  'elimination:income',
  'elimination:goods',
  'elimination:dividends',
])

/** What a figure is the sum of: line by line, each with its entity and its way to the entries; of what is between two, both sides. */
export function LinesPanel(given: { made: Consolidation; figure: Figures; onClose: () => void }) {
  const { t } = useTranslation()
  const { get, put } = useQueryPlace()
  const captionLabel = useCaptionLabel()
  const kinds = useKindWords()
  const { made, figure, onClose } = given
  const { caption, parts } = figure
  const kind = KINDS.find((one) => one === get('kind'))
  const asked = { consolidationId: made.id, caption, limit: 50, ...(kind && { kind }) }
  const list = usePages('group.list-consolidation-lines', asked)
  const shown = { made, hasKinds: kind === undefined }
  return (
    <SidePanel title={captionLabel(caption)} onClose={onClose}>
      <Box sx={{ px: 5, py: 3 }}>
        <Choice
          label={t('group.from')}
          value={kind ?? ''}
          options={[
            { value: '', label: t('group.allKinds') },
            ...parts.map((one) => ({ value: one.kind, label: kinds.name(one.kind) })),
          ]}
          onChange={(value) => put({ kind: value })}
        />
        {kind && <Box sx={{ ...SECOND_LINE, mt: 2 }}>{kinds.says(kind)}</Box>}
      </Box>
      <Box sx={{ '&& output': { px: 5 } }}>
        <ListBody
          list={list}
          total={(count) => t('banking.lineTotal', { count })}
          empty={<Box sx={QUIET}>{t('group.noLines')}</Box>}
        >
          <LineTable {...shown} label={captionLabel(caption)} rows={list.rows} />
        </ListBody>
      </Box>
      {kind && BETWEEN.has(kind) && list.rows && <OtherSide {...{ made, kind }} lines={list.rows} />}
    </SidePanel>
  )
}

/** What the partners of these lines have booked with the same entities, under whatever caption. */
function OtherSide({ made, kind, lines }: { made: Consolidation; kind: Kind; lines: readonly Line[] }) {
  const { t } = useTranslation()
  const mirrored: Kind = kind === 'elimination:goods' ? 'elimination:income' : kind
  const partners = [...new Set(lines.map(({ partner }) => partner?.id))]
  // Of one partner its own lines are asked for; of several, all of the kind, for the list takes one entity.
  const entityId = partners.length === 1 ? partners[0] : undefined
  const { rows, isComplete } = useWhole(
    usePages('group.list-consolidation-lines', {
      consolidationId: made.id,
      kind: mirrored,
      limit: 200,
      ...(entityId !== undefined && { entityId }),
    }),
  )
  const here = new Set(lines.map(({ position }) => position))
  const wanted = new Set(lines.map(({ entity, partner }) => `${partner?.id} ${entity.id}`))
  const other = rows.filter(
    ({ entity, partner, position }) => wanted.has(`${entity.id} ${partner?.id}`) && !here.has(position),
  )
  return (
    <>
      <PanelTitle>{t('group.otherSide')}</PanelTitle>
      {isComplete && other.length === 0 && <Box sx={QUIET}>{t('group.noOtherSide')}</Box>}
      {!isComplete && rows.length > 0 && <Box sx={QUIET}>{t('group.moreOtherSide')}</Box>}
      {other.length > 0 && (
        <LineTable made={made} hasKinds={false} label={t('group.otherSide')} rows={other} isMixed />
      )}
    </>
  )
}

function LineTable(given: {
  made: Consolidation
  label: string
  rows: readonly Line[] | undefined
  hasKinds: boolean
  /** Lines of several captions, each told with its own. */
  isMixed?: boolean
}) {
  const { t } = useTranslation()
  const { made, label, rows, hasKinds, isMixed = false } = given
  const columns = [
    { key: 'line', title: t('group.line') },
    { key: 'amount', title: made.currency, isNumber: true },
  ]
  return (
    <Box sx={IN_PANEL}>
      <FigureRows label={label} columns={columns}>
        <tbody>
          {rows?.map((line) => (
            <LineRow
              key={line.position}
              line={line}
              currency={made.currency}
              {...{ hasKinds, hasCaption: isMixed }}
            />
          ))}
        </tbody>
      </FigureRows>
    </Box>
  )
}

function LineRow(given: { line: Line; currency: string; hasKinds: boolean; hasCaption: boolean }) {
  const { t } = useTranslation()
  const captionLabel = useCaptionLabel()
  const kinds = useKindWords()
  const { line, currency, hasKinds, hasCaption } = given
  const { entity, partner, account, kind, caption, entries } = line
  const amount = isResultCaption(caption) ? line.period : line.closing
  const title = account ? `${account.code} ${account.name}` : kinds.name(kind)
  return (
    <tr>
      <td>
        {entries ? (
          <Box component={Link} to={entriesHref(entries)} sx={DRILL}>
            {title}
          </Box>
        ) : (
          <span title={t('group.inNoBook')}>{title}</span>
        )}
        <Box sx={SECOND_LINE}>
          {[
            entity.name,
            partner && t('banking.withPartner', { name: partner.name }),
            hasCaption && captionLabel(caption),
            hasKinds && account && kinds.name(kind),
          ]
            .filter(Boolean)
            .join(' · ')}
        </Box>
      </td>
      <Box component="td" sx={NUMBER}>
        {formatAmount(amount, currency)}
      </Box>
    </tr>
  )
}

/** The statement of the account, of these days and with this partner. */
function entriesHref({ bookId, accountId, partnerEntityId, from, to }: NonNullable<Line['entries']>): string {
  const query = new URLSearchParams()
  if (partnerEntityId !== null) query.set('partner', partnerEntityId)
  if (from !== null) query.set('from', from)
  query.set('to', to)
  return `/banking/${bookId}/accounts/${accountId}?${query.toString()}`
}

/** Its edges are those of the panel. */
export const IN_PANEL = {
  '& table :is(th, td):first-of-type': { pl: 5 },
  '& table :is(th, td):last-of-type': { pr: 5 },
} as const
const QUIET = { px: 5, py: 3, fontSize: 13, color: 'text.secondary' } as const
