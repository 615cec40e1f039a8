import Button from '@mui/material/Button'
import Box from '@mui/material/Box'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { byMethod, flowsIn, type ConsolidationRow, type Part } from '#kernel/consolidation-figures.ts'
import { isOfEntities } from '#kernel/consolidation-kinds.ts'
import { consolidationRows, sourceOf } from '#kernel/consolidation-rows.ts'
import { consolidationWords } from '#kernel/consolidation-words.ts'
import { languageNamed } from '#kernel/languages.ts'
import { useAskOrWhy } from '../../api.ts'
import { EmptyState } from '../../design/empty-state.tsx'
import { formatInstant } from '../../design/format.ts'
import { ReadPanel } from '../../design/read-panel.tsx'
import { useQueryPlace } from '../banking/use-query-place.ts'
import { isNothing } from '../statements/change-of.ts'
import { FileButtons } from '../statements/file-buttons.tsx'
import { columnTitle } from '../statements/days-of.ts'
import { foldKeys } from '../statements/lines-of.ts'
import { RuledStatement } from '../statements/ruled-statement.tsx'
import { amountIn, type Consolidation, type Kind } from './group-words.ts'

/** One statement of a consolidation, folded at first: it is read by caption, and a caption is opened for what it comes from. */
export function PartPanel(given: {
  made: Consolidation | undefined
  part: Part
  reading: Parameters<typeof ReadPanel>[0]['reading']
}) {
  const { t } = useTranslation()
  const { made, part, reading } = given
  const basisOf = useBasis()
  const rows = useRows(made, part)
  const [opened, setOpened] = useState<ReadonlySet<string>>(new Set())
  const all = foldKeys(rows)
  const isAllOpen = all.length > 0 && all.every((key) => opened.has(key))
  const turn = (key: string) =>
    setOpened((before) => {
      const next = new Set(before)
      if (!next.delete(key)) next.add(key)
      return next
    })
  const isWithout = made !== undefined && isWithoutFlows(made, part)
  return (
    <ReadPanel
      title={t(`statements.kind.${part}`)}
      formula={made && basisOf(made, part)}
      reading={reading}
      isHere={made !== undefined}
      action={
        !isWithout &&
        made && (
          <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 2, justifyContent: 'flex-end' }}>
            <ExportPart made={made} part={part} />
            {all.length > 0 && (
              <Button variant="outlined" onClick={() => setOpened(new Set(isAllOpen ? [] : all))}>
                {t(isAllOpen ? 'statements.foldAll' : 'statements.unfoldAll')}
              </Button>
            )}
          </Box>
        )
      }
    >
      {isWithout && <EmptyState title={t('group.noFlows.title')} detail={t('group.noFlows.detail')} />}
      {made && !isWithout && (
        <PartTable {...{ made, part, rows }} folded={without(all, opened)} onFold={turn} />
      )}
    </ReadPanel>
  )
}

function ExportPart({ made, part }: { made: Consolidation; part: Part }) {
  const { ask, isAsking } = useAskOrWhy('group.export-consolidation')
  const other = besideOf(made, part)
  const asked = { id: made.id, statement: part, ...(other && { compareWithId: other.id }) }
  return <FileButtons isAsking={isAsking} ask={(format) => ask({ ...asked, format })} />
}

/** Made before cash flows were told, or told so. */
function isWithoutFlows({ cash, cashDirect }: Consolidation, part: Part): boolean {
  return byMethod(part, { flow: cash, direct: cashDirect }) === null
}

/** One from before that has none to stand beside. */
function besideOf({ comparison }: Consolidation, part: Part): Consolidation['comparison'] {
  if (!comparison) return null
  const { isWithCash, isWithCashDirect } = comparison
  return byMethod(part, { flow: isWithCash, direct: isWithCashDirect }) === false ? null : comparison
}

function PartTable(given: {
  made: Consolidation
  part: Part
  rows: ConsolidationRow[]
  folded: ReadonlySet<string>
  onFold: (key: string) => void
}) {
  const { t } = useTranslation()
  const { made, part, rows, folded, onFold } = given
  const other = besideOf(made, part)
  const hrefOf = useHrefs(made, part)
  const byKey = new Map(rows.map((row) => [row.key, row]))
  const days = ({ from, to }: { from: string; to: string }) =>
    columnTitle({ from: part === 'balance-sheet' ? null : from, to })
  const heads = [
    { key: 'entities', title: t('group.column.ofEntities') },
    { key: 'eliminations', title: t('group.column.ofEliminations') },
    { key: 'total', title: other ? days(made) : t('group.column.ofBoth') },
    ...(other
      ? [
          { key: 'other', title: days(other) },
          { key: 'change', title: t('statements.change') },
        ]
      : []),
  ]
  return (
    <RuledStatement
      label={t(`statements.kind.${part}`)}
      currency={made.currency}
      hrefOf={({ key }, at) => {
        const row = byKey.get(key)
        return row && hrefOf(row, at)
      }}
      {...{ heads, rows, folded, onFold }}
    />
  )
}

/** Where the amount in a column leads: to the lines that it is the sum of, here or in the other one. */
function useHrefs(made: Consolidation, part: Part) {
  const { addressOf } = useQueryPlace()
  const other = besideOf(made, part)
  return (row: ConsolidationRow, at: number): string | undefined => {
    if (OF_RESULT.has(row.key) || (flowsIn(part) && row.key === 'net-result')) {
      return at < 3 ? addressOf({ part: 'income-statement', caption: '', kind: '' }) : undefined
    }
    const source = sourceOf(row)
    const amount = row.amounts[at] ?? ''
    // Of the change there are no lines, nor of nothing in the other one.
    if (!source || amount === '' || at === 4 || (at === 3 && isNothing(amount))) return undefined
    const { caption, kind } = source
    // What cash was at the end is a figure of the balance sheet.
    if (row.key === 'closing-cash') {
      const sheet = { part: '', caption, kind: '' }
      if (at < 3) return addressOf(sheet)
      return other ? `/banking/group/${other.id}?caption=${caption}` : undefined
    }
    if (at === 3) {
      const query = new URLSearchParams({
        ...(part !== 'balance-sheet' && { part }),
        caption,
        ...(kind && { kind }),
      })
      return other ? `/banking/group/${other.id}?${query.toString()}` : undefined
    }
    if (kind) return addressOf({ caption, kind })
    const kinds = kindsIn(made, { caption, part, at })
    if (kinds.length === 0) return undefined
    return addressOf({ caption, kind: kinds.length === 1 ? (kinds[0] ?? '') : '' })
  }
}

/** What is told of the result leads to it; in the income statement it stands itself. */
const OF_RESULT: ReadonlySet<string> = new Set(['period-result', 'no-cash'])

/** What a column of a caption is made of; of the total, all of it. */
function kindsIn(made: Consolidation, of: { caption: string; part: Part; at: number }): Kind[] {
  const figure = made.figures.find(({ caption }) => caption === of.caption)
  if (!figure) return []
  const amount = amountIn(of.part, figure.caption)
  const kinds = figure.parts.flatMap((one) => (isNothing(one[amount]) ? [] : one.kind))
  return of.at === 2 ? kinds : kinds.filter((kind) => (of.at === 0) === isOfEntities(kind))
}

function useRows(made: Consolidation | undefined, part: Part): ConsolidationRow[] {
  const { i18n } = useTranslation()
  if (!made) return []
  const { figures, currency } = made
  const given = { figures, currency, isCompared: besideOf(made, part) !== null }
  return consolidationRows(given, part, consolidationWords(languageNamed(i18n.language)))
}

/** Of which days, in what, with what was known when, and who made it. */
function useBasis(): (made: Consolidation, part: Part) => string {
  const { t } = useTranslation()
  return ({ from, to, currency, knownAt, madeAt, madeBy }, part) =>
    [
      currency,
      part === 'balance-sheet' ? t('statements.asOf', { day: to }) : `${from} – ${to}`,
      t('group.asKnownAt', { at: formatInstant(knownAt) }),
      t('group.wasMadeBy', {
        at: formatInstant(madeAt),
        name: madeBy.name ?? t(`banking.softwareBy.${madeBy.kind}`),
      }),
    ].join(' · ')
}

function without(all: readonly string[], opened: ReadonlySet<string>): ReadonlySet<string> {
  return new Set(all.filter((key) => !opened.has(key)))
}
