import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { useRead } from '../../api.ts'
import { ReadPanel } from '../../design/read-panel.tsx'
import { useMay } from '../identity/use-may.ts'
import { isNothing } from './change-of.ts'
import { ExportStatement } from './export-statement.tsx'
import { foldKeys } from './lines-of.ts'
import { resultHref } from './result-href.ts'
import { StatementFoot } from './statement-foot.tsx'
import { StatementTable } from './statement-table.tsx'
import type { Statement, Subject } from './statement-words.ts'
import type { StatementPlace } from './use-statement-place.ts'

/** One statement: read by itself, with what it is of above it and what holds of it below. */
export function StatementPanel(given: {
  subject: Subject
  place: StatementPlace
  /** What stands there where nothing counts in these days. */
  empty: React.ReactNode
}) {
  const { t } = useTranslation()
  const { subject, place, empty } = given
  const reading = useRead('statements.get-statement', place.inputFor(subject))
  const { data, problem } = reading
  const [folded, setFolded] = useState<ReadonlySet<string>>(new Set())
  const basisOf = useBasis()
  const all = data ? foldKeys(data.rows) : []
  const isAllFolded = all.length > 0 && all.every((key) => folded.has(key))
  const fold = (key: string) =>
    setFolded((before) => {
      const next = new Set(before)
      if (!next.delete(key)) next.add(key)
      return next
    })
  const isEmpty = data?.rows.every(({ amounts }) => amounts.every(isNothing)) ?? false
  return (
    <ReadPanel
      title={t(`statements.kind.${place.kind}`)}
      remedy={problem?.code === 'ledger.no-rate' && <RecordRate />}
      formula={data && basisOf(data, place.known)}
      reading={reading}
      isHere={data !== undefined}
      action={
        data &&
        !isEmpty && (
          <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 2 }}>
            {all.length > 0 && (
              <Button variant="outlined" onClick={() => setFolded(new Set(isAllFolded ? [] : all))}>
                {t(isAllFolded ? 'statements.unfoldAll' : 'statements.foldAll')}
              </Button>
            )}
            <ExportStatement asked={place.inputFor(subject)} />
          </Box>
        )
      }
    >
      {data && isEmpty && empty}
      {data && !isEmpty && (
        <>
          <StatementTable
            statement={data}
            folded={folded}
            onFold={fold}
            // Fiscal years of the books of a category may end on different days.
            hrefOf={(key, column) => (data.category ? undefined : resultHref(key, column, place))}
          />
          <StatementFoot statement={data} />
        </>
      )}
    </ReadPanel>
  )
}

/** Whose it is, in which currency, of when and as known when. */
function useBasis(): (statement: Statement, known: string) => string {
  const { t } = useTranslation()
  return ({ entity, isOfNoBusiness, business, category, columns, currency, kind }, known) =>
    [
      (entity ?? business ?? category)?.name,
      isOfNoBusiness && t('statements.ofNoBusiness'),
      category && t(kind === 'balance-sheet' ? 'statements.addedUp' : 'statements.combined'),
      currency,
      t(kind === 'balance-sheet' ? 'statements.asOf' : 'statements.upTo', { day: columns[0]?.to ?? '' }),
      known === '' ? t('statements.knownNow') : t('statements.knownAt', { day: known }),
    ]
      .filter(Boolean)
      .join(' · ')
}

/** The sentence above says which rate is missing; whoever may can record it. */
function RecordRate() {
  const { t } = useTranslation()
  const mayWrite = useMay('ledger.write')
  return (
    <Button variant="outlined" component={Link} to={mayWrite ? '/banking/rates?new=true' : '/banking/rates'}>
      {t(mayWrite ? 'rates.record' : 'rates.title')}
    </Button>
  )
}
