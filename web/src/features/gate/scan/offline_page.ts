/** Keeps this page and what it has loaded in the browser, so that a reload without network still finds a gate. */
export async function keepPageForOffline() {
  if (!('serviceWorker' in navigator)) return
  await navigator.serviceWorker.register('/gate_worker.js', { scope: '/gate' })
  const { active } = await navigator.serviceWorker.ready
  const loaded = performance.getEntriesByType('resource').map(({ name }) => name)
  active?.postMessage(loaded.filter((name) => new URL(name).pathname.startsWith('/assets/')))
}
