import { PAIR_KINDS } from '#kernel/pair-legs.ts'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useDispatch } from 'react-redux'
import type { Problem } from '#contract/operations.d.ts'
import { errorAt } from '../../api-call.ts'
import { usePages, useTrial, useWrite } from '../../api.ts'
import { Choice } from '../../design/choice.tsx'
import { DayField } from '../../design/day-field.tsx'
import { Field } from '../../design/field.tsx'
import { SideForm } from '../../design/side-form.tsx'
import { SidePanel } from '../../design/side-panel.tsx'
import { TextField } from '../../design/text-field.tsx'
import { toastShown } from '../../shell/toast-slice.ts'
import { useWhole } from '../businesses/use-all-rows.ts'
import type { PairInput, PostedPair } from './group-words.ts'
import { emptyPair, inputOf, type PairDraft } from './pair-draft.ts'
import { PairPreview } from './pair-preview.tsx'
import { PairSide } from './pair-side.tsx'

const CODE_LENGTH = 3
const MEMO_LENGTH = 400
const AGREEMENT_LENGTH = 200

/** What one entity does for another: tried out first, so that both entries are seen before anything stands in a book. */
export function PairPanel({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation()
  const dispatch = useDispatch()
  const { rows: books } = useWhole(usePages('ledger.list-books', { limit: 200 }))
  const [draft, setDraft] = useState(emptyPair)
  const [tried, setTried] = useState<{ input: PairInput; pair: PostedPair }>()
  const [refusal, setRefusal] = useState<Problem>()
  const { attempt, isTrying } = useTrial('group.post-intercompany')
  const { send, isSending, problem: sent } = useWrite('group.post-intercompany')
  const problem = sent ?? refusal
  const bookOf = (id: string) => books.find((book) => book.id === id)
  const currency = draft.currency || (bookOf(draft.from.bookId)?.currency ?? '')
  const change = (put: Partial<PairDraft>) => {
    setDraft((before) => ({ ...before, ...put }))
    // What was tried out is no longer what stands here.
    setTried(undefined)
  }
  const look = async () => {
    const input = inputOf(draft, { entityOf: (id) => bookOf(id)?.entity.id, currency })
    const { output, problem: reason } = await attempt(input)
    setRefusal(reason)
    setTried(output && { input, pair: output })
  }
  const post = async (input: PairInput) => {
    const posted = await send(input)
    if (!posted) return
    dispatch(toastShown({ text: t('group.postedToast', { memo: posted.memo }) }))
    onClose()
  }
  const isWhole = draft.from.bookId !== '' && draft.to.bookId !== '' && draft.amount.trim() !== ''
  return (
    <SidePanel title={t('group.post')} onClose={onClose}>
      <SideForm problem={problem} onSubmit={() => void (tried ? post(tried.input) : look())}>
        <Field label={t('group.pairKind')} hint={t(`group.pairSays.${draft.kind}`)}>
          {(ids) => (
            <Choice
              ids={ids}
              takesFocus
              value={draft.kind}
              options={PAIR_KINDS.map((value) => ({ value, label: t(`group.pairKinds.${value}`) }))}
              onChange={(value) => change({ kind: PAIR_KINDS.find((one) => one === value) ?? draft.kind })}
            />
          )}
        </Field>
        <PairSide which="from" {...{ draft, books, problem, change }} />
        <PairSide which="to" {...{ draft, books, problem, change }} />
        <Terms {...{ draft, currency, problem, change }} />
        {tried && <PairPreview pair={tried.pair} />}
        <Box sx={{ display: 'flex', gap: 2 }}>
          <Button type="submit" variant="contained" disabled={isTrying || isSending || !isWhole}>
            {tried ? t('group.postBoth') : t('group.preview')}
          </Button>
          <Button onClick={onClose}>{t('settings.cancel')}</Button>
        </Box>
      </SideForm>
    </SidePanel>
  )
}

/** How much, when, and under what. */
function Terms(given: {
  draft: PairDraft
  currency: string
  problem: Problem | undefined
  change: (put: Partial<PairDraft>) => void
}) {
  const { t } = useTranslation()
  const { draft, currency, problem, change } = given
  return (
    <>
      <Box sx={TWO}>
        <TextField
          label={t('banking.amount')}
          value={draft.amount}
          onChange={(amount) => change({ amount })}
          error={errorAt(problem, '/amount')}
          inputMode="decimal"
        />
        <TextField
          label={t('banking.currency')}
          value={currency}
          onChange={(text) => change({ currency: text.trim().toUpperCase() })}
          error={errorAt(problem, '/currency')}
          maxLength={CODE_LENGTH}
        />
      </Box>
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
        maxLength={MEMO_LENGTH}
      />
      <TextField
        label={t('group.agreement')}
        hint={t('group.agreementHint')}
        value={draft.agreement}
        onChange={(agreement) => change({ agreement })}
        error={errorAt(problem, '/agreement')}
        maxLength={AGREEMENT_LENGTH}
      />
    </>
  )
}

const TWO = { display: 'grid', gridTemplateColumns: 'minmax(0, 2fr) minmax(0, 1fr)', gap: 4 } as const
