/** Who works in the demonstration studio: somebody in each role. The owner comes first. */
export const DEMO_PEOPLE = [
  { role: 'owner', displayName: 'Selene Marchetti', email: 'selene@aiboss.example' },
  { role: 'admin', displayName: 'Tomasz Wilk', email: 'tomasz@aiboss.example' },
  { role: 'finance', displayName: 'Priya Raman', email: 'priya@aiboss.example' },
  { role: 'operator', displayName: 'Jonas Adeyemi', email: 'jonas@aiboss.example' },
  { role: 'operator', displayName: 'Mira Castellano', email: 'mira@aiboss.example' },
  { role: 'operator', displayName: 'Hugo Lindqvist', email: 'hugo@aiboss.example' },
  { role: 'analyst', displayName: 'Aiko Brandt', email: 'aiko@aiboss.example' },
  { role: 'auditor', displayName: 'Eleanor Whitcombe', email: 'eleanor@aiboss.example' },
] as const

export const DEMO_STUDIO_NAME = 'AI Boss Holdings'
