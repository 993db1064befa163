import { onBeforeUnmount, onMounted, type Ref } from 'vue'

/** Tells when a pointer or the focus goes elsewhere, so that what floats can close. */
export function onOutside(root: Readonly<Ref<HTMLElement | null>>, leave: () => void) {
  const check = (event: Event) => {
    if (!root.value?.contains(event.target as Node)) leave()
  }
  onMounted(() => {
    document.addEventListener('pointerdown', check)
    document.addEventListener('focusin', check)
  })
  onBeforeUnmount(() => {
    document.removeEventListener('pointerdown', check)
    document.removeEventListener('focusin', check)
  })
}

const gapPx = 4

/** Puts an element of the top layer under its button, or above it where there is no room below. */
export function placeBelow(button: HTMLElement, floating: HTMLElement) {
  floating.showPopover?.()
  const at = button.getBoundingClientRect()
  const { offsetHeight: height, offsetWidth: width } = floating
  const below = at.bottom + gapPx
  const top = below + height <= window.innerHeight ? below : Math.max(gapPx, at.top - gapPx - height)
  const left = Math.max(gapPx, Math.min(at.right - width, window.innerWidth - width - gapPx))
  floating.style.top = `${top}px`
  floating.style.left = `${left}px`
}
