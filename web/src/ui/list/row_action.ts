import { Comment, Fragment, Text, type VNode } from 'vue'
import { RouterLink } from 'vue-router'
import AppButton from '../AppButton.vue'

/** A button or link that a page gives for a row. */
export interface RowAction {
  node: VNode
  isButton: boolean
  /** Why it cannot be used, in the server's words. */
  reason: string | null
  /** The page's word for what a row is opened for: reviewing, say, before looking. */
  isLead: boolean
}

/** What the slot of a row's actions renders: its actions in their order, and whatever else stands there (a dialog). */
export function actionsOf(nodes: VNode[]): { actions: RowAction[]; others: VNode[] } {
  const flat = nodes.flatMap(unfold)
  return { actions: flat.filter(isAction).map(described), others: flat.filter((node) => !isAction(node)) }
}

/** A row shows one action of its own: what the page leads with, or the first that can be used. */
export function ownOf(actions: RowAction[]): RowAction | undefined {
  const usable = actions.filter(({ reason }) => !reason)
  return usable.find(({ isLead }) => isLead) ?? usable[0]
}

function unfold(node: VNode): VNode[] {
  if (node.type === Comment || node.type === Text) return []
  return node.type === Fragment ? ((node.children ?? []) as VNode[]).flatMap(unfold) : [node]
}

const isAction = ({ type }: VNode) => type === AppButton || type === RouterLink || type === 'a'

function described(node: VNode): RowAction {
  const { reason, lead } = node.props ?? {}
  return { node, isButton: node.type === AppButton, reason: reason ?? null, isLead: lead !== undefined && lead !== false }
}
