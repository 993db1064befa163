// Every route × every role, and the neighbour's things: who may not?
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { Cast, players, type Player } from '../../cast/cast.ts'
import { Server } from '../../support/server.ts'

interface Operation {
  operationId: string
  'x-permission': string
  'x-why'?: string
  parameters?: { name: string; in: string }[]
}

let server: Server
let cast: Cast
let operations: { method: string; path: string; operation: Operation }[]
beforeAll(async () => {
  server = await Server.start()
  cast = new Cast(server)
  const document = (await (await fetch(`${server.url}/api/openapi.json`)).json()) as { paths: Record<string, Record<string, Operation>> }
  operations = Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ method: method.toUpperCase(), path, operation })),
  )
})
afterAll(() => server.stop())

/** The routes that nobody needs to sign in for. Each has its reason; the list may only shrink. */
const openToEveryone = [
  'health_get', 'readiness_get', 'metrics_get', 'mailing_list_departure_get', 'mailing_list_leave', 'system_get', 'system_logo_get', 'account_link_lookup', 'account_link_totp_begin', 'account_link_use', 'openapi_get', 'docs_get', 'docs_style_get', 'captcha_create', 'session_create', 'session_get',
  'second_step_code_create', 'second_step_create', 'second_step_passkey_begin', 'second_step_passkey_create', 'password_recovery_code_create', 'password_recovery_create', 'edition_list', 'edition_get',
  'window_list', 'entry_option_list', 'catalogue_list', 'catalogue_item_list', 'trading_group_list_public', 'sandbox_message_list',
  // Registration comes before there is an account.
  'edition_text_list', 'payment_notice_take', 'payment_return_get', 'payment_return_post', 'sandbox_charge_get', 'sandbox_charge_pay',
  'licence_create', 'licence_get', 'licence_picture_get', 'registration_check', 'registration_code_create', 'registration_create', 'uscc_claim_code_create', 'uscc_claim_create',
  // Whoever was invited has none yet: the link that was sent speaks for them.
  'key_invitation_open',
  'one_click_preview_create', 'one_click_registration_create', 'consent_list',
  // Colleagues have none: their organization's link speaks for them.
  'colleague_invitation_get', 'colleague_photo_create', 'colleague_join',
  'e_badge_open', 'e_badge_photo_get', 'badge_check',
  // A device has no account: the supervisor's code speaks for it.
  'gate_pairing_create',
  // Reading the services board needs none.
  'article_list_published', 'article_get_published',
]

const filled = (path: string) => path.replace(/\{kind\}/, 'tour').replace(/\{id\}/, 'unknown')

/** Judged before anything else is looked at: a request without a body, for something that does not exist. */
async function statusFor(player: Player | 'nobody', method: string, path: string): Promise<number> {
  const client = player === 'nobody' ? cast.nobody() : await cast.as(player)
  return (await client.call(method, filled(path))).status
}

test('the routes open to everyone are exactly those on the list, each with its reason', () => {
  const open = operations.filter(({ operation }) => operation['x-permission'] === 'everyone')
  expect(open.map(({ operation }) => operation.operationId).sort()).toEqual([...openToEveryone].sort())
  for (const { operation } of open) expect(operation['x-why'], operation.operationId).toMatch(/\w{3}/)
})

test('nobody gets 401 from every other route', async () => {
  for (const { method, path, operation } of operations) {
    if (operation['x-permission'] === 'everyone') continue
    expect(await statusFor('nobody', method, path), operation.operationId).toBe(401)
  }
})

describe.each(Object.keys(players) as Player[])('%s', (player) => {
  test('is refused exactly where the permission is missing', async () => {
    const client = await cast.as(player)
    const { permissions } = (await client.get('/my/account')).body as { permissions: string[] }
    for (const { method, path, operation } of operations) {
      const needed = operation['x-permission']
      if (needed === 'everyone' || operation.operationId === 'session_end') continue
      const status = await statusFor(player, method, path)
      if (needed === 'oneself' || permissions.includes(needed)) expect(status, operation.operationId).not.toBe(403)
      else expect(status, operation.operationId).toBe(403)
    }
  })
})

test('roles hold what the table says: nobody but the administrator manages, the auditor changes nothing', async () => {
  const permissionsOf = async (player: Player) => (await (await cast.as(player)).get('/my/account')).body.permissions as string[]
  for (const player of ['acme', 'anna', 'exhibitor', 'zhangwei'] as const) expect(await permissionsOf(player)).toEqual([])
  expect(await permissionsOf('auditor')).toEqual(expect.arrayContaining(['see_audit', 'see_accounts']))
  expect((await permissionsOf('auditor')).filter((p) => /^(edit|manage|retry|unmask)/.test(p))).toEqual([])
  for (const player of ['reviewer', 'finance', 'badges', 'gates', 'editor', 'shanghai', 'haidian'] as const)
    expect(await permissionsOf(player)).not.toContain('manage_accounts')
})
