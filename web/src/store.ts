import { configureStore, createListenerMiddleware, isRejectedWithValue } from '@reduxjs/toolkit'
import { isProblem } from './api-call.ts'
import { operationsApi } from './api.ts'
import { liveSlice } from './live/live-slice.ts'
import { i18n } from './strings/i18n.ts'
import { toastSlice } from './shell/toast-slice.ts'

const sessions = createListenerMiddleware()

// A session can end at any request. Asking again who we are then leads to the sign-in, and back to the same page.
sessions.startListening({
  matcher: isRejectedWithValue,
  effect: (action, { dispatch }) => {
    const { payload } = action
    if (!isProblem(payload) || payload.status !== 401) return
    const isAboutSession = payload.code.startsWith('catalogue.')
    const isAskingWhoIAm = JSON.stringify(action).includes('identity.get-me')
    if (isAboutSession && !isAskingWhoIAm) {
      dispatch(operationsApi.util.invalidateTags([{ type: 'module', id: 'identity' }]))
    }
  },
})

export const store = configureStore({
  reducer: {
    [operationsApi.reducerPath]: operationsApi.reducer,
    live: liveSlice.reducer,
    toast: toastSlice.reducer,
  },
  middleware: (standard) => standard().prepend(sessions.middleware).concat(operationsApi.middleware),
})

// What the server said in the language before is asked for again.
i18n.on('languageChanged', () => void store.dispatch(operationsApi.util.invalidateTags(['module'])))

export type State = ReturnType<typeof store.getState>
