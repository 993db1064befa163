import type { MenuItem } from '@/app/menu'
import { visitorMessages as m } from './messages'

export const visitorMenu: MenuItem[] = [
  { path: '/visitor/services', label: () => m.services },
  { path: '/visitor', label: () => m.welcome },
  { path: '/visitor/organization', label: () => m.organization },
  { path: '/visitor/invitations', label: () => m.invitations },
  { path: '/visitor/attendees', label: () => m.attendees },
  { path: '/visitor/orders', label: () => m.orders },
  { path: '/visitor/parcels', label: () => m.parcels, feature: 'courier' },
  { path: '/visitor/points', label: () => m.points, soon: 'unscheduled' },
  { path: '/visitor/data', label: () => m.data },
  { path: '/visitor/account', label: () => m.account },
]
