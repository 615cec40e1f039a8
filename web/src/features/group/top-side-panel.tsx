import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useDispatch } from 'react-redux'
import { CHOSEN_CAPTIONS } from '#kernel/captions.ts'
import type { Problem } from '#contract/operations.d.ts'
import { errorAt } from '../../api-call.ts'
import { useWrite } from '../../api.ts'
import { Chooser } from '../../design/chooser.tsx'
import { DayField } from '../../design/day-field.tsx'
import { Field } from '../../design/field.tsx'
import { SideForm } from '../../design/side-form.tsx'
import { SidePanel } from '../../design/side-panel.tsx'
import { TextField } from '../../design/text-field.tsx'
import { Tick } from '../../design/tick.tsx'
import { toastShown } from '../../shell/toast-slice.ts'
import { useCaptionLabel, type TopSide } from './group-words.ts'
import { draftOf, emptyLine, topSideInput, type LineDraft, type TopSideDraft } from './top-side-draft.ts'

const LINES_MAX = 200

interface Named {
  id: string
  name: string
}

/** What stands in no book: of which root, on which day, why, and what it adds to and takes from. */
export function TopSidePanel(given: {
  rootId: string
  takenBack: TopSide | undefined
  entities: readonly Named[]
  onClose: () => void
}) {
  const { t } = useTranslation()
  const dispatch = useDispatch()
  const { rootId, takenBack, entities, onClose } = given
  const { send, isSending, problem } = useWrite('group.post-top-side')
  const [draft, setDraft] = useState(() =>
    draftOf({ rootId, takenBack, memo: (memo) => t('group.topSide.takesBack', { memo }) }),
  )
  const change = (put: Partial<TopSideDraft>) => setDraft((before) => ({ ...before, ...put }))
  const input = topSideInput(draft)
  const post = async () => {
    if (!input || !(await send(input))) return
    dispatch(toastShown({ text: t('group.topSide.entered', { memo: input.memo }) }))
    onClose()
  }
  return (
    <SidePanel title={t(takenBack ? 'group.topSide.takeBack' : 'group.topSide.enter')} onClose={onClose}>
      <SideForm problem={problem} onSubmit={() => void post()}>
        <Head {...{ draft, problem, entities, change }} />
        {draft.lines.map((line, at) => (
          <Line
            key={line.key}
            {...{ line, at, problem, entities }}
            onChange={(next) => change({ lines: draft.lines.with(at, next) })}
            onRemove={
              draft.lines.length > 2 ? () => change({ lines: draft.lines.toSpliced(at, 1) }) : undefined
            }
          />
        ))}
        <Button
          sx={{ justifySelf: 'start' }}
          disabled={draft.lines.length >= LINES_MAX}
          onClick={() => change({ lines: [...draft.lines, emptyLine(nextKey(draft.lines))] })}
        >
          {t('group.topSide.addLine')}
        </Button>
        <Box sx={{ display: 'flex', gap: 2 }}>
          <Button type="submit" variant="contained" disabled={isSending || input === undefined}>
            {t(takenBack ? 'group.topSide.takeBack' : 'group.topSide.submit')}
          </Button>
          <Button onClick={onClose}>{t('settings.cancel')}</Button>
        </Box>
      </SideForm>
    </SidePanel>
  )
}

function Head(given: {
  draft: TopSideDraft
  problem: Problem | undefined
  entities: readonly Named[]
  change: (put: Partial<TopSideDraft>) => void
}) {
  const { t } = useTranslation()
  const { draft, problem, entities, change } = given
  return (
    <>
      <Field
        label={t('group.root')}
        hint={t('group.topSide.rootHint')}
        error={errorAt(problem, '/rootEntityId')}
      >
        {(ids) => (
          <Chooser
            label={t('group.root')}
            ids={ids}
            value={draft.rootId}
            options={optionsOf(entities)}
            onChange={(rootId) => change({ rootId })}
          />
        )}
      </Field>
      <Field label={t('banking.day')} error={errorAt(problem, '/effectiveOn')}>
        {(ids) => (
          <DayField
            ids={ids}
            value={draft.effectiveOn}
            onChange={(effectiveOn) => change({ effectiveOn })}
            isLaterOpen
          />
        )}
      </Field>
      <TextField
        label={t('banking.memo')}
        value={draft.memo}
        onChange={(memo) => change({ memo })}
        error={errorAt(problem, '/memo')}
        maxLength={400}
      />
      <Tick
        label={t('group.topSide.carriesForward')}
        note={t('group.topSide.carriesNote')}
        isOn={draft.carriesForward}
        onChange={(carriesForward) => change({ carriesForward })}
      />
    </>
  )
}

function Line(given: {
  line: LineDraft
  at: number
  problem: Problem | undefined
  entities: readonly Named[]
  onChange: (line: LineDraft) => void
  onRemove: (() => void) | undefined
}) {
  const { t } = useTranslation()
  const captionLabel = useCaptionLabel()
  const { line, at, problem, entities, onChange, onRemove } = given
  const put = (values: Partial<LineDraft>) => onChange({ ...line, ...values })
  const number = at + 1
  const error = (field: string) => errorAt(problem, `/lines/${at.toString()}/${field}`)
  return (
    <Box component="fieldset" aria-label={t('group.topSide.lineOf', { number })} sx={LINE}>
      <Field label={t('group.topSide.caption', { number })} error={error('caption')}>
        {(ids) => (
          <Chooser
            label={t('group.topSide.caption', { number })}
            ids={ids}
            value={line.caption}
            options={CHOSEN_CAPTIONS.map((value) => ({ value, label: captionLabel(value) }))}
            onChange={(value) => put({ caption: CHOSEN_CAPTIONS.find((one) => one === value) ?? '' })}
          />
        )}
      </Field>
      <Box sx={TWO}>
        <TextField
          label={t('group.topSide.debitOf', { number })}
          value={line.debit}
          onChange={(debit) => put({ debit, credit: debit.trim() === '' ? line.credit : '' })}
          error={error('debit')}
          inputMode="decimal"
        />
        <TextField
          label={t('group.topSide.creditOf', { number })}
          value={line.credit}
          onChange={(credit) => put({ credit, debit: credit.trim() === '' ? line.debit : '' })}
          error={error('credit')}
          inputMode="decimal"
        />
      </Box>
      <Field label={t('group.topSide.whose', { number })} error={error('entityId')}>
        {(ids) => (
          <Chooser
            label={t('group.topSide.whose', { number })}
            ids={ids}
            value={line.entityId}
            options={[{ value: '', label: t('group.topSide.ofTheRoot') }, ...optionsOf(entities)]}
            onChange={(entityId) => put({ entityId })}
          />
        )}
      </Field>
      {onRemove && (
        <Button sx={{ justifySelf: 'start' }} onClick={onRemove}>
          {t('group.topSide.removeLine', { number })}
        </Button>
      )}
    </Box>
  )
}

function optionsOf(entities: readonly Named[]) {
  return entities.map(({ id, name }) => ({ value: id, label: name }))
}

function nextKey(lines: readonly LineDraft[]): number {
  return Math.max(...lines.map(({ key }) => key)) + 1
}

const TWO = { display: 'grid', gridTemplateColumns: 'repeat(2, minmax(0, 1fr))', gap: 4 } as const
const LINE = {
  display: 'grid',
  gap: 3,
  m: 0,
  p: 0,
  pt: 3,
  border: 0,
  borderTop: '1px solid var(--mui-palette-divider)',
  minWidth: 0,
} as const
