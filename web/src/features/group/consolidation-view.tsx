import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { useTranslation } from 'react-i18next'
import { Link, useParams } from 'react-router'
import { flowsIn, PARTS, type Part } from '#kernel/consolidation-figures.ts'
import { Choice } from '../../design/choice.tsx'
import { Icon } from '../../design/icon.tsx'
import { KpiStrip } from '../../design/kpi-strip.tsx'
import { ProvenanceMark } from '../../design/provenance-mark.tsx'
import { TAB } from '../../design/tabs.ts'
import { FILTERS } from '../banking/list-body.tsx'
import { useQueryPlace } from '../banking/use-query-place.ts'
import { useMay } from '../identity/use-may.ts'
import { useFigure } from '../kpis/figure.ts'
import { CompareChoice, useBeside } from './compare-choice.tsx'
import { ConsolidationFoot } from './consolidation-foot.tsx'
import { GroupFrame } from './group-frame.tsx'
import type { Consolidation } from './group-words.ts'
import { LinesPanel } from './lines-panel.tsx'
import { PartPanel } from './part-panel.tsx'
import { RepeatNotice, useRepeat } from './repeat.tsx'

/** One consolidation: a table by caption, what it is of above it, and below it what it rests on. */
export function ConsolidationView() {
  const { t } = useTranslation()
  const { consolidationId = '' } = useParams()
  const { get, put } = useQueryPlace()
  const { reading, made, withId } = useBeside(consolidationId)
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
      panel={made && caption && <LinesPanel made={made} figure={caption} part={part} onClose={close} />}
    >
      {made && <Figures made={made} />}
      {made && <RepeatNotice made={made} repeat={repeat} />}
      {made && (
        <PartLinks part={part}>
          <MethodChoice part={part} />
          <CompareChoice made={made} withId={withId} />
        </PartLinks>
      )}
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

function PartLinks({ part, children }: { part: Part; children: React.ReactNode }) {
  const { t } = useTranslation()
  const { addressOf } = useQueryPlace()
  return (
    <Box component="search" sx={FILTERS}>
      <Box component="nav" aria-label={t('statements.kindTitle')} sx={LINKS}>
        {PARTS.filter((one) => flowsIn(one) !== 'direct').map((one) => (
          <Box
            key={one}
            component={Link}
            to={addressOf({ part: one === 'balance-sheet' ? '' : one, caption: '', kind: '' })}
            aria-current={one === part || (flowsIn(one) && flowsIn(part)) ? 'page' : undefined}
            sx={TAB}
          >
            {t(`statements.kind.${one}`)}
          </Box>
        ))}
      </Box>
      {children}
    </Box>
  )
}

/** Cash flows are told by either method. */
function MethodChoice({ part }: { part: Part }) {
  const { t } = useTranslation()
  const { put } = useQueryPlace()
  if (!flowsIn(part)) return null
  return (
    <Choice
      label={t('statements.methodTitle')}
      value={part}
      isMarked={flowsIn(part) === 'direct'}
      options={[
        { value: 'cash-flow', label: t('statements.method.indirect') },
        { value: 'cash-flow-direct', label: t('statements.method.direct') },
      ]}
      onChange={(value) => put({ part: value, caption: '', kind: '' })}
    />
  )
}

const LINKS = {
  display: 'flex',
  gap: { xs: 4, sm: 5 },
  height: 32,
  '@media (pointer: coarse)': { height: 44 },
} as const
