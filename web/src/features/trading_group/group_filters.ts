import { ref } from 'vue'
import { account } from '@/app/session'
import { namedChoices } from '@/shared/choices'
import type { FilterField } from '@/ui/filter_field'
import { tradingGroupMessages as m } from './messages'
import { useTradingGroups } from './trading_groups'

/** Filters by group, as far as the reader reaches: a group chooses among its subgroups, the bureau among all. */
export function useGroupFilterFields() {
  const isWanted = ref(false)
  const query = useTradingGroups(() => isWanted.value)
  const want = () => void (isWanted.value = true)
  return () => {
    const all = query.data.value?.items ?? []
    const own = account.value?.trading_group?.id
    const choicesOf = (groups: typeof all) => namedChoices(groups, ({ id }) => id)
    return {
      top_group: { key: 'top_group_id', label: m.kinds.group, type: 'choice', choices: choicesOf(all.filter(({ parent_id }) => !parent_id)), want },
      trading_group: { key: 'trading_group_id', label: m.placedIn, type: 'choice', choices: choicesOf(own ? all.filter(({ parent_id }) => parent_id === own) : all), want },
    } satisfies Record<string, FilterField>
  }
}
