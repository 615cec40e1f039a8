import Box from '@mui/material/Box'
import { useTranslation } from 'react-i18next'
import { stepsDone, type Stage } from './stages.ts'

const ENDS: Partial<Record<Stage, string>> = {
  'spun-out': 'M2 11 9 4M5 4h4v4',
  exited: 'M2 7.5 6 11l9-8',
  closed: 'M4 3.5l7 7M11 3.5l-7 7',
}

/** Tally marks: one upright per step of building that is done. An end has a sign of its own. */
export function StageMark({ stage, hasWord = true }: { stage: Stage; hasWord?: boolean }) {
  const { t } = useTranslation()
  return (
    <Box component="span" sx={{ display: 'flex', alignItems: 'center', gap: 2, whiteSpace: 'nowrap' }}>
      <Box
        component="svg"
        viewBox="0 0 22 14"
        aria-hidden
        fill="none"
        strokeLinecap="round"
        strokeWidth={1.5}
        sx={{ width: 22, height: 14, flex: 'none' }}
      >
        {stepsDone(stage) === undefined ? <End stage={stage} /> : <Tally done={stepsDone(stage) ?? 0} />}
      </Box>
      {hasWord && t(`stage.${stage}`)}
    </Box>
  )
}

function Tally({ done }: { done: number }) {
  const marks = [1, 2, 3, 4, 5]
  return marks.map((mark) => (
    <Box
      key={mark}
      component="path"
      d={mark <= done ? `M${mark * 4 - 1} 2v10` : `M${mark * 4 - 1} 11.5v.5`}
      stroke="currentColor"
      sx={{ color: mark <= done ? 'primary.main' : 'control' }}
    />
  ))
}

function End({ stage }: { stage: Stage }) {
  const colour = stage === 'closed' ? 'text.secondary' : 'success.main'
  return (
    <Box
      component="path"
      d={ENDS[stage]}
      stroke="currentColor"
      strokeLinejoin="round"
      sx={{ color: colour }}
    />
  )
}
