// A choice: of the browser's own select, or searched for where there are many.
import { expect, type Locator } from '@playwright/test'

/** By its words, or by its code. What is offered may still be coming, and with it the kind of control. */
export async function pick(control: Locator, wanted: { label: string } | string): Promise<void> {
  await expect(async () => {
    if (await control.evaluate((element) => element instanceof HTMLSelectElement)) return control.selectOption(wanted, { timeout: 1_000 })
    await control.fill(typeof wanted === 'string' ? wanted : wanted.label)
    const option = control.page().getByRole('listbox').getByRole('option')
    await (typeof wanted === 'string' ? option.first() : option.filter({ hasText: new RegExp(`^\\s*${wanted.label.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}\\s*$`) })).click({ timeout: 2_000 })
  }).toPass({ timeout: 20_000 })
}
