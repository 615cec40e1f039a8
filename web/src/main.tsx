import '@fontsource-variable/inter/wght.css'
import CssBaseline from '@mui/material/CssBaseline'
import { ThemeProvider } from '@mui/material/styles'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { Provider } from 'react-redux'
import { BrowserRouter } from 'react-router'
import { present } from '#kernel/assert.ts'
import { App } from './app.tsx'
import { AdoptedStyles } from './design/adopted-styles.tsx'
import { theme } from './design/theme.ts'
import { adoptLook, keptLook } from './preferences/adopt-look.ts'
import { store } from './store.ts'

const look = keptLook()
// German is a chunk of its own, and a page in two languages is none.
await adoptLook(look)

createRoot(present(document.querySelector('#root'), 'index.html has a #root')).render(
  <StrictMode>
    <AdoptedStyles>
      <Provider store={store}>
        <ThemeProvider theme={theme} defaultMode={look.theme} storageManager={null} noSsr>
          <CssBaseline enableColorScheme />
          <BrowserRouter>
            <App />
          </BrowserRouter>
        </ThemeProvider>
      </Provider>
    </AdoptedStyles>
  </StrictMode>,
)
