import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import '../theme/global.css'
import { loadAppInfo } from '../stores/app-info-store.ts'
import { App } from './App.tsx'

const root = document.querySelector('#root')
if (root === null) throw new Error('index.html has no element with the id "root"')

// Before anything is drawn: main begins to load the bulk of the app when the page asks for the first time.
void loadAppInfo()

createRoot(root).render(
  <StrictMode>
    <App />
  </StrictMode>,
)
