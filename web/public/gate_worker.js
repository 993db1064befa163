// Lets the gate's page start without network. Its files carry a hash of their content, so a kept one is never stale; the
// page itself is asked for anew whenever the network answers.
const keptName = 'expogate-gate'
const page = '/gate'

self.addEventListener('install', (event) => event.waitUntil(keep([page]).then(() => self.skipWaiting())))
self.addEventListener('activate', (event) => event.waitUntil(self.clients.claim()))
self.addEventListener('message', (event) => event.waitUntil(keep(event.data)))
self.addEventListener('fetch', (event) => {
  const { pathname } = new URL(event.request.url)
  if (event.request.mode === 'navigate') event.respondWith(fromNetwork(event.request))
  else if (pathname.startsWith('/assets/')) event.respondWith(fromKept(event.request))
})

async function keep(addresses) {
  const kept = await caches.open(keptName)
  for (const address of addresses) if (address === page || !(await kept.match(address))) await kept.add(address)
}

async function fromNetwork(request) {
  try {
    return await fetch(request)
  } catch {
    return (await caches.match(page)) ?? Response.error()
  }
}

async function fromKept(request) {
  const found = await caches.match(request)
  if (found) return found
  const answer = await fetch(request)
  if (answer.ok) await (await caches.open(keptName)).put(request, answer.clone())
  return answer
}
