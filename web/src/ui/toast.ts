import { readonly, ref } from 'vue'

const shownMs = 4000
const texts = ref<{ id: number; text: string }[]>([])
let lastId = 0

export const toasts = readonly(texts)

/** Only successes are told in passing; a failure stays on the page where it belongs. */
export function showToast(text: string) {
  const id = ++lastId
  texts.value.push({ id, text })
  setTimeout(() => {
    texts.value = texts.value.filter((toast) => toast.id !== id)
  }, shownMs)
}
