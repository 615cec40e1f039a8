import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { useTranslation } from 'react-i18next'
import { usePages } from '../../api.ts'
import { EmptyState } from '../../design/empty-state.tsx'
import { Icon } from '../../design/icon.tsx'
import { NewRulePanel } from './new-rule-panel.tsx'
import { RuleRows } from './rule-rows.tsx'
import { SettingsFrame } from './settings-frame.tsx'
import { useSidePanel } from './use-side-panel.ts'
import { May } from '../identity/may.tsx'

/** Which writes wait for a person, and for whom. */
export function ApprovalsSection() {
  const { t } = useTranslation()
  const list = usePages('approvals.list-rules', { limit: 100 })
  const { isOpen, open, close } = useSidePanel()
  const add = (
    <May permission="approvals.manage-rules">
      <Button variant="contained" onClick={() => open('new')} startIcon={<Icon name="plus" size={14} />}>
        {t('rules.new')}
      </Button>
    </May>
  )
  return (
    <SettingsFrame
      here="approvals"
      reading={list}
      action={add}
      panel={
        isOpen('new') && (
          <May permission="approvals.manage-rules">
            <NewRulePanel onClose={close} />
          </May>
        )
      }
    >
      {list.rows?.length === 0 ? (
        <EmptyState title={t('rules.none')} detail={t('rules.noneDetail')}>
          {add}
        </EmptyState>
      ) : (
        <RuleRows rules={list.rows} />
      )}
      {list.hasMore && (
        <Box sx={{ px: 4, py: 2 }}>
          <Button onClick={list.more}>{t('settings.more')}</Button>
        </Box>
      )}
    </SettingsFrame>
  )
}
