import type { FieldError, Schemas } from './types'

/** Every answer that is not a success, and a server that cannot be reached (status 0). */
export class ApiError extends Error {
  readonly status: number
  readonly code: string
  readonly requestId: string | null
  readonly errors: FieldError[]
  readonly details: Record<string, unknown>

  constructor(status: number, problem: Partial<Schemas['Problem']>) {
    super(problem.detail ?? problem.title ?? `HTTP ${status}`)
    this.status = status
    this.code = problem.code ?? (status === 0 ? 'network.unreachable' : 'server.error')
    this.requestId = problem.request_id ?? null
    this.errors = problem.errors ?? []
    this.details = problem.details ?? {}
  }

  /** No definite answer came: whether the request was carried out is unknown. */
  get isUncertain(): boolean {
    return this.status === 0 || this.status >= 500
  }
}

export async function problemOf(response: Response): Promise<ApiError> {
  const isProblem = response.headers.get('content-type')?.includes('json') ?? false
  return new ApiError(response.status, isProblem ? await response.clone().json() : {})
}
