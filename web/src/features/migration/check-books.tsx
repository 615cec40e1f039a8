import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Typography from '@mui/material/Typography'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useWrite } from '../../api.ts'
import { ProblemNotice } from '../../design/problem-notice.tsx'
import { useQueryPlace } from '../banking/use-query-place.ts'
import { AccountRows } from './account-rows.tsx'
import type { BookFile } from './book-files.ts'
import { CheckVerdict } from './check-verdict.tsx'
import { CompanyRows } from './company-rows.tsx'
import { FaultRows } from './fault-rows.tsx'
import { PairRows } from './pair-rows.tsx'
import { importInput, NOTHING_SAID, withChoice, type Check, type Said } from './said.ts'
import { TieOutTable } from './tie-out-table.tsx'
import { ToldRows } from './told-rows.tsx'
import { useCheck } from './use-check.ts'
import { WordRows } from './word-rows.tsx'

/** What the files hold, all that is to be said of it, and the tie-out; then it is posted, or left. */
export function CheckBooks(given: {
  files: BookFile[]
  onLeave: () => void
  onBegun: (importId: string) => void
}) {
  const { t } = useTranslation()
  const { files, onLeave, onBegun } = given
  const [said, setSaid] = useState(NOTHING_SAID)
  const say = (more: Partial<Said>) => setSaid((before) => ({ ...before, ...more }))
  const input = useMemo(() => importInput(files, said), [files, said])
  const { check, isTrying, problem } = useCheck(input)
  const { send, isSending, problem: refusal } = useWrite('migration.import-books')
  const begin = async () => {
    const begun = await send(input)
    if (begun?.importId) onBegun(begun.importId)
  }
  const told = refusal ?? problem
  return (
    <>
      <Box sx={{ flex: 1, minHeight: 0, overflowY: 'auto' }}>
        <Box sx={{ display: 'flex', alignItems: 'center', gap: 2, px: { xs: 4, sm: 6 }, py: 3 }}>
          <Typography variant="h3" component="p">
            {t('migration.files', { count: files.length })}
          </Typography>
          <Button onClick={onLeave}>{t('migration.another')}</Button>
        </Box>
        {told && (
          <Box sx={{ px: { xs: 4, sm: 6 }, pb: 4, maxWidth: 720 }}>
            <ProblemNotice problem={told} />
          </Box>
        )}
        {check && <CheckParts check={check} said={said} onSay={say} />}
      </Box>
      {(isTrying || !problem) && (
        <CheckVerdict check={check} isTrying={isTrying} isSending={isSending} onPost={() => void begin()} />
      )}
    </>
  )
}

function CheckParts(given: { check: Check; said: Said; onSay: (said: Partial<Said>) => void }) {
  const { t } = useTranslation()
  const { check, said, onSay } = given
  const { get, put } = useQueryPlace()
  const { accounts, companies, faults, pairs, rows, warnings, warningCount, words } = check
  const shown = companies.find(({ company }) => company === get('company')) ?? companies[0]
  return (
    <>
      {faults.length > 0 && <FaultRows check={check} said={said} onSay={onSay} />}
      {warnings.length > 0 && (
        <ToldRows
          title={t('migration.warnings')}
          column={t('migration.lookAt')}
          rows={warnings}
          count={warningCount}
        />
      )}
      {companies.length > 0 && (
        <CompanyRows
          check={check}
          shown={shown?.company}
          onShow={(company) => put({ company })}
          onChoose={(company, entityId) =>
            onSay({
              companies: said.companies
                .filter((one) => one.company !== company)
                .concat({ company, entityId }),
            })
          }
        />
      )}
      {words.length > 0 && (
        <WordRows
          check={check}
          onChoose={(place) =>
            onSay({
              places: said.places
                .filter((one) => one.word !== place.word || one.company !== place.company)
                .concat(place),
            })
          }
        />
      )}
      {pairs.length > 0 && <PairRows pairs={pairs} />}
      {shown?.currency && (
        <AccountRows
          company={shown}
          accounts={accounts.filter(({ company }) => company === shown.company)}
          onChoose={(...choices) =>
            onSay({
              accounts: choices.reduce(
                (before, choice) => withChoice(before, Object.assign({ company: shown.company }, choice)),
                said.accounts,
              ),
            })
          }
        />
      )}
      {shown?.currency && (
        <TieOutTable
          title={t('migration.tieOut', { company: shown.company })}
          currency={shown.currency}
          bookId={shown.bookId}
          asOf={shown.asOf}
          imbalance={shown.imbalance}
          rows={rows.filter(({ company }) => company === shown.company)}
        />
      )}
    </>
  )
}
