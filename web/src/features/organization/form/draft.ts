import { computed, inject, provide, reactive, ref, shallowRef, watch, type InjectionKey } from 'vue'
import { answerOf, api, ifMatch } from '@/shared/api/client'
import { ApiError } from '@/shared/api/problem'
import { forgetTyping, keepTyping, typingKeptFor } from '@/shared/kept_typing'
import { applies, fieldOf, fieldsOf, formSteps, isRequired, stepOf, withoutUnasked, type Field, type Form, type FormView } from './form_fields'

export type Draft = ReturnType<typeof useDraft>
type Problem = FormView['problems'][number]

const copyOf = <T>(value: T): T => JSON.parse(JSON.stringify(value)) as T
const isSame = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b)

/**
 * What is being typed into the form, and the draft of it that the server keeps (暂存). One save goes after the other; a
 * refused one leaves everything as it was typed.
 */
export function useDraft(first: FormView) {
  const form = reactive(copyOf(first.form)) as Form
  const kept = keptOf(first)
  if (kept) Object.assign(form, kept.values)
  const saved = shallowRef(kept ? { ...first, version: kept.version } : first)
  const savedForm = shallowRef(copyOf(first.form))
  const newer = shallowRef<FormView | null>(null)
  const failure = ref<unknown>(null)
  const busy = ref(false)
  const leftSteps = reactive(new Set([...formSteps.keys()].filter((step) => first.state !== 'draft' || step < first.step - 1)))

  const origin = first.origin
  const isChanged = computed(() => !isSame(form, savedForm.value))

  watch([() => copyOf(form), savedForm], () => {
    if (isChanged.value) keepTyping(keptAs, saved.value.version, form)
    else forgetTyping(keptAs)
  })

  let last: Promise<boolean> = Promise.resolve(true)
  function save(step: number, keepalive = false): Promise<boolean> {
    last = last.then(() => send(step, keepalive))
    return last
  }

  async function send(step: number, keepalive: boolean): Promise<boolean> {
    if (newer.value) return false
    const typed = copyOf(form)
    const body = { form: withoutUnasked(typed, origin), step: step + 1 }
    busy.value = true
    failure.value = null
    try {
      saved.value = await answerOf(api.PUT('/my/organization/form', { body, headers: ifMatch(saved.value), keepalive }))
      savedForm.value = typed
      return true
    } catch (error) {
      await keep(error)
      return false
    } finally {
      busy.value = false
    }
  }

  /** Somebody saved first: the newer form is shown beside one's own. Everything else is told as it is. */
  async function keep(error: unknown) {
    const isStale = error instanceof ApiError && error.status === 412
    newer.value = isStale ? await load() : null
    failure.value = isStale ? null : error
  }

  /** Saves over the newer draft: these fields as the others left them, the rest as it is on the screen. */
  function merge(step: number, fromTheirs: Field[]) {
    const theirs = newer.value
    if (!theirs) return last
    Object.assign(form, copyOf(Object.fromEntries(fromTheirs.map((field) => [field, theirs.form[field]]))))
    saved.value = theirs
    newer.value = null
    return save(step)
  }

  /** A problem is over as soon as its field is changed; the next save says whether another one came. */
  const problems = computed(() => saved.value.problems.filter(({ field }) => isSame(form[fieldOf(field)], savedForm.value[fieldOf(field)])))
  const shownProblems = computed(() => problems.value.filter(({ field }) => leftSteps.has(stepOf(field))))

  /** The server's answer to figures that are still the same as when it was asked. */
  const isSmeByFigures = computed(() => {
    const isAsked = (['employees', 'turnover_wan', 'industries', 'category'] as const).every((field) => isSame(form[field], savedForm.value[field]))
    return isAsked ? (saved.value.is_sme_by_figures ?? null) : null
  })

  /** Refused at the very end: what the server found then takes the place of what it said of the draft. */
  function showProblems(found: Problem[]) {
    saved.value = { ...saved.value, problems: found }
    formSteps.forEach((_, step) => leftSteps.add(step))
  }

  return reactive({
    form,
    origin,
    state: first.state,
    saved,
    savedForm,
    newer,
    failure,
    busy,
    isChanged,
    problems,
    shownProblems,
    isSmeByFigures,
    save,
    merge,
    showProblems,
    leave: (step: number) => void leftSteps.add(step),
    errorOf: (path: string) => shownProblems.value.find(({ field }) => field === path)?.message,
    /** The first error of a field that is a list. */
    errorIn: (field: Field) => shownProblems.value.find((problem) => fieldOf(problem.field) === field)?.message,
    applies: (field: Field) => applies(field, form, origin),
    isRequired: (field: Field) => isRequired(field, origin),
    isFixed: (field: Field) => first.state === 'approved' && ['uscc', 'category', 'trading_group_id'].includes(field),
    asked: (step: number) => fieldsOf[formSteps[step]!].filter((field) => applies(field, form, origin)),
  })
}

const keptAs = 'organization_form'

/** What an earlier visit of this tab has typed and could not save. */
function keptOf(first: FormView) {
  const kept = typingKeptFor<Form>(keptAs)
  return kept && !isSame(kept.values, first.form) ? kept : null
}

export const load = () => answerOf(api.GET('/my/organization/form'))

const draftKey: InjectionKey<Draft> = Symbol('draft')
export const injectDraft = () => inject(draftKey)!

export function provideDraft(draft: Draft) {
  provide(draftKey, draft)
  provideQuestions(draft)
}

/** What the questions of the form need; whoever corrects a form without a draft has it too. */
export type Questions = Pick<Draft, 'form' | 'origin' | 'isSmeByFigures' | 'errorOf' | 'errorIn' | 'applies' | 'isRequired' | 'isFixed'>

const questionsKey: InjectionKey<Questions> = Symbol('questions')
export const provideQuestions = (questions: Questions) => provide(questionsKey, questions)
export const injectQuestions = () => inject(questionsKey)!
