import Box from '@mui/material/Box'
import { useTranslation } from 'react-i18next'
import { Sentence } from '../../design/sentence.tsx'
import { useMay } from '../identity/use-may.ts'
import { CheckMark } from './check-mark.tsx'
import type { BoardRow, Check } from './closing-words.ts'
import { DifferenceRows } from './difference-rows.tsx'
import { MarkForm, TakeMarkBack } from './mark-form.tsx'
import { RevalueButton } from './revalue-button.tsx'
import { RunSchedules } from './run-schedules.tsx'

interface LineGiven {
  row: BoardRow
  check: Check
  month: string
  mayClose: boolean
}

/** One check: how it stands in the server's words, and right below it what does something about it. */
export function CheckLine(given: LineGiven) {
  const { t } = useTranslation()
  const { check } = given
  return (
    <Box component="li" sx={LINE}>
      <Box sx={{ display: 'flex', justifyContent: 'space-between', gap: 2 }}>
        <Box sx={{ fontWeight: 600 }}>{t(`closing.check.${check.check}`)}</Box>
        <CheckMark check={check} />
      </Box>
      <Box sx={{ color: 'text.secondary', overflowWrap: 'anywhere' }}>
        <Sentence>{check.says}</Sentence>
      </Box>
      <Remedy {...given} />
    </Box>
  )
}

/** Of a month that is closed for good nothing is said or posted any more. */
function Remedy({ row, check, month, mayClose }: LineGiven) {
  const mayPost = useMay('ledger.post')
  const given = { bookId: row.id, month }
  if (check.check === 'intercompany') return <DifferenceRows row={row} month={month} />
  if (row.state === 'hard') return null
  if (check.check === 'bank' || check.check === 'reviewed') {
    if (!mayClose) return null
    if (check.isMet) return check.isMarked ? <TakeMarkBack {...given} mark={check.check} /> : null
    return <MarkForm {...given} mark={check.check} />
  }
  if (check.isMet || !mayPost) return null
  return check.check === 'schedules' ? <RunSchedules {...given} /> : <RevalueButton {...given} />
}

const LINE = {
  display: 'grid',
  gap: 2,
  px: 5,
  py: 3,
  fontSize: 13,
  lineHeight: '20px',
  borderBottom: '1px solid var(--mui-palette-divider)',
} as const
