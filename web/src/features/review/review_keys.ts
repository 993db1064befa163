import { onBeforeUnmount, onMounted, type Ref } from 'vue'
import { verdicts, type Verdict } from './verdict'

/** 1, 2, 3 choose the verdict, Ctrl or Cmd with Enter decides and goes on: in the drawer, not where one types or in a dialog over it. */
export function useReviewKeys(root: Ref<HTMLElement | null>, actions: { choose: (verdict: Verdict) => void; decide: () => void }) {
  function press(event: KeyboardEvent) {
    const place = event.target as Element
    if (place.closest('dialog') !== root.value?.closest('dialog')) return
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      event.preventDefault()
      actions.decide()
      return
    }
    const verdict = verdicts[Number(event.key) - 1]
    const isPlain = !event.ctrlKey && !event.metaKey && !event.altKey
    if (verdict && isPlain && !place.matches('textarea, select, input:not([type=radio])')) actions.choose(verdict)
  }

  onMounted(() => document.addEventListener('keydown', press))
  onBeforeUnmount(() => document.removeEventListener('keydown', press))
}
