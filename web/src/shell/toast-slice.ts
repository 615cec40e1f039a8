import { createSlice, type PayloadAction } from '@reduxjs/toolkit'
import type { WriteName } from '#contract/operations.d.ts'
import type { Input } from '../api.ts'

/** An invocation as data, so that an undo can wait in the store. */
export type Undo = { [N in WriteName]: { operation: N; input: Input<N> } }[WriteName]

export interface Toast {
  /** Tells one toast from the next with the same words. */
  number: number
  text: string
  undo?: Undo | undefined
  /** Where it goes on: the approval that something waits for. */
  approvalId?: string | undefined
  /** Where what was made can be looked at. */
  link?: { to: string; text: string } | undefined
}

interface ToastState {
  shown: Toast | null
}

const initialState: ToastState = { shown: null }

/** One toast at a time: the newest replaces the one before. */
export const toastSlice = createSlice({
  name: 'toast',
  initialState,
  reducers: {
    toastShown(state, { payload }: PayloadAction<Omit<Toast, 'number'>>) {
      state.shown = { ...payload, number: (state.shown?.number ?? 0) + 1 }
    },
    toastClosed(state) {
      state.shown = null
    },
  },
})

export const { toastShown, toastClosed } = toastSlice.actions
