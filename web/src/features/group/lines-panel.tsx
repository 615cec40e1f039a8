import Box from '@mui/material/Box'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { CAPTIONS } from '#kernel/captions.ts'
import { flowsIn, type Part } from '#kernel/consolidation-figures.ts'
import { LINE_KINDS } from '#kernel/consolidation-kinds.ts'
import { decimalOf } from '#kernel/money.ts'
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
import { isNothing, minorIn } from '../statements/change-of.ts'
import {
  amountIn,
  useGroupCaption,
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
  'elimination:investment',
])

/** What a figure is the sum of: line by line, each with its entity and its way to the entries; of what is between two, both sides. */
export function LinesPanel(given: {
  made: Consolidation
  figure: Figures
  /** Of which statement: what moved cash is another amount than what stands there. */
  part: Part
  onClose: () => void
}) {
  const { t } = useTranslation()
  const { get, put } = useQueryPlace()
  const captionLabel = useGroupCaption()
  const kinds = useKindWords()
  const { made, figure, part, onClose } = given
  const { caption, parts } = figure
  const kind = LINE_KINDS.find((one) => one === get('kind'))
  const moved = amountIn(part, caption)
  const asked = { consolidationId: made.id, caption, moved, limit: 50, ...(kind && { kind }) }
  const list = usePages('group.list-consolidation-lines', asked)
  const shown = { made, part, hasKinds: kind === undefined }
  const told = parts.filter((one) => one.kind === kind || !isNothing(one[moved]))
  return (
    <SidePanel title={captionLabel(caption)} onClose={onClose}>
      <Box sx={{ px: 5, py: 3 }}>
        <Choice
          label={t('group.from')}
          value={kind ?? ''}
          options={[
            { value: '', label: t('group.allKinds') },
            ...told.map((one) => ({ value: one.kind, label: kinds.name(one.kind) })),
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
      {[...Map.groupBy(list.rows ?? [], (line) => line.kind)].map(
        ([own, lines]) => BETWEEN.has(own) && <OtherSide key={own} {...{ made, part, kind: own, lines }} />,
      )}
    </SidePanel>
  )
}

/** What the partners of these lines have booked with the same entities, under whatever caption. */
function OtherSide(given: { made: Consolidation; part: Part; kind: Kind; lines: readonly Line[] }) {
  const { t } = useTranslation()
  const kinds = useKindWords()
  const { made, part, kind, lines } = given
  const flow = flowsIn(part)
  const mirrored: Kind = kind === 'elimination:goods' ? 'elimination:income' : kind
  const partners = [...new Set(lines.map(({ partner }) => partner?.id))]
  // Of one partner its own lines are asked for; of several, all of the kind, for the list takes one entity.
  const entityId = partners.length === 1 ? partners[0] : undefined
  const { rows, isComplete } = useWhole(
    usePages('group.list-consolidation-lines', {
      consolidationId: made.id,
      kind: mirrored,
      limit: 200,
      ...(flow && { moved: flow }),
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
      <PanelTitle>{t('group.otherSide', { kind: kinds.name(kind) })}</PanelTitle>
      {isComplete && other.length === 0 && <Box sx={QUIET}>{t('group.noOtherSide')}</Box>}
      {!isComplete && rows.length > 0 && <Box sx={QUIET}>{t('group.moreOtherSide')}</Box>}
      {other.length > 0 && (
        <LineTable
          {...{ made, part }}
          hasKinds={false}
          label={t('group.otherSide', { kind: kinds.name(kind) })}
          rows={other}
          isMixed
        />
      )}
    </>
  )
}

function LineTable(given: {
  made: Consolidation
  part: Part
  label: string
  rows: readonly Line[] | undefined
  hasKinds: boolean
  /** Lines of several captions, each told with its own. */
  isMixed?: boolean
}) {
  const { t } = useTranslation()
  const { made, part, label, rows, hasKinds, isMixed = false } = given
  const columns = [
    { key: 'line', title: t('group.line') },
    { key: 'amount', title: made.currency, isNumber: true },
  ]
  return (
    <Box sx={IN_PANEL}>
      <FigureRows label={label} columns={columns}>
        <tbody>
          {rows?.map((line) => (
            <LineRow key={line.position} {...{ made, part, line, hasKinds, hasCaption: isMixed }} />
          ))}
        </tbody>
      </FigureRows>
    </Box>
  )
}

function LineRow(given: {
  made: Consolidation
  part: Part
  line: Line
  hasKinds: boolean
  hasCaption: boolean
}) {
  const { t } = useTranslation()
  const captionLabel = useGroupCaption()
  const kinds = useKindWords()
  const { made, part, line, hasKinds, hasCaption } = given
  const { entity, partner, account, kind, caption, entries } = line
  // A flow is of the days of the period, and so are the entries behind it.
  const from = flowsIn(part) ? made.from : entries?.from
  const title = account ? `${account.code} ${account.name}` : kinds.name(kind)
  return (
    <tr>
      <td>
        {entries ? (
          <Box component={Link} to={entriesHref({ ...entries, from: from ?? null })} sx={DRILL}>
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
        {formatAmount(amountOf(line, { part, currency: made.currency }), made.currency)}
      </Box>
    </tr>
  )
}

/** With the sign of the statement: more of what is owned or spent is less cash. */
function amountOf(line: Line, { part, currency }: { part: Part; currency: string }): string {
  const { caption } = line
  const amount = line[amountIn(part, caption)]
  const isLess = ['asset', 'expense'].includes(CAPTIONS[caption].type) && caption !== 'cash'
  return flowsIn(part) && isLess ? decimalOf(-minorIn(amount), currency) : amount
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
