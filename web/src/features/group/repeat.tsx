import Box from '@mui/material/Box'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { useWrite } from '../../api.ts'
import { DRILL } from '../../design/kpi-strip.tsx'
import { NoticeFrame } from '../../design/notice-frame.tsx'
import { ProblemNotice } from '../../design/problem-notice.tsx'
import { MONO } from '../../design/theme.ts'
import type { Consolidation, Summary } from './group-words.ts'

/** Makes the same again: of the same root and days, in the same currency, with what was known at the same instant. */
export function useRepeat(made: Consolidation | undefined) {
  const { send, isSending, problem } = useWrite('group.consolidate-entity')
  const [repeated, setRepeated] = useState<{ of: string; made: Summary }>()
  return {
    isSending,
    problem,
    /** Only beside what it is the repetition of. */
    repeated: repeated?.of === made?.id ? repeated?.made : undefined,
    async again(): Promise<void> {
      if (!made || isSending) return
      const { id, root, from, to, currency, knownAt } = made
      const again = await send({ entityId: root.id, from, to, currency, recordedAt: knownAt })
      if (again) setRepeated({ of: id, made: again })
    },
  }
}

/** Whether the same came out: the digest is over lines, rates and ownership. Made by an earlier way of reckoning, it need not be. */
export function RepeatNotice({
  made,
  repeat: { repeated, problem },
}: {
  made: Consolidation
  repeat: ReturnType<typeof useRepeat>
}) {
  const { t } = useTranslation()
  if (problem) {
    return (
      <Box sx={PLACE}>
        <ProblemNotice problem={problem} />
      </Box>
    )
  }
  if (!repeated) return null
  const outcome = outcomeOf(made, repeated)
  const isAlert = outcome === 'isDifferent'
  return (
    <Box sx={PLACE}>
      <NoticeFrame isAlert={isAlert} icon={ICONS[outcome]} tone={isAlert ? 'error' : 'primary'}>
        <Box sx={{ fontSize: 13 }}>{t(`group.${outcome}`)}</Box>
        <Box sx={{ fontFamily: MONO, fontSize: 11, color: 'text.secondary', overflowWrap: 'anywhere' }}>
          {repeated.digest}
        </Box>
        <Box component={Link} to={`/banking/group/${repeated.id}`} sx={{ ...DRILL, fontSize: 13 }}>
          {t('group.openRepeated')}
        </Box>
      </NoticeFrame>
    </Box>
  )
}

function outcomeOf(made: Summary, repeated: Summary): keyof typeof ICONS {
  if (made.reckoning !== repeated.reckoning) return 'isReckonedAnew'
  return made.digest === repeated.digest ? 'isSame' : 'isDifferent'
}

const ICONS = { isSame: 'check', isReckonedAnew: 'clock', isDifferent: 'warning' } as const
const PLACE = { px: { xs: 4, sm: 6 }, pt: 4, maxWidth: 720 } as const
