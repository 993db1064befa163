import { beforeEach, describe, expect, it, vi, type MockInstance } from 'vitest'
import { ApiError } from '@/shared/api/problem'
import { api } from '@/shared/api/client'
import { useDraft } from './draft'
import type { Form, FormView } from './form_fields'

const form = { category: 'enterprise', name_zh: '甲公司', name_en: '', industries: [], employees: null, turnover_wan: null, purchase_needs: [] } as unknown as Form
const required = (field: string) => ({ field, code: 'field.required', message: '必填' })
const view = (changes: Partial<FormView> = {}): FormView => ({
  form,
  origin: 'domestic',
  state: 'draft',
  is_editable: true,
  step: 1,
  saved_at: null,
  problems: [required('address'), required('contact_name')],
  is_sme_by_figures: null,
  version: 0,
  ...changes,
})

let put: MockInstance<typeof api.PUT>
let get: MockInstance<typeof api.GET>
const sentVersions = () => (put.mock.calls as unknown as [string, { headers: Record<string, string> }][]).map(([, { headers }]) => headers['If-Match'])
const answers = (data: FormView) => Promise.resolve({ data }) as never

beforeEach(() => {
  put = vi.spyOn(api, 'PUT')
  get = vi.spyOn(api, 'GET')
})

describe('the draft (ORG-04)', () => {
  it('is saved on the version that it was loaded with, one save after the other', async () => {
    put.mockImplementationOnce(() => answers(view({ version: 1 }))).mockImplementationOnce(() => answers(view({ version: 2 })))
    const draft = useDraft(view())
    draft.form.name_en = 'A Ltd'
    expect(draft.isChanged).toBe(true)
    await Promise.all([draft.save(1), draft.save(2)])
    expect(sentVersions()).toEqual(['"0"', '"1"'])
    expect(draft.isChanged).toBe(false)
  })

  it('keeps what was typed while a save was on its way', async () => {
    const draft = useDraft(view())
    put.mockImplementation(() => {
      draft.form.name_zh = '乙公司'
      return answers(view({ version: 1 }))
    })
    await draft.save(1)
    expect(draft.form.name_zh).toBe('乙公司')
    expect(draft.isChanged).toBe(true)
  })

  it('shows the newer one when somebody saved first, and loses nothing of either', async () => {
    const theirs = view({ version: 5, form: { ...form, name_zh: '别人写的' } })
    put.mockRejectedValueOnce(new ApiError(412, { code: 'resource.stale' }))
    get.mockImplementation(() => answers(theirs))
    const draft = useDraft(view())
    draft.form.name_zh = '我写的'
    expect(await draft.save(1)).toBe(false)
    expect([draft.form.name_zh, draft.newer?.form.name_zh]).toEqual(['我写的', '别人写的'])

    put.mockImplementationOnce(() => answers(view({ version: 6 })))
    await draft.merge(1, [])
    expect(sentVersions().at(-1)).toBe('"5"')
    expect(draft.newer).toBeNull()
    expect(draft.form.name_zh).toBe('我写的')
  })

  it('takes of the newer one what is chosen', async () => {
    put.mockRejectedValueOnce(new ApiError(412, {}))
    get.mockImplementation(() => answers(view({ version: 5, form: { ...form, name_zh: '别人写的' } })))
    const draft = useDraft(view())
    draft.form.name_en = 'Mine'
    await draft.save(1)
    put.mockImplementationOnce(() => answers(view({ version: 6 })))
    await draft.merge(1, ['name_zh'])
    expect([draft.form.name_zh, draft.form.name_en]).toEqual(['别人写的', 'Mine'])
    expect(draft.isChanged).toBe(false)
  })

  it('tells another refusal as it is', async () => {
    put.mockRejectedValue(new ApiError(409, { code: 'edition.window_closed' }))
    const draft = useDraft(view())
    expect(await draft.save(1)).toBe(false)
    expect((draft.failure as ApiError).code).toBe('edition.window_closed')
  })
})

describe('problems', () => {
  it('are shown at a field only after its step was left', () => {
    const draft = useDraft(view())
    expect(draft.errorOf('address')).toBeUndefined()
    draft.leave(1)
    expect(draft.errorOf('address')).toBe('必填')
    expect(draft.errorOf('contact_name')).toBeUndefined()
    expect(draft.problems).toHaveLength(2)
  })

  it('are all shown to somebody who comes back to a returned form', () => {
    expect(useDraft(view({ state: 'returned' })).shownProblems).toHaveLength(2)
  })

  it('end as soon as their field is changed', () => {
    const draft = useDraft(view({ state: 'returned' }))
    draft.form.address = '世纪大道 100 号'
    expect(draft.errorOf('address')).toBeUndefined()
  })

  it('in a list belong to the field of the list', () => {
    const draft = useDraft(view({ state: 'returned', problems: [required('purchase_needs[0].area_code')] }))
    expect(draft.errorOf('purchase_needs[0].area_code')).toBe('必填')
    expect(draft.errorIn('purchase_needs')).toBe('必填')
  })

  it('found at the very end take the place of the earlier ones', () => {
    const draft = useDraft(view())
    draft.showProblems([required('uscc')])
    expect(draft.errorOf('uscc')).toBe('必填')
  })
})

it('offers the answer by figures only while the figures are those it was given for', () => {
  const draft = useDraft(view({ is_sme_by_figures: true }))
  expect(draft.isSmeByFigures).toBe(true)
  draft.form.employees = 4500
  expect(draft.isSmeByFigures).toBeNull()
})

it('fixes code, category and group after the approval (ORG-08)', () => {
  const draft = useDraft(view({ state: 'approved' }))
  expect((['uscc', 'category', 'trading_group_id', 'name_zh'] as const).map(draft.isFixed)).toEqual([true, true, true, false])
})
