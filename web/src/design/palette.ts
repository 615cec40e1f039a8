/** The colours of "Ruled Ledger". `theme.test.ts` holds them to AA contrast and to a distance between series. */
export const PALETTE = {
  light: {
    bg: '#F3F5F7',
    paper: '#FFFFFF',
    text: '#14181F',
    second: '#525B69',
    rule: '#D4D9E0',
    control: '#7C8796',
    primary: '#3B3FB6',
    positive: '#0F6B4F',
    negative: '#B3261E',
    warning: '#835300',
    series: ['#6065CD', '#D87519', '#419FA6', '#9A3172', '#5A5B00', '#252A31'],
  },
  dark: {
    bg: '#0E1116',
    paper: '#161A21',
    text: '#E9ECF1',
    second: '#A2ABB8',
    rule: '#2A303A',
    control: '#6E7886',
    primary: '#A3A8FF',
    positive: '#5CC79E',
    negative: '#FF8F85',
    warning: '#E5B454',
    series: ['#7185FE', '#C3530B', '#72F9FE', '#FE89B0', '#F9E87A', '#606B77'],
  },
} as const
