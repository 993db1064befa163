// Every page of the site, asked from the router itself, so that a new page is tested without being listed here.
import type { Page } from '@playwright/test'
import type { Player } from '../../cast/cast.ts'
import { settled } from './stage.ts'

/** Real values for the parts of a path that vary; a new one must be added here before its page can be opened. */
const parts: Record<string, string> = {
  ':article': 'guide_register',
  ':id': '8',
  ':kind': 'visit_purpose',
  ':number': 'V00000000000000000000000000',
  ':rest(.*)*': 'no_such_page',
}

const visitorOfDoor: Record<string, Player | null> = { bureau: 'bureau', group: 'shanghai', visitor: 'anna', exhibitor: 'exhibitor' }

export interface PagePath {
  path: string
  player: Player | null
}

interface RouterOfPage {
  __vue_app__: { config: { globalProperties: { $router: { push(path: string): Promise<unknown>; getRoutes(): { path: string; redirect?: unknown; children: unknown[] }[] } } } }
}

/** Sets out for another page; whether one gets there is for what the page asks. */
export async function setOutFor(page: Page, path: string): Promise<void> {
  await page.evaluate((to) => void (document.querySelector('#app') as unknown as RouterOfPage).__vue_app__.config.globalProperties.$router.push(to), path)
}

/** To another page as a link does, so that going back stays within the document. */
export async function goWithin(page: Page, path: string): Promise<void> {
  await page.evaluate((to) => (document.querySelector('#app') as unknown as RouterOfPage).__vue_app__.config.globalProperties.$router.push(to), path)
}

export async function allPages(page: Page): Promise<PagePath[]> {
  await page.goto('/')
  await settled(page)
  const paths = await page.evaluate(() => {
    const { $router } = (document.querySelector('#app') as unknown as RouterOfPage).__vue_app__.config.globalProperties
    // A route with children is only the frame of its first child, which has the same path.
    return $router.getRoutes().filter(({ redirect, children }) => !redirect && children.length === 0).map(({ path }) => path)
  })
  return paths.map((path) => ({ path: withRealParts(path), player: visitorOfDoor[path.split('/')[1]!] ?? null }))
}

function withRealParts(path: string): string {
  return path
    .split('/')
    .map((part) => {
      if (part.startsWith(':') && !parts[part]) throw new Error(`routes.ts has no value for ${part} in ${path}`)
      return parts[part] ?? part
    })
    .join('/')
}
