import { useQuery } from '@tanstack/vue-query'
import { computed } from 'vue'
import { shownEdition } from '@/app/session'
import { answerOf, api } from '@/shared/api/client'
import type { Schemas } from '@/shared/api/types'
import { localized } from '@/shared/i18n/messages'

export type EditionText = Schemas['EditionText']

export function useEditionTexts(edition: () => string) {
  return useQuery({
    queryKey: ['edition_texts', computed(edition)],
    queryFn: () => answerOf(api.GET('/editions/{id}/texts', { params: { path: { id: edition() } } })),
  })
}

/** A text of the shown edition in the reader's language, line by line. */
export function useEditionLines(kind: EditionText['kind']) {
  const texts = useEditionTexts(() => shownEdition.value?.id ?? '')
  return computed(() => {
    const text = texts.data.value?.items.find((each) => each.kind === kind)
    return text ? linesOf(localized(text, 'text')) : []
  })
}

export function linesOf(text: string): string[] {
  return text.split('\n').map((line) => line.trim()).filter(Boolean)
}
