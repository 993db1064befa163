import { describe, expect, it, vi } from 'vitest'
import { ApiError } from './api/problem'
import { useEditForm } from './edit_form'
import { useForm } from './form'

const refusal = (field: string) => new ApiError(422, { errors: [{ field, code: 'x', message: '请填写' }] })

describe('a form', () => {
  it('keeps what was typed and puts each error at its field', async () => {
    const form = useForm({ initial: { name: '', prices: [1] }, submit: () => Promise.reject(refusal('prices[0].fee_fen')) })
    form.values.name = '上海'
    await form.submit()
    expect(form.values.name).toBe('上海')
    expect(form.errors).toEqual({ 'prices[0].fee_fen': '请填写' })
    expect(form.failure).toBeNull()
    expect(form.busy).toBe(false)
  })

  it('knows its fields also where it is a member of what was sent', async () => {
    const form = useForm({ initial: { name_zh: '' }, submit: () => Promise.reject(refusal('form.name_zh')) })
    await form.submit()
    expect(form.errors).toEqual({ name_zh: '请填写' })
  })

  it('shows what belongs to no field as a failure, and forgets it with the next try', async () => {
    const submit = vi.fn().mockRejectedValueOnce(new ApiError(503, {})).mockResolvedValueOnce('ok')
    const done = vi.fn()
    const form = useForm({ initial: {}, submit, done })
    await form.submit()
    expect(form.failure).toBeInstanceOf(ApiError)
    await form.submit()
    expect(form.failure).toBeNull()
    expect(done).toHaveBeenCalledExactlyOnceWith('ok')
  })

  it('is not sent twice by a double click', async () => {
    let finish = () => {}
    const submit = vi.fn(() => new Promise<void>((resolve) => (finish = resolve)))
    const form = useForm({ initial: {}, submit })
    const first = form.submit()
    await form.submit()
    finish()
    await first
    expect(submit).toHaveBeenCalledOnce()
  })
})

describe('editing what somebody else changed meanwhile', () => {
  const setUp = () => {
    const save = vi
      .fn<(values: { name: string }, base: { name: string; version: number }) => Promise<{ name: string; version: number }>>()
      .mockRejectedValueOnce(new ApiError(412, { code: 'resource.stale' }))
      .mockImplementation(async (values, base) => ({ ...values, version: base.version + 1 }))
    const done = vi.fn()
    const edit = useEditForm({
      resource: { name: 'old', version: 1 },
      valuesOf: ({ name }) => ({ name }),
      save,
      reload: async () => ({ name: 'theirs', version: 2 }),
      done,
    })
    edit.form.values.name = 'mine'
    return { edit, save, done }
  }

  it('shows the newer values and keeps what was typed', async () => {
    const { edit, done } = setUp()
    await edit.form.submit()
    expect(edit.conflict()).toMatchObject({ theirs: { name: 'theirs' }, original: { name: 'old' } })
    expect(edit.form.values.name).toBe('mine')
    expect(edit.form.failure).toBeNull()
    expect(done).not.toHaveBeenCalled()
  })

  it('overwrites on the newer version when the editor says so', async () => {
    const { edit, save, done } = setUp()
    await edit.form.submit()
    await edit.merge([])
    expect(save).toHaveBeenLastCalledWith({ name: 'mine' }, { name: 'theirs', version: 2 })
    expect(done).toHaveBeenCalledWith({ name: 'mine', version: 3 })
  })

  it('saves the newer values where the editor prefers them', async () => {
    const { edit, save } = setUp()
    await edit.form.submit()
    await edit.merge(['name'])
    expect(save).toHaveBeenLastCalledWith({ name: 'theirs' }, { name: 'theirs', version: 2 })
    expect(edit.conflict().theirs).toBeNull()
  })
})
