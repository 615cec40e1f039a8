import Box from '@mui/material/Box'
import Typography from '@mui/material/Typography'
import { useTranslation } from 'react-i18next'
import { useDispatch } from 'react-redux'
import { useWrite, type Output } from '../../api.ts'
import { ProblemNotice } from '../../design/problem-notice.tsx'
import { Tick } from '../../design/tick.tsx'
import { toastShown } from '../../shell/toast-slice.ts'
import { isOwner } from './is-owner.ts'
import { SettingsFrame } from './settings-frame.tsx'

/** How people come in. A rule for everyone, so only owners change it; everybody may read it. */
export function SignInSection({ me }: { me: Output<'identity.get-me'> }) {
  const { t } = useTranslation()
  const dispatch = useDispatch()
  const { send, isSending, problem } = useWrite('identity.set-sign-in-policy')
  const mayChoose = isOwner(me)
  const set = async (mayAnalystsOmitSecondFactor: boolean) => {
    const done = await send({ mayAnalystsOmitSecondFactor })
    if (!done) return
    const undo = {
      operation: 'identity.set-sign-in-policy',
      input: { mayAnalystsOmitSecondFactor: done.previous },
    } as const
    const text = t(mayAnalystsOmitSecondFactor ? 'policy.allowedToast' : 'policy.forbiddenToast')
    dispatch(toastShown({ text, undo }))
  }
  return (
    <SettingsFrame here="sign-in">
      <Box sx={{ px: { xs: 4, sm: 6 }, py: 6, maxWidth: 640, display: 'grid', gap: 3 }}>
        <div>
          <Typography variant="h2">{t('policy.title')}</Typography>
          <Typography variant="body2" sx={{ mt: 1, color: 'text.secondary' }}>
            {t('policy.detail')}
          </Typography>
        </div>
        {problem && <ProblemNotice problem={problem} />}
        <Tick
          label={t('policy.analysts')}
          note={mayChoose ? t('policy.analystsNote') : t('policy.ownersOnly')}
          isOn={me.mayAnalystsOmitSecondFactor}
          isDisabled={!mayChoose || isSending}
          onChange={(isOn) => void set(isOn)}
        />
      </Box>
    </SettingsFrame>
  )
}
