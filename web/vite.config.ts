/// <reference types="vitest/config" />
import { fileURLToPath, URL } from 'node:url'
import vue from '@vitejs/plugin-vue'
import { defineConfig } from 'vite'

/** A part of the site that comes as one chunk, by the modules in it; each chunk costs a request and its headers. */
const files = (folder: string, ...names: string[]) => names.map((name) => `src/${folder}/${name}`)
const isOf = (paths: string[]) => (id: string) => {
  const path = id.replaceAll('\\', '/')
  return !path.includes('.en.ts') && paths.some((start) => path.includes(start))
}
const frameworkModules = /node_modules[\\/](@vue|vue|vue-router|@tanstack|openapi-fetch)[\\/]/
/** Choosing among many, in filters and in forms. */
const isChoice = isOf([...files('ui', 'ChoiceSelect', 'ComboBox', 'DateInput', 'list/choice_search', 'list/outside', 'list/messages'), 'src/shared/pinyin'])
/** Of lists, too, but fetched when they are opened. */
const isOpenedLater = isOf(files('ui/list', 'FilterPanel', 'RowKeysDialog'))
const isOfLists = isOf([
  ...files('ui', 'list/', 'ListPage', 'DataTable', 'FilterBar', 'FilterInput', 'MultiSelect', 'TemplateImport.vue', 'data_table', 'list_page'),
  ...files('shared', 'list_'),
  ...files('features', 'saved_view/SavedViews.vue', 'import_export/SelectionExport.vue'),
])
const isList = (id: string) => isOfLists(id) && !isOpenedLater(id)
/** The same for the lists of people. */
const isPeopleList = isOf(
  files('features/attendee', 'messages', 'words', 'AttendeeState', 'list_', 'attendee.ts', 'batch/messages', 'batch/AllFilteredButton', 'batch/attendee_batch', 'sheet/messages', 'sheet/attendee_filter', 'review/messages', 'identity/messages', 'identity/IdentityState', 'identity/identity.ts', 'mailing/', 'courier/courier_addresses'),
)
const isForm = isOf([
  ...files('ui', 'AppForm', 'FormField', 'FormDialog', 'ConfirmDialog', 'CancelButton', 'ConflictNotice', 'PasswordInput', 'FieldGroup', 'GroupedChecks', 'WholeNumberInput', 'YesNoSelect', 'form_fields'),
  ...files('shared', 'form', 'edit_form'),
])
/** Sheets and what is done with many rows at once. */
const isBatch = isOf([...files('ui', 'BatchDialog', 'BatchOutcomes', 'SheetImportDialog', 'TemplateImportDialog', 'SelectionExamples'), 'src/shared/batch'])
const isFrame = isOf(files('app', 'layouts/', 'pages/', 'menu'))
/** What every page needs. */
const isCommon = isOf([
  'node_modules/@element-plus/',
  'preload-helper',
  ...files('ui', ''),
  ...files('shared', ''),
  ...files('app', 'session', 'messages', 'signing_in_again', 'edition_in_address', 'allowed_action', 'problem_links'),
  ...files('features', 'edition/catalogue/catalogue_items', 'edition/catalogue/catalogue_choices', 'edition/entry_option/entry_options', 'organization/organization_name', 'trading_group/trading_groups', 'saved_view/messages', 'import_export/messages', 'import_export/sheet_export', 'import_export/ExportButton', 'order/order.ts'),
])
const commonEnglish = /src[\\/](ui|shared|app)[\\/].*\.en\.ts/
const peopleEnglish = /src[\\/]features[\\/]attendee[\\/](batch|sheet|review|identity|)[\\/]?messages\.en\.ts/
const isOnlyCommon = (id: string) => isCommon(id) && ![isChoice, isOfLists, isForm, isBatch].some((isOther) => isOther(id))

export default defineConfig({
  base: '/',
  plugins: [vue()],
  resolve: { alias: { '@': fileURLToPath(new URL('./src', import.meta.url)) } },
  define: { __VUE_OPTIONS_API__: 'false', __VUE_PROD_DEVTOOLS__: 'false' },
  server: { proxy: { '/api': 'http://127.0.0.1:8080' } },
  worker: { format: 'es' },
  build: {
    target: 'es2022',
    assetsDir: 'assets',
    // The strict CSP allows no data: scripts or styles, so nothing is inlined.
    assetsInlineLimit: 0,
    reportCompressedSize: false,
    rolldownOptions: {
      output: {
        codeSplitting: {
          // A group takes along what its modules need, so what others need comes first.
          groups: [
            { name: 'vue', test: frameworkModules, priority: 30 },
            { name: 'ui', test: isOnlyCommon, priority: 25 },
            { name: 'choice', test: isChoice, priority: 24 },
            { name: 'list', test: isList, priority: 23 },
            { name: 'form', test: isForm, priority: 22 },
            { name: 'batch', test: isBatch, priority: 21 },
            { name: 'frame', test: isFrame, priority: 20 },
            { name: 'people', test: isPeopleList, priority: 19 },
            { name: 'ui.en', test: commonEnglish, priority: 18 },
            { name: 'people.en', test: peopleEnglish, priority: 17 },
          ],
        },
      },
    },
  },
  // The first test of a file waits until everything that it imports is compiled.
  test: { environment: 'happy-dom', include: ['src/**/*.test.ts'], restoreMocks: true, setupFiles: ['src/test_setup.ts'], testTimeout: 20_000 },
})
