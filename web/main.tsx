import './styles/faces.css'
import './styles/tokens.css'
import './styles/base.css'
import './styles/controls.css'
import './styles/layout.css'
import { QueryClientProvider } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { asRefusal } from './api.ts'
import { memory } from './ask.ts'
import { router } from './router.tsx'

const OPEN = ['/sign-in', '/welcome', '/join']

// Whoever is not signed in, or no longer, is asked to; what they wanted to see is kept for afterwards.
memory.getQueryCache().subscribe((event) => {
  if (event.type !== 'updated' || event.action.type !== 'error') return
  const { pathname, href } = router.state.location
  if (asRefusal(event.action.error).status !== 401 || OPEN.includes(pathname)) return
  router.navigate({ to: '/sign-in', search: { to: href === '/' ? undefined : href }, replace: true })
})

const root = document.getElementById('root')
if (root) {
  createRoot(root).render(
    <StrictMode>
      <QueryClientProvider client={memory}>
        <RouterProvider router={router} />
      </QueryClientProvider>
    </StrictMode>,
  )
}

if (import.meta.env.PROD && 'serviceWorker' in navigator) {
  window.addEventListener('load', () => navigator.serviceWorker.register('/sw.js').catch(() => undefined))
}
