import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Skeleton from '@mui/material/Skeleton'
import { useTranslation } from 'react-i18next'
import { usePages, useWrite } from '../../api.ts'
import { ProblemNotice } from '../../design/problem-notice.tsx'
import { useMay } from '../identity/use-may.ts'
import { CommentLine } from './comment-line.tsx'
import { Composer } from './composer.tsx'
import { TalkSection } from './talk-section.tsx'

/** What is said about it, the newest last and the field for more below. */
export function Comments({ subjectId }: { subjectId: string }) {
  const { t } = useTranslation()
  const list = usePages('comments.list-comments', { subjectId, limit: 20 })
  const adding = useWrite('comments.add-comment')
  const mayWrite = useMay('comments.write')
  const rows = list.rows?.toReversed()
  return (
    <TalkSection title={t('talk.comments')} count={list.total}>
      {list.problem && <ProblemNotice problem={list.problem} onRetry={list.again} />}
      {!list.problem && !rows && (
        <Box component="output" aria-label={t('talk.loading')} sx={{ display: 'block' }}>
          <Skeleton height={12} width="70%" />
        </Box>
      )}
      {rows?.length === 0 && (
        <Box sx={{ fontSize: 13, color: 'text.secondary' }}>
          {t(mayWrite ? 'talk.noComments' : 'talk.noCommentsYet')}
        </Box>
      )}
      {list.hasMore && (
        <Box>
          <Button onClick={list.more} disabled={list.isFetching}>
            {t('talk.earlier')}
          </Button>
        </Box>
      )}
      <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0, display: 'grid', gap: 4 }}>
        {rows?.map((comment) => (
          <CommentLine key={comment.id} comment={comment} />
        ))}
      </Box>
      {mayWrite && (
        <Composer
          subjectId={subjectId}
          label={t('talk.write')}
          sendLabel={t('talk.add')}
          isSending={adding.isSending}
          problem={adding.problem}
          onSend={async (body) => (await adding.send({ subjectId, body })) !== undefined}
        />
      )}
    </TalkSection>
  )
}
