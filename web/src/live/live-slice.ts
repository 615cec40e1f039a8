import { createSlice, type PayloadAction } from '@reduxjs/toolkit'

/**
 * Whether what is on the screen follows what happens, which is said only where it does not; and at which revision one's own inbox is,
 * as far as the stream told.
 */
const initial: { isInterrupted: boolean; inboxRevision?: number } = { isInterrupted: false }

export const liveSlice = createSlice({
  name: 'live',
  initialState: initial,
  reducers: {
    interruptedSet(state, { payload }: PayloadAction<boolean>) {
      state.isInterrupted = payload
    },
    inboxHeard(state, { payload }: PayloadAction<number>) {
      state.inboxRevision = payload
    },
  },
})

export const { interruptedSet, inboxHeard } = liveSlice.actions
