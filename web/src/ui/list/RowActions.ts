import { defineComponent, h } from 'vue'
import RowMenu from './RowMenu.vue'
import { actionsOf, ownOf } from './row_action'

/** One action of the row's own, the others in a menu; what is not allowed stands there with its reason. */
export default defineComponent({
  name: 'RowActions',
  props: { name: { type: String, required: true } },
  setup(props, { slots }) {
    return () => {
      const { actions, others } = actionsOf(slots.default?.() ?? [])
      const own = ownOf(actions)
      const rest = actions.filter((action) => action !== own)
      return h('span', { class: 'row-actions' }, [own?.node, ...others, rest.length > 0 ? h(RowMenu, { name: props.name, actions: rest }) : null])
    }
  },
})
