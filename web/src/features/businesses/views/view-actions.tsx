import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { useTranslation } from 'react-i18next'
import { useDispatch } from 'react-redux'
import { useWrite } from '../../../api.ts'
import { ProblemNotice } from '../../../design/problem-notice.tsx'
import { toastShown } from '../../../shell/toast-slice.ts'
import type { View } from './view-address.ts'

/** What can be done with a view of one's own while it is open: show it to the studio, or take it away. */
export function ViewActions({ view }: { view: View }) {
  const { t } = useTranslation()
  const dispatch = useDispatch()
  const sharing = useWrite('views.share-view')
  const deleting = useWrite('views.delete-view')
  const { id: viewId, name, isShared } = view
  const problem = sharing.problem ?? deleting.problem
  const share = async () => {
    if (!(await sharing.send({ viewId, isShared: !isShared }))) return
    const undo = { operation: 'views.share-view', input: { viewId, isShared } } as const
    dispatch(toastShown({ text: t(isShared ? 'views.unsharedToast' : 'views.sharedToast', { name }), undo }))
  }
  const remove = async () => {
    if (!(await deleting.send({ viewId }))) return
    const undo = { operation: 'views.restore-view', input: { viewId } } as const
    dispatch(toastShown({ text: t('views.deletedToast', { name }), undo }))
  }
  return (
    <>
      <Box sx={{ display: 'flex', ml: 'auto' }}>
        <Button disabled={sharing.isSending} onClick={() => void share()}>
          {t(isShared ? 'views.unshare' : 'views.share')}
        </Button>
        <Button disabled={deleting.isSending} onClick={() => void remove()}>
          {t('views.delete')}
        </Button>
      </Box>
      {problem && (
        <Box sx={{ width: '100%', maxWidth: 720, pb: 2 }}>
          <ProblemNotice problem={problem} />
        </Box>
      )}
    </>
  )
}
