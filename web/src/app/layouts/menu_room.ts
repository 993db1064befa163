import { onBeforeUnmount, ref } from 'vue'

/** How much room the side menu has: all of it, icons only below 1200 px, a drawer below 900 px. */
export function useMenuRoom() {
  const drawer = matchMedia('(width < 900px)')
  const icons = matchMedia('(width < 1200px)')
  const isDrawer = ref(drawer.matches)
  const isNarrow = ref(icons.matches)

  const followDrawer = () => (isDrawer.value = drawer.matches)
  const followIcons = () => (isNarrow.value = icons.matches)
  drawer.addEventListener('change', followDrawer)
  icons.addEventListener('change', followIcons)
  onBeforeUnmount(() => {
    drawer.removeEventListener('change', followDrawer)
    icons.removeEventListener('change', followIcons)
  })
  return { isDrawer, isNarrow }
}
