import { createSlice, type PayloadAction } from '@reduxjs/toolkit'

/** Whether what is on the screen follows what happens. It is said only where it does not. */
export const liveSlice = createSlice({
  name: 'live',
  initialState: { isInterrupted: false },
  reducers: {
    interruptedSet(state, { payload }: PayloadAction<boolean>) {
      state.isInterrupted = payload
    },
  },
})

export const { interruptedSet } = liveSlice.actions
