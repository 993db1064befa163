import type { Translation } from '@/shared/i18n/messages'
import type { chinese } from './messages'

export default { registration: 'Online registration' } satisfies Translation<typeof chinese>
