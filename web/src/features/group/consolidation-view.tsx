import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, useParams } from 'react-router'
import { useRead } from '../../api.ts'
import { formatInstant } from '../../design/format.ts'
import { Icon } from '../../design/icon.tsx'
import { KpiStrip } from '../../design/kpi-strip.tsx'
import { ProvenanceMark } from '../../design/provenance-mark.tsx'
import { ReadPanel } from '../../design/read-panel.tsx'
import { TAB } from '../../design/tabs.ts'
import { FILTERS } from '../banking/list-body.tsx'
import { useQueryPlace } from '../banking/use-query-place.ts'
import { useMay } from '../identity/use-may.ts'
import { useFigure } from '../kpis/figure.ts'
import { foldKeys } from '../statements/lines-of.ts'
import { RuledStatement } from '../statements/ruled-statement.tsx'
import { ConsolidationFoot } from './consolidation-foot.tsx'
import { consolidationRows, PARTS, sourceOf, type Part } from './consolidation-rows.ts'
import { GroupFrame } from './group-frame.tsx'
import { isOfEntities, useCaptionLabel, useKindWords, type Consolidation, type Kind } from './group-words.ts'
import { LinesPanel } from './lines-panel.tsx'
import { RepeatNotice, useRepeat } from './repeat.tsx'

/** One consolidation: a table by caption, what it is of above it, and below it what it rests on. */
export function ConsolidationView() {
  const { t } = useTranslation()
  const { consolidationId = '' } = useParams()
  const { get, put } = useQueryPlace()
  const reading = useRead('group.get-consolidation', { id: consolidationId })
  const made = reading.data
  const mayMake = useMay('group.write')
  const repeat = useRepeat(made)
  const part = PARTS.find((one) => one === get('part')) ?? 'balance-sheet'
  const caption = made?.figures.find((one) => one.caption === get('caption'))
  const close = () => put({ caption: '', kind: '' })
  return (
    <GroupFrame
      title={made?.root.name ?? t('group.consolidation')}
      here="consolidations"
      actions={
        made &&
        mayMake && (
          <Button
            variant="outlined"
            disabled={repeat.isSending}
            onClick={() => void repeat.again()}
            startIcon={<Icon name="restore" size={14} />}
          >
            {t(repeat.isSending ? 'group.consolidating' : 'group.repeat')}
          </Button>
        )
      }
      panel={made && caption && <LinesPanel made={made} figure={caption} onClose={close} />}
    >
      {made && <Figures made={made} />}
      {made && <RepeatNotice made={made} repeat={repeat} />}
      {made && <PartLinks part={part} />}
      <PartPanel key={part} {...{ made, part, reading }} />
      {made && <ConsolidationFoot made={made} />}
    </GroupFrame>
  )
}

function Figures({ made }: { made: Consolidation }) {
  const { t } = useTranslation()
  const { addressOf } = useQueryPlace()
  const { currency, check, result, resultOfOthers, entities } = made
  const figure = useFigure()
  const money = (amount: string) => figure(amount, { unit: 'money', currency }, 'short')
  const at = (values: Record<string, string>) => addressOf({ caption: '', kind: '', show: '', ...values })
  const marks = <ProvenanceMark kind="posted" />
  const items = [
    { label: t('group.total-assets'), value: money(check.assets), marks, to: at({ part: '' }) },
    { label: t('group.result'), value: money(result), marks, to: at({ part: 'income-statement' }) },
    {
      label: t('group.resultOfOthers'),
      value: money(resultOfOthers),
      formula: t('group.resultOfOthersFormula'),
      marks,
      to: at({ part: '', caption: 'noncontrolling-interest', kind: 'nci:result' }),
    },
    {
      label: t('group.entities'),
      value: entities,
      formula: t('group.entitiesFormula'),
      to: at({ show: 'ownership' }),
    },
  ]
  return <KpiStrip label={t('group.consolidation')} items={items} />
}

function PartLinks({ part }: { part: Part }) {
  const { t } = useTranslation()
  const { addressOf } = useQueryPlace()
  return (
    <Box component="search" sx={FILTERS}>
      <Box component="nav" aria-label={t('statements.kindTitle')} sx={LINKS}>
        {PARTS.map((one) => (
          <Box
            key={one}
            component={Link}
            to={addressOf({ part: one === 'balance-sheet' ? '' : one, caption: '', kind: '' })}
            aria-current={one === part ? 'page' : undefined}
            sx={TAB}
          >
            {t(`statements.kind.${one}`)}
          </Box>
        ))}
      </Box>
    </Box>
  )
}

function PartPanel(given: {
  made: Consolidation | undefined
  part: Part
  reading: Parameters<typeof ReadPanel>[0]['reading']
}) {
  const { t } = useTranslation()
  const { made, part, reading } = given
  const basisOf = useBasis()
  const rows = useRows(made, part)
  // Folded at first: a consolidation is read by caption, and a caption is opened for what it comes from.
  const [opened, setOpened] = useState<ReadonlySet<string>>(new Set())
  const all = foldKeys(rows)
  const isAllOpen = all.length > 0 && all.every((key) => opened.has(key))
  const turn = (key: string) =>
    setOpened((before) => {
      const next = new Set(before)
      if (!next.delete(key)) next.add(key)
      return next
    })
  return (
    <ReadPanel
      title={t(`statements.kind.${part}`)}
      formula={made && basisOf(made, part)}
      reading={reading}
      isHere={made !== undefined}
      action={
        all.length > 0 && (
          <Button variant="outlined" onClick={() => setOpened(new Set(isAllOpen ? [] : all))}>
            {t(isAllOpen ? 'statements.foldAll' : 'statements.unfoldAll')}
          </Button>
        )
      }
    >
      {made && <PartTable {...{ made, part, rows }} folded={without(all, opened)} onFold={turn} />}
    </ReadPanel>
  )
}

function PartTable(given: {
  made: Consolidation
  part: Part
  rows: ReturnType<typeof consolidationRows>
  folded: ReadonlySet<string>
  onFold: (key: string) => void
}) {
  const { t } = useTranslation()
  const { addressOf } = useQueryPlace()
  const { made, part, rows, folded, onFold } = given
  const heads = (['ofEntities', 'ofEliminations', 'ofBoth'] as const).map((key) => ({
    key,
    title: t(`group.column.${key}`),
  }))
  return (
    <RuledStatement
      label={t(`statements.kind.${part}`)}
      currency={made.currency}
      hrefOf={(row, at) => {
        if (row.key === 'period-result') return addressOf({ part: 'income-statement', caption: '', kind: '' })
        const source = sourceOf(row)
        if (!source || row.amounts[at] === '') return undefined
        if (source.kind) return addressOf({ caption: source.caption, kind: source.kind })
        const kinds = kindsIn(made, source.caption, at)
        if (kinds.length === 0) return undefined
        return addressOf({ caption: source.caption, kind: kinds.length === 1 ? (kinds[0] ?? '') : '' })
      }}
      {...{ heads, rows, folded, onFold }}
    />
  )
}

/** What a column of a caption is made of; of the total, all of it. */
function kindsIn(made: Consolidation, caption: string, at: number): Kind[] {
  const parts = made.figures.find((one) => one.caption === caption)?.parts ?? []
  const kinds = parts.map(({ kind }) => kind)
  return at === 2 ? kinds : kinds.filter((kind) => (at === 0) === isOfEntities(kind))
}

function useRows(made: Consolidation | undefined, part: Part) {
  const { t } = useTranslation()
  const caption = useCaptionLabel()
  const kinds = useKindWords()
  if (!made) return []
  return consolidationRows(made, part, {
    caption,
    section: (name) => t(`group.section.${name}`),
    total: (key) => t(`group.${key}`),
    kind: kinds.name,
  })
}

/** Of which days, in what, with what was known when, and how many entities are in it. */
function useBasis(): (made: Consolidation, part: Part) => string {
  const { t } = useTranslation()
  return ({ from, to, currency, knownAt, madeAt }, part) =>
    [
      currency,
      part === 'balance-sheet' ? t('statements.asOf', { day: to }) : `${from} – ${to}`,
      t('group.asKnownAt', { at: formatInstant(knownAt) }),
      t('group.wasMadeAt', { at: formatInstant(madeAt) }),
    ].join(' · ')
}

function without(all: readonly string[], opened: ReadonlySet<string>): ReadonlySet<string> {
  return new Set(all.filter((key) => !opened.has(key)))
}

const LINKS = {
  display: 'flex',
  gap: { xs: 4, sm: 5 },
  height: 32,
  '@media (pointer: coarse)': { height: 44 },
} as const
