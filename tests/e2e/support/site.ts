// Where the browser finds the program: each worker has a port, which stays when its server is restarted, as the browser
// keeps what it knows by origin.
const port = String(Number(process.env.EXPOGATE_E2E_PORT ?? 4731) + Number(process.env.TEST_PARALLEL_INDEX ?? 0))

export const siteUrl = `http://127.0.0.1:${port}`
export const siteSettings = { EXPOGATE_HTTP_PORT: port, EXPOGATE_HTTP_PUBLIC_URL: siteUrl }

/** Chromium without windows: it draws the same with a third less work. */
export const browserProgram = process.env.CHROME_PATH ?? '/usr/bin/chromium-headless-shell'

export const browserArguments = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  // One process for all pages of the site.
  '--process-per-site',
]
