import Box from '@mui/material/Box'
import IconButton from '@mui/material/IconButton'
import OutlinedInput from '@mui/material/OutlinedInput'
import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import { Chooser } from '../../design/chooser.tsx'
import type { FieldIds } from '../../design/field.tsx'
import { Icon } from '../../design/icon.tsx'
import { isResult } from './banking-words.ts'
import { OVERHEAD, type LineDraft } from './entry-draft.ts'
import type { Choices } from './use-choices.ts'
import type { useEntryDraft } from './use-entry-draft.ts'

interface LineGiven {
  line: LineDraft
  at: number
  choices: Choices
  entry: Pick<ReturnType<typeof useEntryDraft>, 'putLine' | 'removeLine' | 'errorOf'>
  hasCurrency: boolean
  goOn: (from: HTMLElement) => void
}

/** One line of an entry; what is wrong with it stands below the cell that it is wrong in. */
export function EntryLine(given: LineGiven) {
  const { t } = useTranslation()
  const { line, at, choices, entry, hasCurrency, goOn } = given
  const put = (change: Partial<LineDraft>) => entry.putLine(line.key, change)
  const account = choices.accounts.get(line.accountId)
  const error = (...fields: string[]) => entry.errorOf(line.key, fields)
  return (
    <fieldset className="line" aria-label={t('banking.lineNumber', { number: at + 1 })}>
      <Cell label={t('banking.account')} error={error('accountId')} isWhole>
        {(ids) => (
          <Chooser
            label={t('banking.account')}
            ids={ids}
            value={line.accountId}
            options={choices.accountOptions}
            onChange={(accountId) => put({ accountId })}
            onTaken={goOn}
          />
        )}
      </Cell>
      {hasCurrency && account?.currency !== null && (
        <Box sx={{ display: { xs: 'none', sm: 'block' }, ...QUIET }}>{account?.currency}</Box>
      )}
      {account?.currency === null && (
        <TextCell
          label={t('banking.currency')}
          maxLength={3}
          value={line.currency}
          onChange={(currency) => put({ currency })}
          error={error('currency')}
          isWhole
        />
      )}
      <TextCell
        label={t('banking.debit')}
        isNumber
        value={line.debit}
        onChange={(debit) => put({ debit })}
        error={error('debit')}
      />
      <TextCell
        label={t('banking.credit')}
        isNumber
        value={line.credit}
        onChange={(credit) => put({ credit })}
        error={error('credit')}
      />
      <PlaceCell {...given} isAsked={account !== undefined && isResult(account.type)} />
      <TextCell
        label={t('banking.memo')}
        maxLength={400}
        value={line.memo}
        onChange={(memo) => put({ memo })}
        error={error('memo')}
        isWhole
      />
      <IconButton
        aria-label={t('banking.removeLine', { number: at + 1 })}
        title={t('banking.removeLine', { number: at + 1 })}
        onClick={() => entry.removeLine(line.key)}
      >
        <Icon name="close" size={14} />
      </IconButton>
    </fieldset>
  )
}

/** Whose it is; only income and expenses are asked for it. */
function PlaceCell({ line, choices, entry, goOn, isAsked }: LineGiven & { isAsked: boolean }) {
  const { t } = useTranslation()
  if (!isAsked)
    return <Box sx={{ display: { xs: 'none', sm: 'block' }, ...QUIET }} title={t('banking.noPlaceReason')} />
  return (
    <Cell label={t('banking.business')} error={entry.errorOf(line.key, ['businessId', 'isOverhead'])} isWhole>
      {(ids) => (
        <Chooser
          label={t('banking.business')}
          ids={ids}
          value={line.place}
          options={[{ value: OVERHEAD, label: t('banking.overhead') }, ...choices.businessOptions]}
          onChange={(place) => entry.putLine(line.key, { place })}
          onTaken={goOn}
        />
      )}
    </Cell>
  )
}

function TextCell(given: {
  label: string
  value: string
  onChange: (value: string) => void
  error: string | undefined
  isNumber?: boolean
  isWhole?: boolean
  maxLength?: number
}) {
  const { label, value, onChange, error, isNumber = false, isWhole = false, maxLength = 30 } = given
  return (
    <Cell {...{ label, error, isNumber, isWhole }}>
      {(ids) => (
        <OutlinedInput
          value={value}
          error={error !== undefined}
          autoComplete="off"
          onChange={(event) => onChange(event.target.value)}
          slotProps={{
            input: {
              'aria-label': label,
              maxLength,
              ...(isNumber && { inputMode: 'decimal' }),
              ...ids,
            },
          }}
        />
      )}
    </Cell>
  )
}

function Cell(given: {
  label: string
  error: string | undefined
  isNumber?: boolean
  isWhole?: boolean
  children: (ids: Omit<FieldIds, 'id'>) => React.ReactNode
}) {
  const id = useId()
  const { label, error, isNumber = false, isWhole = false, children } = given
  const isWrong = error !== undefined
  return (
    <Box className={`${isNumber ? 'number' : ''} ${isWhole ? 'whole' : ''}`} sx={{ minWidth: 0 }}>
      <div aria-hidden className="label">
        {label}
      </div>
      {children({ 'aria-describedby': isWrong ? id : undefined, 'aria-invalid': isWrong ? true : undefined })}
      {isWrong && (
        <Box
          id={id}
          sx={{ mt: 1, fontSize: 12, lineHeight: '16px', color: 'error.main', overflowWrap: 'anywhere' }}
        >
          {error}
        </Box>
      )}
    </Box>
  )
}

const QUIET = { minHeight: 32, lineHeight: '32px', px: 2, fontSize: 13, color: 'text.secondary' } as const
