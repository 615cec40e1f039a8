import { useCallback } from 'react'
import { useDispatch } from 'react-redux'
import { useNavigate } from 'react-router'
import { operationsApi, useWrite } from '../api.ts'

/** Ends the session and forgets everything that was read in it: the next person may see less. */
export function useSignOut(): () => Promise<void> {
  const { send } = useWrite('identity.sign-out')
  const dispatch = useDispatch()
  const navigate = useNavigate()
  return useCallback(async () => {
    if (!(await send({}))) return
    await navigate('/')
    dispatch(operationsApi.util.resetApiState())
  }, [send, dispatch, navigate])
}
