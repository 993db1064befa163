/**
 * A whole document or mobile number is somebody's identity: it stands in no address, neither the browser's nor the API's. To the
 * server it goes in a header; the address bar has a key of this tab's memory in its place.
 */
export const soughtNames: readonly string[] = ['document', 'mobile']

/** The request with what is sought in its headers. */
export function withSoughtInHeaders(request: Request): Request {
  const url = new URL(request.url)
  const sought = soughtNames.filter((name) => url.searchParams.has(name))
  if (request.method !== 'GET' || sought.length === 0) return request
  const headers = new Headers(request.headers)
  for (const name of sought) {
    headers.set(`Sought-${name}`, encodeURIComponent(url.searchParams.get(name)!))
    url.searchParams.delete(name)
  }
  return new Request(url, { method: 'GET', headers, credentials: request.credentials, signal: request.signal })
}
