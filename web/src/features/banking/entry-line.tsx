import Box from '@mui/material/Box'
import IconButton from '@mui/material/IconButton'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Chooser } from '../../design/chooser.tsx'
import { Icon } from '../../design/icon.tsx'
import { isResult } from './banking-words.ts'
import { hasDetails, OVERHEAD, type LineDraft } from './entry-draft.ts'
import { LineCell, TextCell } from './line-cell.tsx'
import { LineDetails } from './line-details.tsx'
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
  const [isWide, setWide] = useState(hasDetails(line))
  return (
    <fieldset className="line" aria-label={t('banking.lineNumber', { number: at + 1 })}>
      <LineCell label={t('banking.account')} error={error('accountId')} isWhole>
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
      </LineCell>
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
      <LineButtons
        number={at + 1}
        isWide={isWide}
        onWide={() => setWide(!isWide)}
        onRemove={() => entry.removeLine(line.key)}
      />
      {isWide && <LineDetails {...{ line, put, error, goOn }} ownEntityId={choices.entityId} />}
    </fieldset>
  )
}

function LineButtons(given: { number: number; isWide: boolean; onWide: () => void; onRemove: () => void }) {
  const { t } = useTranslation()
  const { number, isWide, onWide, onRemove } = given
  return (
    <Box sx={{ display: 'flex', justifyContent: 'flex-end' }} className="whole">
      <IconButton
        aria-label={t('drafts.detailsOf', { number })}
        title={t('drafts.detailsOf', { number })}
        aria-expanded={isWide}
        onClick={onWide}
      >
        <Icon name="edit" size={14} />
      </IconButton>
      <IconButton
        aria-label={t('banking.removeLine', { number })}
        title={t('banking.removeLine', { number })}
        onClick={onRemove}
      >
        <Icon name="close" size={14} />
      </IconButton>
    </Box>
  )
}

/** Whose it is; only income and expenses are asked for it. */
function PlaceCell({ line, choices, entry, goOn, isAsked }: LineGiven & { isAsked: boolean }) {
  const { t } = useTranslation()
  if (!isAsked)
    return <Box sx={{ display: { xs: 'none', sm: 'block' }, ...QUIET }} title={t('banking.noPlaceReason')} />
  return (
    <LineCell
      label={t('banking.business')}
      error={entry.errorOf(line.key, ['businessId', 'isOverhead'])}
      isWhole
    >
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
    </LineCell>
  )
}

const QUIET = { minHeight: 32, lineHeight: '32px', px: 2, fontSize: 13, color: 'text.secondary' } as const
