import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import IconButton from '@mui/material/IconButton'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { formatDecimal } from '../../../design/format.ts'
import { DRILL } from '../../../design/kpi-strip.tsx'
import { LedgerRows } from '../../../design/ledger-rows.tsx'
import { BUTTON_CELL, SECOND_LINE } from '../../../design/ledger-table.ts'
import { SIGN_PATHS, SignMark } from '../../../design/sign-mark.tsx'
import { treeLines, type Structure, type TreeLine } from './tree-lines.ts'

/** As many lines as are drawn at once; more are asked for, or a part is looked at by itself. */
const LINES_STEP = 300

/** The structure as a ruled ledger: indents with hairlines, figures in columns, control by sign and words. */
export function TreeRows({ structure, onRoot }: { structure: Structure; onRoot: (id: string) => void }) {
  const { t } = useTranslation()
  const [closed, setClosed] = useState<ReadonlySet<string>>(new Set())
  const [linesMax, setLinesMax] = useState(LINES_STEP)
  const lines = treeLines(structure, closed)
  const toggle = (key: string) =>
    setClosed((before) => {
      const next = new Set(before)
      if (!next.delete(key)) next.add(key)
      return next
    })
  const columns = (['name', 'held', 'lookThrough', 'control', 'unrecorded', 'actions'] as const).map(
    (key) => ({
      key,
      title: t(`ownership.columns.${key}`),
    }),
  )
  return (
    <>
      <LedgerRows label={t('ownership.title')} columns={columns}>
        {lines.slice(0, linesMax).map((line) => (
          <tr key={line.key}>
            <td>
              <NameCell line={line} onToggle={() => toggle(line.key)} />
            </td>
            <td>
              {line.edge &&
                t('ownership.shares', {
                  voting: formatDecimal(line.edge.votingPercent),
                  economic: formatDecimal(line.edge.economicPercent),
                })}
            </td>
            <Box component="td" sx={WHOLE_LINE}>
              <LookThrough line={line} />
            </Box>
            <Box component="td" sx={WHOLE_LINE}>
              <ControlMark line={line} />
            </Box>
            <Box component="td" sx={WHOLE_LINE}>
              <Unrecorded line={line} />
            </Box>
            <Box component="td" sx={BUTTON_CELL}>
              {line.hasBelow && line.depth > 0 && (
                <Button
                  aria-label={t('ownership.fromHereNamed', { name: line.node.name })}
                  onClick={() => onRoot(line.node.id)}
                >
                  {t('ownership.fromHere')}
                </Button>
              )}
            </Box>
          </tr>
        ))}
      </LedgerRows>
      {lines.length > linesMax && (
        <Button onClick={() => setLinesMax(linesMax + LINES_STEP)} sx={{ mx: 4, my: 2 }}>
          {t('ownership.more', { count: lines.length - linesMax })}
        </Button>
      )}
    </>
  )
}

function NameCell({ line, onToggle }: { line: TreeLine; onToggle: () => void }) {
  const { t } = useTranslation()
  const { node, depth, hasBelow, isOpen, isRepeated } = line
  // Deeper levels are indented no further: at 390 px the name would have no room left.
  const indents = Array.from({ length: Math.min(depth, 8) }, (_nothing, at) => at)
  return (
    <Box sx={{ display: 'flex', alignItems: 'start', minWidth: 0, my: '-9px' }}>
      {indents.map((at) => (
        <Box key={at} sx={INDENT} />
      ))}
      <Box sx={{ flex: 'none', width: 28, pt: '5px' }}>
        {hasBelow && (
          <IconButton
            size="small"
            aria-expanded={isOpen}
            aria-label={t('ownership.toggleNamed', { name: node.name })}
            onClick={onToggle}
            sx={{ ml: '-6px' }}
          >
            <Box
              component="svg"
              viewBox="0 0 14 14"
              aria-hidden
              fill="none"
              stroke="currentColor"
              strokeWidth={1.5}
              sx={{ width: 14, height: 14 }}
            >
              <path d={isOpen ? 'M3 5l4 4 4-4' : 'M5 3l4 4-4 4'} />
            </Box>
          </IconButton>
        )}
      </Box>
      <Box sx={{ minWidth: 0, py: '9px', overflowWrap: 'anywhere' }}>
        {node.kind === 'entity' ? (
          <Box component={Link} to={`/businesses/entities/${node.id}`} sx={{ ...DRILL, fontWeight: 500 }}>
            {node.name}
          </Box>
        ) : (
          <Box component="span" sx={{ fontWeight: 500 }}>
            {node.name}
          </Box>
        )}
        {node.kind !== 'entity' && <Box sx={SECOND_LINE}>{t(`ownership.kinds.${node.kind}`)}</Box>}
        {isRepeated && <Box sx={SECOND_LINE}>{t('ownership.repeated')}</Box>}
      </Box>
    </Box>
  )
}

function LookThrough({ line: { node, rootId, depth } }: { line: TreeLine }) {
  const { t } = useTranslation()
  const share = node.lookThrough.find(({ ownerId }) => ownerId === rootId)
  if (depth === 0) return null
  return share
    ? t('ownership.lookThrough', { percent: formatDecimal(share.economicPercent) })
    : t('ownership.lookThrough', { percent: '0' })
}

/** A full circle holds the votes, a diamond was judged; the words say by whom. */
function ControlMark({ line: { node } }: { line: TreeLine }) {
  const { t } = useTranslation()
  const { control, kind, isRoot } = node
  if (kind !== 'entity') return null
  if (!control) {
    return isRoot ? null : (
      <SignMark sign={{ path: SIGN_PATHS.dash, colour: 'text.secondary' }}>
        {t('ownership.uncontrolled')}
      </SignMark>
    )
  }
  const path =
    control.by === 'votes' ? 'M7 12A5 5 0 1 0 7 2a5 5 0 0 0 0 10ZM5 7h4' : 'M7 1.5 12.5 7 7 12.5 1.5 7Z'
  return (
    <Box sx={{ '& > span': { whiteSpace: 'normal', alignItems: 'start' } }}>
      <SignMark sign={{ path, colour: 'primary.main' }}>
        {t(`ownership.controlled.${control.by}`, {
          name: control.controllerName,
          percent: formatDecimal(control.votingPercent ?? ''),
        })}
      </SignMark>
    </Box>
  )
}

function Unrecorded({ line: { node } }: { line: TreeLine }) {
  const { t } = useTranslation()
  const { unrecorded } = node
  if (!unrecorded || (unrecorded.votingPercent === '0' && unrecorded.economicPercent === '0')) return null
  const [voting, economic] = [
    formatDecimal(unrecorded.votingPercent),
    formatDecimal(unrecorded.economicPercent),
  ]
  return (
    <Box sx={{ '& > span': { whiteSpace: 'normal', alignItems: 'start' } }}>
      <SignMark sign={{ path: SIGN_PATHS.warning, colour: 'warning.main' }}>
        {voting === economic
          ? t('ownership.unrecorded', { percent: voting })
          : t('ownership.unrecordedBoth', { voting, economic })}
      </SignMark>
    </Box>
  )
}

const WHOLE_LINE = { gridColumn: { xs: '1 / -1' } } as const

const INDENT = {
  flex: 'none',
  alignSelf: 'stretch',
  width: { xs: 8, sm: 20 },
  borderLeft: '1px solid var(--mui-palette-divider)',
} as const
