import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { useDispatch } from 'react-redux'
import { useWrite, type Row } from '../../api.ts'
import { LedgerRows } from '../../design/ledger-rows.tsx'
import { BUTTON_CELL, SECOND_LINE, WIDE_ONLY } from '../../design/ledger-table.ts'
import { MONO } from '../../design/theme.ts'
import { toastShown } from '../../shell/toast-slice.ts'
import { wordsOf } from './audit-words.ts'
import { isStandardRole } from './standard-roles.ts'
import { useMay } from '../identity/use-may.ts'

type Rule = Row<'approvals.list-rules'>

export function RuleRows({ rules }: { rules: Rule[] | undefined }) {
  const { t } = useTranslation()
  const mayManage = useMay('approvals.manage-rules')
  return (
    <LedgerRows
      label={t('rules.list')}
      columns={[
        { key: 'what', title: t('rules.what') },
        { key: 'whom', title: t('rules.whom') },
        { key: 'expires', title: t('rules.expires'), isWideOnly: true },
        ...(mayManage ? [{ key: 'delete', title: '' }] : []),
      ]}
    >
      {rules?.map((rule) => (
        <RuleRow key={rule.id} {...{ rule, mayManage }} />
      ))}
    </LedgerRows>
  )
}

function RuleRow({ rule, mayManage }: { rule: Rule; mayManage: boolean }) {
  const { t } = useTranslation()
  const { operation, risk, role, roleName, expiresAfterHours } = rule
  const what = operation === null ? t(`rules.risks.${risk ?? 'none'}`) : wordsOf(operation)
  const whom = role && isStandardRole(role) ? t(`role.${role}.name`) : roleName
  const waits = t('rules.waits', { count: expiresAfterHours })
  return (
    <tr>
      <td>
        <Box sx={{ fontWeight: 500 }}>{what}</Box>
        {operation && <Box sx={{ ...SECOND_LINE, fontFamily: MONO }}>{operation}</Box>}
      </td>
      <td>
        {whom ? t('rules.onlyRole', { role: whom }) : t('rules.everybody')}
        <Box sx={{ ...SECOND_LINE, display: { sm: 'none' } }}>{waits}</Box>
      </td>
      <Box component="td" sx={WIDE_ONLY}>
        {waits}
      </Box>
      {mayManage && (
        <Box component="td" sx={BUTTON_CELL}>
          <DeleteButton {...{ rule, what }} />
        </Box>
      )}
    </tr>
  )
}

/** Done at once, for its toast takes it back. */
function DeleteButton({ rule, what }: { rule: Rule; what: string }) {
  const { t } = useTranslation()
  const dispatch = useDispatch()
  const { send, isSending, problem } = useWrite('approvals.delete-rule')
  useEffect(() => {
    if (problem) dispatch(toastShown({ text: problem.detail }))
  }, [problem, dispatch])
  const remove = async () => {
    const gone = await send({ ruleId: rule.id })
    if (!gone) return
    const { operation, risk, role, expiresAfterHours } = gone
    const input = {
      role,
      expiresAfterHours,
      ...(operation !== null && { operation }),
      ...(risk !== null && { risk }),
    }
    const undo = { operation: 'approvals.create-rule', input } as const
    dispatch(toastShown({ text: t('rules.deletedToast', { what }), undo }))
  }
  return (
    <Button aria-label={t('rules.deleteNamed', { what })} disabled={isSending} onClick={() => void remove()}>
      {t('rules.delete')}
    </Button>
  )
}
