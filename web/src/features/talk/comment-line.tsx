import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Link from '@mui/material/Link'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useDispatch } from 'react-redux'
import { useWrite, type Row } from '../../api.ts'
import { formatInstant } from '../../design/format.ts'
import { SECOND_LINE } from '../../design/ledger-table.ts'
import { ProblemNotice } from '../../design/problem-notice.tsx'
import { toastShown } from '../../shell/toast-slice.ts'
import { AuditActor } from '../settings/audit-actor.tsx'
import { useMay } from '../identity/use-may.ts'
import { Composer } from './composer.tsx'
import { partsOf } from './words-in.ts'

type Comment = Row<'comments.list-comments'>

/** One comment: who, when, the words; and for whoever wrote it, how to change them. */
export function CommentLine({ comment }: { comment: Comment }) {
  const { t } = useTranslation()
  const [isEditing, setEditing] = useState(false)
  const editing = useWrite('comments.edit-comment')
  const { id: commentId, actor, at, editedAt, revision, subjectId } = comment
  const save = async (body: string) => {
    const isDone = (await editing.send({ commentId, body, revision })) !== undefined
    if (isDone) setEditing(false)
    return isDone
  }
  return (
    <Box component="li" sx={{ fontSize: 13, overflowWrap: 'anywhere' }}>
      <AuditActor actor={actor}>
        <Box sx={SECOND_LINE}>
          {formatInstant(at)}
          {editedAt && (
            <span
              title={formatInstant(editedAt)}
            >{` · ${t('talk.edited', { at: formatInstant(editedAt) })}`}</span>
          )}
        </Box>
      </AuditActor>
      {isEditing ? (
        <Box sx={{ mt: 2 }}>
          <Composer
            subjectId={subjectId}
            label={t('talk.edit')}
            sendLabel={t('talk.save')}
            first={comment}
            isSending={editing.isSending}
            problem={editing.problem}
            onSend={save}
            onCancel={() => setEditing(false)}
          />
        </Box>
      ) : (
        <>
          <Words comment={comment} />
          <CommentActions comment={comment} onEdit={() => setEditing(true)} />
        </>
      )}
    </Box>
  )
}

function Words({ comment: { body, mentions } }: { comment: Comment }) {
  return (
    <Box sx={{ mt: 1, pl: 8, whiteSpace: 'pre-wrap', lineHeight: '20px' }}>
      {partsOf(body, mentions).map((part) => {
        if ('text' in part) return part.text
        if ('link' in part)
          return (
            <Link key={part.at} href={part.link} target="_blank" rel="noopener noreferrer nofollow">
              {part.link}
            </Link>
          )
        return (
          <Box key={part.at} component="span" sx={{ fontWeight: 600, color: 'primary.main' }}>
            @{part.person.name}
          </Box>
        )
      })}
    </Box>
  )
}

function CommentActions({ comment, onEdit }: { comment: Comment; onEdit: () => void }) {
  const { t } = useTranslation()
  const dispatch = useDispatch()
  const removing = useWrite('comments.remove-comment')
  const { id: commentId, isOwn, canRemove } = comment
  const remove = async () => {
    if (!(await removing.send({ commentId }))) return
    const undo = { operation: 'comments.restore-comment', input: { commentId } } as const
    dispatch(toastShown({ text: t('talk.removedToast'), undo }))
  }
  if (!useMay('comments.write') || (!isOwn && !canRemove)) return undefined
  return (
    <Box sx={{ pl: 6, display: 'flex', flexWrap: 'wrap' }}>
      {isOwn && <Button onClick={onEdit}>{t('talk.edit')}</Button>}
      {canRemove && (
        <Button disabled={removing.isSending} onClick={() => void remove()}>
          {t('talk.remove')}
        </Button>
      )}
      {removing.problem && <ProblemNotice problem={removing.problem} />}
    </Box>
  )
}
