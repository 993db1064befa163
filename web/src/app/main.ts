import './theme/tokens.css'
import './theme/base.css'
import { VueQueryPlugin } from '@tanstack/vue-query'
import { createApp } from 'vue'
import { queryClient } from '@/shared/queries'
import App from './App.vue'
import { problemLinksKey } from '@/ui/problem_links'
import { problemLinks } from './problem_links'
import { router } from './router'

createApp(App).provide(problemLinksKey, problemLinks).use(VueQueryPlugin, { queryClient }).use(router).mount('#app')
