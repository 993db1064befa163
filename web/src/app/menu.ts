import { inject, provide, type Component, type InjectionKey } from 'vue'
import type { Feature } from './session'
import type { WindowKind } from '@/features/edition/window/windows'

/** One entry of an audience's menu. `label` is a function because it follows the language. */
export interface MenuItem {
  path: string
  label: () => string
  icon?: Component
  permission?: string
  /** Only where the fair has it (INS-01). */
  feature?: Feature
  /** No page yet: 敬请期待 with the opening date of this window, or without a date (EDN-03). */
  soon?: WindowKind | 'unscheduled'
  children?: MenuItem[]
}

const menuKey: InjectionKey<() => MenuItem[]> = Symbol('menu')

export function provideMenu(menu: () => MenuItem[]) {
  provide(menuKey, menu)
}

export function useMenu(): () => MenuItem[] {
  return inject(menuKey, () => [])
}

/** The way from the menu's top to the entry of a page: the longest path that the page's address starts with. */
export function trailTo(path: string, items: MenuItem[]): MenuItem[] {
  let best: MenuItem[] = []
  for (const item of items) {
    const below = trailTo(path, item.children ?? [])
    const candidate = below.length > 0 ? [item, ...below] : covers(item, path) ? [item] : []
    if ((candidate.at(-1)?.path.length ?? 0) > (best.at(-1)?.path.length ?? 0)) best = candidate
  }
  return best
}

function covers(item: MenuItem, path: string): boolean {
  return path === item.path || path.startsWith(`${item.path}/`)
}
