import { useCaptcha } from '@/features/account/captcha/captcha'
import { answerOf, api } from '@/shared/api/client'
import { ApiError } from '@/shared/api/problem'
import type { Registration } from './registration'

type Checked = 'uscc' | 'invitation_code'

/**
 * Asks of an answer, as soon as its field is left, what registering with it would say (ORG-02, GRP-01); the same answer is asked
 * once. What cannot be asked now is said when the form is sent.
 */
export function useRegistrationCheck(values: Registration, tell: (field: Checked, refusal: ApiError) => void) {
  const captcha = useCaptcha()
  const asked = new Set<string>()

  async function check(field: Checked) {
    const answer = values[field]
    if (answer === '' || asked.has(field + answer)) return
    asked.add(field + answer)
    try {
      await answerOf(api.POST('/registration_checks', { body: { origin: values.origin, [field]: answer, captcha: await captcha.solveOne() } }))
    } catch (error) {
      if (!(error instanceof ApiError)) throw error
      if (error.isUncertain || error.status === 429) asked.delete(field + answer)
      else if (values[field] === answer) tell(field, error)
    }
  }

  return { check, progress: captcha.progress }
}
