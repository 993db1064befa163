import { reactive, ref } from 'vue'

/** One press of a button that sends nothing typed: whether it is under way, and why it failed. */
export function useAct<T>(act: () => Promise<T>, done: (result: T) => unknown) {
  const busy = ref(false)
  const failure = ref<unknown>(null)

  async function run() {
    busy.value = true
    failure.value = null
    try {
      await done(await act())
    } catch (error) {
      failure.value = error
    } finally {
      busy.value = false
    }
  }

  return reactive({ busy, failure, run })
}
