import { createTheme, type Theme } from '@mui/material/styles'
import { componentStyles } from './component-styles.ts'
import { PALETTE } from './palette.ts'

declare module '@mui/material/styles' {
  interface Palette {
    /** Borders of things that can be operated: 3:1 against what is around them. */
    control: string
    series: Record<string, string>
  }
  interface PaletteOptions {
    control: string
    series: Record<string, string>
  }
}

export const NAV_WIDTH = 208
export const RAIL_WIDTH = 56
export const RAIL_BELOW = 1200
export const PHONE_BELOW = 600
export const MONO = 'ui-monospace, SFMono-Regular, Menlo, Consolas, monospace'

/** "Ruled Ledger": hairlines and alignment give the structure; only what floats casts a shadow. */
export const theme: Omit<Theme, 'applyStyles'> = createTheme({
  cssVariables: { colorSchemeSelector: 'data-theme' },
  colorSchemes: { light: { palette: paletteOf('light') }, dark: { palette: paletteOf('dark') } },
  shape: { borderRadius: 3 },
  spacing: 4,
  typography: {
    fontFamily: "'Inter Variable', system-ui, -apple-system, 'Segoe UI', sans-serif",
    htmlFontSize: 16,
    h1: { fontSize: 16, lineHeight: '24px', fontWeight: 600, letterSpacing: '-0.006em' },
    h2: { fontSize: 14, lineHeight: '20px', fontWeight: 600 },
    h3: { fontSize: 13, lineHeight: '20px', fontWeight: 600 },
    body1: { fontSize: 14, lineHeight: '20px' },
    body2: { fontSize: 13, lineHeight: '20px' },
    caption: { fontSize: 12, lineHeight: '16px' },
    overline: {
      fontSize: 11,
      lineHeight: '16px',
      fontWeight: 500,
      textTransform: 'none',
      letterSpacing: '0.01em',
    },
    button: { fontSize: 13, lineHeight: '20px', fontWeight: 500, textTransform: 'none' },
  },
  components: componentStyles,
})

function paletteOf(scheme: 'light' | 'dark') {
  const { bg, paper, text, second, rule, control, primary, positive, negative, warning, series } =
    PALETTE[scheme]
  const contrastText = scheme === 'light' ? '#FFFFFF' : bg
  return {
    background: { default: bg, paper },
    text: { primary: text, secondary: second },
    divider: rule,
    control,
    primary: { main: primary, contrastText },
    success: { main: positive, contrastText },
    error: { main: negative, contrastText },
    warning: { main: warning, contrastText },
    series: Object.fromEntries(series.map((colour, at) => [String(at + 1), colour])),
  }
}
