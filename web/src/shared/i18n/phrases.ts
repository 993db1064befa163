import { locale } from './locale'

/** How each language joins what stands beside each other: Chinese with full-width marks and no blanks. */
const isEnglish = () => locale.value === 'en'

/** `审核意见：同意`, `Comments: approved`. */
export const labelled = (label: string, text: string | number) => (isEnglish() ? `${label}: ${text}` : `${label}：${text}`)

/** `推荐码（选填）`, `Referral code (optional)`. */
export const withNote = (text: string, note: string) => (isEnglish() ? `${text} (${note})` : `${text}（${note}）`)

/** The title of a document: `《隐私政策》`, `Privacy policy`. */
export const titled = (title: string) => (isEnglish() ? title : `《${title}》`)

/** `食品、汽车`, `Food, Cars`. */
export const listed = (words: readonly string[]) => words.join(isEnglish() ? ', ' : '、')
