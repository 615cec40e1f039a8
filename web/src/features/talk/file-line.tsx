import Box from '@mui/material/Box'
import IconButton from '@mui/material/IconButton'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useDispatch } from 'react-redux'
import type { Problem } from '#contract/operations.d.ts'
import { useWrite, type Row } from '../../api.ts'
import { downloadFile } from '../../api-call.ts'
import { formatInstant } from '../../design/format.ts'
import { Icon } from '../../design/icon.tsx'
import { SECOND_LINE } from '../../design/ledger-table.ts'
import { ProblemNotice } from '../../design/problem-notice.tsx'
import { toastShown } from '../../shell/toast-slice.ts'
import { May } from '../identity/may.tsx'
import { formatBytes } from './format-bytes.ts'

type Attached = Row<'attachments.list-files'>

/** One file: its name, how large, who put it there, and its bytes. */
export function FileLine({ file }: { file: Attached }) {
  const { t } = useTranslation()
  const dispatch = useDispatch()
  const removing = useWrite('attachments.remove-file')
  const [refused, setRefused] = useState<Problem>()
  const { id: attachmentId, name, size, actor, at, fault, canRemove } = file
  const download = async () => {
    const answer = await downloadFile(attachmentId, name)
    setRefused('error' in answer ? answer.error : undefined)
  }
  const remove = async () => {
    if (!(await removing.send({ attachmentId }))) return
    const undo = { operation: 'attachments.restore-file', input: { attachmentId } } as const
    dispatch(toastShown({ text: t('talk.fileRemovedToast', { name }), undo }))
  }
  const problem = refused ?? removing.problem
  return (
    <Box component="li" sx={{ py: 2, fontSize: 13, '& + &': RULED }}>
      <Box sx={{ display: 'flex', alignItems: 'center', gap: 1 }}>
        <Box sx={{ flex: 1, minWidth: 0, overflowWrap: 'anywhere' }}>
          {name}
          <Box sx={SECOND_LINE}>
            {t('talk.fileFacts', {
              size: formatBytes(size),
              who: actor.name ?? t('audit.unknownActor'),
              at: formatInstant(at),
            })}
          </Box>
          {fault && <Box sx={{ ...SECOND_LINE, color: 'error.main' }}>{t(`talk.fault.${fault}`)}</Box>}
        </Box>
        <IconButton
          aria-label={t('talk.download', { name })}
          title={t('talk.download', { name })}
          onClick={() => void download()}
        >
          <Icon name="download" />
        </IconButton>
        {canRemove && (
          <May permission="attachments.write">
            <IconButton
              aria-label={t('talk.removeFile', { name })}
              title={t('talk.removeFile', { name })}
              disabled={removing.isSending}
              onClick={() => void remove()}
            >
              <Icon name="close" />
            </IconButton>
          </May>
        )}
      </Box>
      {problem && <ProblemNotice problem={problem} />}
    </Box>
  )
}

const RULED = { borderTop: '1px solid var(--mui-palette-divider)' } as const
