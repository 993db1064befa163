// What the page asks of the browser's own dialogs, and what it hands on: bytes travel as base64url.
import { ApiError } from '@/shared/api/problem'
import type { Schemas } from '@/shared/api/types'
import { passkeyMessages as m } from './messages'

type Bytes = Uint8Array<ArrayBuffer>

export function bytesOf(text: string): Bytes {
  const binary = atob(text.replaceAll('-', '+').replaceAll('_', '/'))
  return Uint8Array.from(binary, (character) => character.charCodeAt(0))
}

export function textOf(bytes: ArrayBuffer): string {
  const binary = Array.from(new Uint8Array(bytes), (byte) => String.fromCharCode(byte)).join('')
  return btoa(binary).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '')
}

/** Browsers have passkeys on pages that came by TLS, and on those of this very computer. */
export const hasPasskeys = () => typeof window.PublicKeyCredential === 'function'

/** `smart_card` on the wire, `smart-card` in the browser. */
const descriptor = ({ id, transports }: Schemas['PasskeyDescriptor']): PublicKeyCredentialDescriptor => ({
  type: 'public-key',
  id: bytesOf(id),
  transports: transports.map((each) => each.replace('_', '-') as AuthenticatorTransport),
})

/** Why the browser gave nothing, told like a refusal of the server: at the form that asked. */
function refusal(error: unknown): unknown {
  if (!(error instanceof DOMException)) return error
  const isKnown = error.name === 'InvalidStateError'
  const message = isKnown ? m.alreadyThere : error.name === 'NotAllowedError' ? m.cancelled : m.failed
  return new ApiError(422, { code: 'passkey.browser', errors: [{ field: 'passkey', code: 'passkey.browser', message }] })
}

async function asked(ask: () => Promise<Credential | null>): Promise<PublicKeyCredential> {
  try {
    const credential = await ask()
    if (credential instanceof PublicKeyCredential) return credential
  } catch (error) {
    throw refusal(error)
  }
  throw refusal(new DOMException('no credential', 'NotAllowedError'))
}

const knownTransports = ['ble', 'hybrid', 'internal', 'nfc', 'smart_card', 'usb'] as const
type Transport = (typeof knownTransports)[number]

export async function makePasskey(options: Schemas['PasskeyCreation']): Promise<Omit<Schemas['PasskeyMade'], 'name'>> {
  const credential = await asked(() =>
    navigator.credentials.create({
      publicKey: {
        challenge: bytesOf(options.challenge),
        rp: { id: options.relying_party, name: options.relying_party_name },
        user: { id: bytesOf(options.user_id), name: options.user_name, displayName: options.user_name },
        pubKeyCredParams: options.algorithms.map((alg) => ({ type: 'public-key', alg })),
        excludeCredentials: options.known.map(descriptor),
        authenticatorSelection: { residentKey: 'discouraged', userVerification: 'preferred' },
        attestation: 'none',
      },
    }),
  )
  const response = credential.response as AuthenticatorAttestationResponse
  const transports = response.getTransports().map((each) => each.replace('-', '_'))
  return {
    client_data_json: textOf(response.clientDataJSON),
    authenticator_data: textOf(response.getAuthenticatorData()),
    transports: transports.filter((each): each is Transport => (knownTransports as readonly string[]).includes(each)),
  }
}

export async function askPasskey(question: Schemas['PasskeyQuestion']): Promise<Schemas['PasskeyProof']> {
  const credential = await asked(() =>
    navigator.credentials.get({
      publicKey: {
        challenge: bytesOf(question.challenge),
        rpId: question.relying_party,
        allowCredentials: question.allowed.map(descriptor),
        userVerification: 'preferred',
      },
    }),
  )
  const response = credential.response as AuthenticatorAssertionResponse
  return {
    credential_id: textOf(credential.rawId),
    client_data_json: textOf(response.clientDataJSON),
    authenticator_data: textOf(response.authenticatorData),
    signature: textOf(response.signature),
  }
}
