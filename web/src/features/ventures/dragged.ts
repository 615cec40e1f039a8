import type { ListedBusiness } from '../businesses/stages.ts'

/** What the hand holds. The browser shows what is dragged to nobody until it is let go, and a column has to know before. */
export const dragged: { business: ListedBusiness | undefined } = { business: undefined }
