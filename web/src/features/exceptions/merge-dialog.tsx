import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Dialog from '@mui/material/Dialog'
import Typography from '@mui/material/Typography'
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useDispatch } from 'react-redux'
import { useRead, useWrite, type Output } from '../../api.ts'
import { ProblemNotice } from '../../design/problem-notice.tsx'
import { formatDay } from '../../design/format.ts'
import { toastShown } from '../../shell/toast-slice.ts'
import { StageMark } from '../businesses/stage-mark.tsx'

/** Two that are one: which of them stays. Both are shown side by side, for that is what the choice depends on. */
export function MergeDialog({
  pair,
  onDone,
}: {
  pair: { businessId: string; otherId: string }
  onDone: () => void
}) {
  const { t } = useTranslation()
  const id = useId()
  const dispatch = useDispatch()
  const sides = [
    useRead('businesses.get-business', { businessId: pair.otherId }),
    useRead('businesses.get-business', { businessId: pair.businessId }),
  ]
  const [stays, setStays] = useState(pair.otherId)
  const { send, isSending, problem } = useWrite('businesses.merge-business')
  const businessId = stays === pair.otherId ? pair.businessId : pair.otherId
  const merge = async () => {
    const done = await send({ businessId, intoId: stays })
    if (!done) return
    const undo = { operation: 'businesses.restore-business', input: { businessId } } as const
    dispatch(
      toastShown({
        text: t('exceptions.mergedToast', { name: done.merged.name, into: done.into.name }),
        undo,
      }),
    )
    onDone()
  }
  const told = problem ?? sides.find((side) => side.problem)?.problem
  return (
    <Dialog
      open
      onClose={onDone}
      aria-labelledby={`${id}-title`}
      slotProps={{ paper: { sx: { width: 560, p: 5 } } }}
    >
      <Typography variant="h2" id={`${id}-title`}>
        {t('exceptions.mergeTitle')}
      </Typography>
      <Typography variant="body2" sx={{ mt: 1, mb: 4, color: 'text.secondary' }}>
        {t('exceptions.mergeDetail')}
      </Typography>
      {told && (
        <Box sx={{ mb: 4 }}>
          <ProblemNotice problem={told} />
        </Box>
      )}
      <Sides
        businesses={sides.flatMap(({ data }) => data ?? [])}
        group={id}
        stays={stays}
        onChoose={setStays}
      />
      <Box sx={{ display: 'flex', gap: 2, justifyContent: 'flex-end', mt: 4 }}>
        <Button onClick={onDone}>{t('settings.cancel')}</Button>
        <Button
          variant="contained"
          disabled={isSending || sides.some(({ data }) => !data)}
          onClick={() => void merge()}
        >
          {t('exceptions.merge')}
        </Button>
      </Box>
    </Dialog>
  )
}

function Sides(given: {
  businesses: Output<'businesses.get-business'>[]
  group: string
  stays: string
  onChoose: (id: string) => void
}) {
  const { t } = useTranslation()
  return (
    <Box component="fieldset" sx={SIDES}>
      <Box component="legend" sx={{ fontSize: 12, color: 'text.secondary', p: 0, mb: 1 }}>
        {t('exceptions.stays')}
      </Box>
      {given.businesses.map((business) => (
        <Side
          key={business.id}
          business={business}
          group={given.group}
          isChosen={business.id === given.stays}
          onChoose={() => given.onChoose(business.id)}
        />
      ))}
    </Box>
  )
}

function Side(given: {
  business: Output<'businesses.get-business'>
  group: string
  isChosen: boolean
  onChoose: () => void
}) {
  const { t } = useTranslation()
  const { business, group, isChosen, onChoose } = given
  return (
    <Box component="label" sx={SIDE}>
      <input type="radio" name={group} checked={isChosen} onChange={onChoose} />
      <span>
        <Box component="span" sx={{ display: 'block', fontWeight: 600 }}>
          {business.name}
        </Box>
        <Box
          component="span"
          sx={{ display: 'block', color: 'text.secondary', fontSize: 12, lineHeight: '16px' }}
        >
          {business.entity.name}
          {business.category && ` · ${business.category.name}`}
          {` · ${t('exceptions.createdOn', { day: formatDay(business.createdAt) })}`}
        </Box>
      </span>
      <StageMark stage={business.stage} />
    </Box>
  )
}

const SIDES = { border: 0, m: 0, p: 0, minWidth: 0 } as const

const SIDE = {
  display: 'grid',
  gridTemplateColumns: '16px minmax(0, 1fr) auto',
  columnGap: 3,
  alignItems: 'start',
  py: 3,
  fontSize: 13,
  lineHeight: '20px',
  borderTop: '1px solid var(--mui-palette-divider)',
  cursor: 'pointer',
  '& input': { m: 0, mt: '2px', width: 16, height: 16, accentColor: 'var(--mui-palette-primary-main)' },
} as const
