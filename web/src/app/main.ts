import './theme/tokens.css'
import './theme/base.css'
import { VueQueryPlugin } from '@tanstack/vue-query'
import { createApp } from 'vue'
import { queryClient } from '@/shared/queries'
import App from './App.vue'
import { router } from './router'

createApp(App).use(VueQueryPlugin, { queryClient }).use(router).mount('#app')
