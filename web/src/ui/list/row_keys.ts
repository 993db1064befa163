import { onBeforeUnmount, onMounted, ref, watch, type Ref } from 'vue'

/** Single letters disturb those who speak or whose hand slips, so they can be turned off (WCAG 2.1.4). */
const offKey = 'expogate.row_keys_off'
export const areRowKeysOn = ref(localStorage.getItem(offKey) === null)
watch(areRowKeysOn, (isOn) => (isOn ? localStorage.removeItem(offKey) : localStorage.setItem(offKey, 'yes')))

const typing = 'input:not([type=checkbox]), textarea, select, [contenteditable], [role=combobox], [role=menu]'
const above = 'dialog[open], [role=dialog], [popover]:popover-open'

const isTyping = ({ target }: KeyboardEvent) => target instanceof Element && target.closest(typing) !== null
const isSomethingAbove = () => document.querySelector(above) !== null

/** J and K move between the rows of a list, X selects, Enter does what a row is opened for, ? shows the keys. */
export function useRowKeys(list: Ref<HTMLElement | null>, showKeys: () => void) {
  const rows = () => [...(list.value?.querySelectorAll<HTMLElement>('tr[data-row]') ?? [])]
  const present = () => document.activeElement?.closest<HTMLElement>('tr[data-row]') ?? null

  function move(by: number) {
    const all = rows()
    const at = all.indexOf(present()!)
    const row = at === -1 ? all[0] : all[Math.min(Math.max(at + by, 0), all.length - 1)]
    row?.focus()
    row?.scrollIntoView?.({ block: 'nearest' })
  }

  const actions: Record<string, () => void> = {
    j: () => move(1),
    k: () => move(-1),
    x: () => present()?.querySelector<HTMLElement>('.selection input')?.click(),
    '?': showKeys,
  }

  function press(event: KeyboardEvent) {
    if (event.defaultPrevented || event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return
    if (!areRowKeysOn.value || isTyping(event) || isSomethingAbove() || !isOwn()) return
    // On a button or link within the row Enter is already theirs.
    const action = event.key === 'Enter' && event.target === present() ? open : actions[event.key.toLowerCase()]
    if (!action) return
    event.preventDefault()
    action()
  }

  const open = () => present()?.querySelector<HTMLElement>('.row-actions :is(button, a), td a')?.click()

  /** Of several lists on a page the one that the keyboard is in, or the first. */
  function isOwn() {
    const one = document.activeElement?.closest('.list-page') ?? document.querySelector('.list-page')
    return one === list.value
  }

  onMounted(() => document.addEventListener('keydown', press))
  onBeforeUnmount(() => document.removeEventListener('keydown', press))
}
