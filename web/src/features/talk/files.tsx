import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Skeleton from '@mui/material/Skeleton'
import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import { usePages } from '../../api.ts'
import { useDrop } from '../../design/use-drop.ts'
import { Icon } from '../../design/icon.tsx'
import { ProblemNotice } from '../../design/problem-notice.tsx'
import { May } from '../identity/may.tsx'
import { FileLine } from './file-line.tsx'
import { TalkSection } from './talk-section.tsx'
import { useAttach } from './use-attach.ts'

/** The files beside it, and where more are dropped, pasted or chosen. */
export function Files({ subjectId }: { subjectId: string }) {
  const { t } = useTranslation()
  const list = usePages('attachments.list-files', { subjectId, limit: 20 })
  const { attach, sending, refused } = useAttach(subjectId)
  return (
    <TalkSection title={t('talk.files')} count={list.total}>
      {list.problem && <ProblemNotice problem={list.problem} onRetry={list.again} />}
      {!list.problem && !list.rows && (
        <Box component="output" aria-label={t('talk.loading')} sx={{ display: 'block' }}>
          <Skeleton height={12} width="70%" />
        </Box>
      )}
      {list.rows && list.rows.length > 0 && (
        <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0 }}>
          {list.rows.map((file) => (
            <FileLine key={file.id} file={file} />
          ))}
        </Box>
      )}
      {list.hasMore && (
        <Box>
          <Button onClick={list.more} disabled={list.isFetching}>
            {t('business.more')}
          </Button>
        </Box>
      )}
      {refused && <ProblemNotice problem={refused.problem} />}
      <May permission="attachments.write">
        <DropZone sending={sending} onFiles={(files) => void attach(files)} />
      </May>
    </TalkSection>
  )
}

function DropZone({ sending, onFiles }: { sending: string | undefined; onFiles: (files: File[]) => void }) {
  const { t } = useTranslation()
  const id = useId()
  const { isOver, place } = useDrop(onFiles)
  return (
    <Box
      {...place}
      onPaste={(event) => {
        const files = [...event.clipboardData.files]
        if (files.length > 0) onFiles(files)
      }}
      sx={{ ...DROP_ZONE, ...(isOver && { borderColor: 'primary.main', bgcolor: 'action.hover' }) }}
    >
      <Button
        component="label"
        htmlFor={id}
        disabled={sending !== undefined}
        startIcon={<Icon name="upload" size={14} />}
      >
        {t('talk.choose')}
      </Button>
      <Box
        component="input"
        id={id}
        type="file"
        multiple
        aria-label={t('talk.choose')}
        disabled={sending !== undefined}
        onChange={({ currentTarget }: React.ChangeEvent<HTMLInputElement>) => {
          onFiles([...(currentTarget.files ?? [])])
          currentTarget.value = ''
        }}
        sx={UNSEEN}
      />
      <Box component="output" sx={{ fontSize: 12, lineHeight: '16px', color: 'text.secondary', flex: 1 }}>
        {sending === undefined ? t('talk.dropHint') : t('talk.sending', { name: sending })}
      </Box>
    </Box>
  )
}

const DROP_ZONE = {
  position: 'relative',
  display: 'flex',
  alignItems: 'center',
  flexWrap: 'wrap',
  gap: 2,
  p: 2,
  border: '1px dashed var(--mui-palette-control)',
  borderRadius: '3px',
  '&:has(input:focus-visible)': { outline: '2px solid var(--mui-palette-primary-main)' },
} as const

/** There for the keyboard and for screen readers; the label is what is seen of it. */
const UNSEEN = { position: 'absolute', width: 1, height: 1, opacity: 0, left: 8, top: 8 } as const
