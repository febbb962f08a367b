// Keeps the shell, so that the page opens without a network and can say since when. Never keeps an answer
// of the server: people's mail is not left in a browser's cache.
const SHELL = 'rapport-shell-1'

self.addEventListener('install', (event) => {
  event.waitUntil(
    caches
      .open(SHELL)
      .then((cache) => cache.addAll(['/', '/theme.js', '/icon.svg']))
      .then(() => self.skipWaiting()),
  )
})

self.addEventListener('activate', (event) => {
  event.waitUntil(
    caches
      .keys()
      .then((names) => Promise.all(names.filter((name) => name !== SHELL).map((name) => caches.delete(name))))
      .then(() => self.clients.claim()),
  )
})

self.addEventListener('fetch', (event) => {
  const { request } = event
  const url = new URL(request.url)
  if (request.method !== 'GET' || url.origin !== location.origin || url.pathname.startsWith('/api/')) return
  if (request.mode === 'navigate') {
    event.respondWith(
      fetch(request)
        .then((answer) => {
          if (answer.ok && answer.headers.get('content-type')?.includes('text/html')) {
            const copy = answer.clone()
            caches.open(SHELL).then((cache) => cache.put('/', copy))
          }
          return answer
        })
        .catch(() => caches.match('/')),
    )
    return
  }
  if (url.pathname.startsWith('/assets/')) {
    event.respondWith(
      caches.match(request).then(
        (kept) =>
          kept ??
          fetch(request).then((answer) => {
            if (answer.ok) {
              const copy = answer.clone()
              caches.open(SHELL).then((cache) => cache.put(request, copy))
            }
            return answer
          }),
      ),
    )
  }
})
