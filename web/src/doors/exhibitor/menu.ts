import type { MenuItem } from '@/app/menu'
import { exhibitorMessages as m } from './messages'

export const exhibitorMenu: MenuItem[] = [
  { path: '/exhibitor', label: () => m.home },
  { path: '/exhibitor/promotions', label: () => m.promotions, soon: 'promotion' },
  { path: '/exhibitor/appointments', label: () => m.appointments, soon: 'appointment' },
  { path: '/exhibitor/account', label: () => m.account },
]
