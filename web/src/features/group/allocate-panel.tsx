import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useDispatch } from 'react-redux'
import type { Problem } from '#contract/operations.d.ts'
import { errorAt } from '../../api-call.ts'
import { usePages, useTrial, useWrite } from '../../api.ts'
import { Choice } from '../../design/choice.tsx'
import { Chooser } from '../../design/chooser.tsx'
import { Field } from '../../design/field.tsx'
import { formatMoney } from '../../design/format.ts'
import { SECOND_LINE } from '../../design/ledger-table.ts'
import { SideForm } from '../../design/side-form.tsx'
import { SidePanel } from '../../design/side-panel.tsx'
import { TextField } from '../../design/text-field.tsx'
import { toastShown } from '../../shell/toast-slice.ts'
import { FigureRows, NUMBER } from '../banking/figure-rows.tsx'
import { useWhole } from '../businesses/use-all-rows.ts'
import { allocateInput, BASES, emptyAllocation, hasWeights, type AllocationDraft } from './allocate-draft.ts'
import type { Allocation, AllocationInput } from './group-words.ts'
import { Receivers } from './receivers.tsx'

/** What an entity spent for others in a month: how it is shared out, tried out first, so that each charge is seen before it stands. */
export function AllocatePanel({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation()
  const dispatch = useDispatch()
  const { rows: books } = useWhole(usePages('ledger.list-books', { limit: 200 }))
  const entities = books.map(({ entity }) => entity)
  const [draft, setDraft] = useState(emptyAllocation)
  const [tried, setTried] = useState<{ input: AllocationInput; output: Allocation }>()
  const [refusal, setRefusal] = useState<Problem>()
  const { attempt, isTrying } = useTrial('group.allocate-services')
  const { send, isSending, problem: sent } = useWrite('group.allocate-services')
  const problem = sent ?? refusal
  const change = (put: Partial<AllocationDraft>) => {
    setDraft((before) => ({ ...before, ...put }))
    setTried(undefined)
  }
  const look = async () => {
    const input = allocateInput(draft)
    const { output, problem: reason } = await attempt(input)
    setRefusal(reason)
    setTried(output && { input, output })
  }
  const post = async (input: AllocationInput) => {
    const posted = await send(input)
    if (!posted) return
    dispatch(toastShown({ text: t('group.allocate.posted', { count: posted.pairs.length }) }))
    onClose()
  }
  const isWhole = draft.providerId !== '' && draft.receivers.length > 0
  return (
    <SidePanel title={t('group.allocate.title')} onClose={onClose}>
      <SideForm problem={problem} onSubmit={() => void (tried ? post(tried.input) : look())}>
        <Field
          label={t('group.allocate.provider')}
          hint={t('group.allocate.providerHint')}
          error={errorAt(problem, '/providerEntityId')}
        >
          {(ids) => (
            <Chooser
              label={t('group.allocate.provider')}
              ids={ids}
              value={draft.providerId}
              options={entities.map(({ id, name }) => ({ value: id, label: name }))}
              onChange={(providerId) =>
                change({ providerId, receivers: draft.receivers.filter(({ id }) => id !== providerId) })
              }
            />
          )}
        </Field>
        <Terms {...{ draft, problem, change }} />
        <Receivers
          entities={entities.filter(({ id }) => id !== draft.providerId)}
          receivers={draft.receivers}
          isWeighted={hasWeights(draft.basis)}
          problem={problem}
          onChange={(receivers) => change({ receivers })}
        />
        {tried && <Preview allocation={tried.output} />}
        <Box sx={{ display: 'flex', gap: 2 }}>
          <Button type="submit" variant="contained" disabled={isTrying || isSending || !isWhole}>
            {t(tried ? 'group.allocate.post' : 'group.allocate.preview')}
          </Button>
          <Button onClick={onClose}>{t('settings.cancel')}</Button>
        </Box>
      </SideForm>
    </SidePanel>
  )
}

function Terms(given: {
  draft: AllocationDraft
  problem: Problem | undefined
  change: (put: Partial<AllocationDraft>) => void
}) {
  const { t } = useTranslation()
  const { draft, problem, change } = given
  return (
    <>
      <Box sx={TWO}>
        <TextField
          label={t('group.allocate.month')}
          value={draft.month}
          onChange={(month) => change({ month: month.trim() })}
          error={errorAt(problem, '/month')}
          maxLength={7}
        />
        <TextField
          label={t('group.allocate.markup')}
          value={draft.markup}
          onChange={(markup) => change({ markup })}
          error={errorAt(problem, '/markupPercent')}
          inputMode="decimal"
        />
      </Box>
      <TextField
        label={t('group.allocate.cost')}
        hint={t('group.allocate.costHint')}
        value={draft.cost}
        onChange={(cost) => change({ cost })}
        error={errorAt(problem, '/cost')}
        inputMode="decimal"
      />
      <Field label={t('group.allocate.basis')} hint={t(`group.allocate.basisSays.${draft.basis}`)}>
        {(ids) => (
          <Choice
            ids={ids}
            value={draft.basis}
            options={BASES.map((value) => ({ value, label: t(`group.allocate.bases.${value}`) }))}
            onChange={(value) => change({ basis: BASES.find((one) => one === value) ?? draft.basis })}
          />
        )}
      </Field>
      <TextField
        label={t('group.agreement')}
        hint={t('group.agreementHint')}
        value={draft.agreement}
        onChange={(agreement) => change({ agreement })}
        error={errorAt(problem, '/agreement')}
        maxLength={200}
      />
    </>
  )
}

/** Who is charged how much, as the server reckoned it. */
function Preview({ allocation: { charged, cost, pairs } }: { allocation: Allocation }) {
  const { t } = useTranslation()
  const currency = pairs[0]?.currency ?? ''
  const columns = [
    { key: 'to', title: t('group.side.to.charge') },
    { key: 'amount', title: currency, isNumber: true },
  ]
  return (
    <Box component="section" aria-label={t('group.allocate.previewTitle')} sx={FLUSH}>
      <FigureRows label={t('group.allocate.previewTitle')} columns={columns}>
        <tbody>
          {pairs.map(({ id, to, amount }) => (
            <tr key={id}>
              <td>{to.name}</td>
              <Box component="td" sx={NUMBER}>
                {formatMoney(amount, currency)}
              </Box>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <td>{t('group.allocate.charged')}</td>
            <Box component="td" sx={NUMBER}>
              {formatMoney(charged, currency)}
            </Box>
          </tr>
        </tfoot>
      </FigureRows>
      <Box sx={{ ...SECOND_LINE, pt: 2 }}>
        {t('group.allocate.previewNote', { cost: formatMoney(cost, currency) })}
      </Box>
    </Box>
  )
}

const TWO = { display: 'grid', gridTemplateColumns: 'repeat(2, minmax(0, 1fr))', gap: 4 } as const
const FLUSH = {
  '& table :is(th, td):first-of-type': { pl: 0 },
  '& table :is(th, td):last-of-type': { pr: 0 },
} as const
