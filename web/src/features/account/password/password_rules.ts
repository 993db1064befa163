import { signInMessages as m } from '../sign_in/messages'

/** ACC-02; the server also knows the common passwords. */
export const passwordRules = [
  { label: () => m.passwordRules.length, holds: (password: string) => [...password].length >= 8 },
  { label: () => m.passwordRules.letter, holds: (password: string) => /[a-z]/i.test(password) },
  { label: () => m.passwordRules.digit, holds: (password: string) => /\d/.test(password) },
  { label: () => m.passwordRules.symbol, holds: (password: string) => /[^a-z\d\s]/i.test(password) },
]
