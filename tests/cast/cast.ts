// The people of the demonstration: who plays in the tests, by the names the tests call them.
import { Client, type Schemas } from '../support/client.ts'
import { Server } from '../support/server.ts'

export const password = 'Expo#2025demo'

/** The account of each player. `haidian` is a subgroup of Beijing; `acme` is a visitor's contact. */
export const players = {
  bureau: { door: 'bureau', name: 'bureau' },
  reviewer: { door: 'bureau', name: 'bureau-review' },
  finance: { door: 'bureau', name: 'bureau-finance' },
  badges: { door: 'bureau', name: 'bureau-badge' },
  gates: { door: 'bureau', name: 'bureau-gate' },
  editor: { door: 'bureau', name: 'bureau-editor' },
  auditor: { door: 'bureau', name: 'bureau-audit' },
  shanghai: { door: 'group', name: 'shanghaijiaoyituan' },
  shanghaiOperator: { door: 'group', name: 'shanghaijiaoyituan-op' },
  shanghaiViewer: { door: 'group', name: 'shanghaijiaoyituan-view' },
  beijing: { door: 'group', name: 'beijingjiaoyituan' },
  haidian: { door: 'group', name: 'beijinghaidianfentuan' },
  acme: { door: 'visitor', name: '91310115MA1K35XY5H' },
  anna: { door: 'visitor', name: 'anna@nordwind.example' },
  exhibitor: { door: 'exhibitor', name: 'exhibitor-demo' },
  zhangwei: { door: 'attendee', name: '13900009999' },
} as const

export type Player = keyof typeof players

export class Cast {
  private readonly signedIn = new Map<Player, Promise<Client>>()
  constructor(readonly server: Server) {}

  static async on(server: Server): Promise<Cast> {
    return new Cast(server)
  }

  nobody(): Client {
    return new Client(this.server.url)
  }

  /** Signs in once; codes by SMS are limited to one a minute. */
  async as(player: Player): Promise<Client> {
    const known = this.signedIn.get(player) ?? this.signIn(player)
    this.signedIn.set(player, known)
    return known
  }

  async signIn(player: Player, secret = password): Promise<Client> {
    const client = this.nobody()
    const session = await firstStep(client, player, secret)
    if (session.state === 'second_step') await secondStep(client)
    return client
  }
}

export async function firstStep(client: Client, player: Player, secret = password): Promise<Schemas['SessionView']> {
  const answer = await client.post<Schemas['SessionView']>('/session', { ...players[player], password: secret })
  if (answer.status !== 200) throw new Error(`${player} cannot sign in: ${JSON.stringify(answer.body)}`)
  client.csrf = answer.body.csrf_token
  return answer.body
}

export async function secondStep(client: Client): Promise<Schemas['SessionView']> {
  const sent = await client.post<Schemas['CodeSent']>('/session/second_step_codes')
  if (sent.status !== 200) throw new Error(`no code was sent: ${JSON.stringify(sent.body)}`)
  const answer = await client.post<Schemas['SessionView']>('/session/second_step', { method: 'sms', code: await newestCode(client) })
  if (answer.status !== 200) throw new Error(`the code was refused: ${JSON.stringify(answer.body)}`)
  client.csrf = answer.body.csrf_token
  return answer.body
}

/** The six digits of the newest message in the sandbox outbox, or of the newest to one receiver. */
export async function newestCode(client: Client, to = ''): Promise<string> {
  const query = to ? `?to=${encodeURIComponent(to)}` : ''
  const outbox = await client.get<Schemas['PageOf_ReadableMessage']>(`/sandbox/messages${query}`)
  const code = /(?<!\d)\d{6}(?!\d)/.exec(outbox.body.items[0]?.body ?? '')?.[0]
  if (!code) throw new Error('the outbox holds no code')
  return code
}
