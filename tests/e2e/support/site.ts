// Where the browser finds the program. The port is fixed, so that a restarted server keeps the browser's origin.
const port = process.env.EXPOGATE_E2E_PORT ?? '4731'

export const siteUrl = `http://127.0.0.1:${port}`
export const siteSettings = { EXPOGATE_HTTP_PORT: port, EXPOGATE_HTTP_PUBLIC_URL: siteUrl }

export const browserArguments = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]
