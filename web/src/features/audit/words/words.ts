import { auditWords } from './messages'

const wordsIn = (words: Record<string, string>, code: string) => words[code] ?? code

/** What was done, in words; tools/tidy.mjs sees to it that every code of the program has some. */
export const actionWords = (action: string) => wordsIn(auditWords.actions, action)
export const subjectWords = (kind: string) => wordsIn(auditWords.subjects, kind)
