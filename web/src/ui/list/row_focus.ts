/** The keyboard goes on at the row where a drawer was opened, or at the table when that row has left the list. */
export function focusRow(id: string) {
  const place = document.querySelector<HTMLElement>(`tr[data-row="${id}"] .row-actions :is(button, a)`) ?? document.querySelector<HTMLElement>('.scroller')
  place?.focus()
}
