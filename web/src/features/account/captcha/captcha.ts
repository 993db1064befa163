import { ref } from 'vue'
import { answerOf, api } from '@/shared/api/client'
import type { Schemas } from '@/shared/api/types'
import type { Work, WorkReport } from './proof_of_work.worker'

/** A captcha without a picture: the browser works for a moment, the person does nothing (ACC-02). */
export function useCaptcha() {
  const progress = ref<number | null>(null)

  async function solveOne(): Promise<Schemas['CaptchaAnswer']> {
    progress.value = 0
    try {
      const { challenge, salt, difficulty } = await answerOf(api.POST('/captchas', {}))
      const answer = await workInBackground({ salt, difficulty }, (share) => (progress.value = share))
      return { challenge, answer }
    } finally {
      progress.value = null
    }
  }

  return { progress, solveOne }
}

function workInBackground(work: Work, onProgress: (share: number) => void): Promise<string> {
  const worker = new Worker(new URL('./proof_of_work.worker.ts', import.meta.url), { type: 'module' })
  return new Promise<string>((resolve, reject) => {
    worker.onmessage = ({ data }: MessageEvent<WorkReport>) => ('answer' in data ? resolve(data.answer) : onProgress(data.progress))
    worker.onerror = () => reject(new Error('The proof of work could not be computed.'))
    worker.postMessage(work)
  }).finally(() => worker.terminate())
}
