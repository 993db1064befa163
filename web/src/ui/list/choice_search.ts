import { computed, shallowRef } from 'vue'
import { locale } from '@/shared/i18n/locale'
import { loadSpelling, type Spelling } from '@/shared/pinyin'
import type { Choice } from '../filter_field'

/** So many choices are looked through at a glance; more are searched. */
export const atAGlance = 12

type Found = Choice & Partial<Spelling>

/** Choices by name, pinyin, initials, the name in the other language, or code. */
export function useChoiceSearch(choices: () => Choice[]) {
  const spell = shallowRef<(text: string) => Spelling>()
  const spelled = computed<Found[]>(() => choices().map((choice) => ({ ...choice, ...spell.value?.(choice.label) })))

  return {
    /** Before the first search, and again for nothing. */
    async prepare() {
      spell.value ??= await loadSpelling()
    },
    find(text: string): Choice[] {
      const sought = text.trim().toLowerCase()
      return sought === '' ? choices() : spelled.value.filter((choice) => matches(choice, sought))
    },
  }
}

function matches({ label, value, also, full, initials }: Found, sought: string): boolean {
  const isIn = (text: string | undefined) => text?.toLowerCase().includes(sought)
  return Boolean(isIn(label) || isIn(also) || isIn(full?.trim()) || isIn(initials) || value.toLowerCase().startsWith(sought))
}

/** As people look a name up: by pinyin in Chinese; groups stay together in their order. */
export function sortedByName(choices: Choice[]): Choice[] {
  const names = new Intl.Collator(locale.value)
  const groups = [...new Set(choices.map(({ group }) => group))]
  return groups.flatMap((group) => choices.filter((choice) => choice.group === group).sort((a, b) => names.compare(a.label, b.label)))
}
