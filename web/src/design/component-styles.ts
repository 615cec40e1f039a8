import type { ThemeOptions } from '@mui/material/styles'

const FOCUS_RING = { outline: '2px solid var(--mui-palette-primary-main)', outlineOffset: 1 }
const TOUCH = '@media (pointer: coarse)'
const OVERLAY_SHADOW = '0 1px 2px rgb(0 0 0 / 12%), 0 12px 32px rgb(0 0 0 / 22%)'

/** What MUI's parts look like here. Rows and controls are 32 px, and 44 px where fingers touch them. */
export const componentStyles: NonNullable<ThemeOptions['components']> = {
  MuiCssBaseline: {
    styleOverrides: {
      'html, body, #root': { height: '100%' },
      body: {
        fontSize: 13,
        lineHeight: '20px',
        fontFeatureSettings: "'cv05', 'cv08'",
        overscrollBehavior: 'none',
      },
      a: { color: 'inherit' },
      ':focus-visible': FOCUS_RING,
      '[id=main]:focus-visible': { outline: 'none' },
      '@media (prefers-reduced-motion: reduce)': {
        '*, *::before, *::after': {
          animationDuration: '1ms !important',
          // None at all, for a short one is worse: each element that inherits a colour begins when the one around it has ended.
          transitionProperty: 'none !important',
        },
      },
    },
  },
  MuiButtonBase: {
    defaultProps: { disableRipple: true },
    styleOverrides: { root: { '&:focus-visible': FOCUS_RING } },
  },
  MuiButton: {
    defaultProps: { disableElevation: true, size: 'small' },
    styleOverrides: {
      root: {
        minWidth: 0,
        height: 32,
        padding: '0 12px',
        whiteSpace: 'nowrap',
        transition: 'none',
        [TOUCH]: { height: 44 },
      },
      text: { padding: '0 8px', color: 'var(--mui-palette-text-primary)' },
      outlined: { borderColor: 'var(--mui-palette-control)', color: 'var(--mui-palette-text-primary)' },
    },
  },
  MuiIconButton: {
    defaultProps: { size: 'small' },
    styleOverrides: {
      root: { width: 32, height: 32, borderRadius: 3, color: 'inherit', [TOUCH]: { width: 44, height: 44 } },
    },
  },
  MuiOutlinedInput: {
    defaultProps: { notched: false, size: 'small', fullWidth: true },
    styleOverrides: {
      root: {
        fontSize: 13,
        minHeight: 32,
        background: 'var(--mui-palette-background-paper)',
        '&:hover .MuiOutlinedInput-notchedOutline': { borderColor: 'var(--mui-palette-text-secondary)' },
        [TOUCH]: { fontSize: 16, minHeight: 44 },
      },
      notchedOutline: { borderColor: 'var(--mui-palette-control)', top: 0, legend: { display: 'none' } },
      input: { padding: '6px 8px', height: 20, '&:focus-visible': { outline: 'none' } },
      multiline: { padding: 0 },
    },
  },
  MuiPaper: { defaultProps: { elevation: 0 }, styleOverrides: { root: { backgroundImage: 'none' } } },
  MuiDialog: {
    styleOverrides: {
      paper: { border: '1px solid var(--mui-palette-divider)', boxShadow: OVERLAY_SHADOW },
    },
  },
  MuiDrawer: { styleOverrides: { paper: { boxShadow: OVERLAY_SHADOW } } },
  MuiMenu: {
    styleOverrides: {
      paper: { border: '1px solid var(--mui-palette-divider)', boxShadow: OVERLAY_SHADOW, minWidth: 208 },
      list: { padding: '4px 0' },
    },
  },
  MuiMenuItem: {
    styleOverrides: {
      root: { fontSize: 13, minHeight: 32, padding: '4px 12px', gap: 8, [TOUCH]: { minHeight: 44 } },
    },
  },
  MuiSkeleton: { defaultProps: { variant: 'rectangular' }, styleOverrides: { root: { borderRadius: 2 } } },
}
