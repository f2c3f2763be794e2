import '@fontsource-variable/inter/opsz.css'
import './theme/tokens.css'
import './theme/base.css'
import { Direction } from 'radix-ui'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { language } from '../shared/words/language.ts'
import { connectActions } from './actions/shortcuts.ts'
import { App } from './app.tsx'
import { guardPresses } from './controls/press-guard.ts'
import { askBeforeWindowCloses } from './frame/closing.ts'
import { noticeCrashRecovery } from './frame/crash-notice.ts'
import { connect } from './state/book.ts'

const root = document.getElementById('root')
if (root === null) throw new Error('index.html has no #root')
connect()
guardPresses()
connectActions()
askBeforeWindowCloses()
noticeCrashRecovery()
createRoot(root).render(
  <StrictMode>
    <Direction.Provider dir={language().direction}>
      <App />
    </Direction.Provider>
  </StrictMode>,
)
