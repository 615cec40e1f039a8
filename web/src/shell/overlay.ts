/** What lies over the room, when something does. */
export type Overlay = 'palette' | 'shortcuts' | 'api' | undefined
