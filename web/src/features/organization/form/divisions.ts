import { computed } from 'vue'
import { useCatalogueItems, type CatalogueItem, type CatalogueLevel } from '@/features/edition/catalogue/catalogue_items'
import type { Form } from './form_fields'

type Place = Pick<Form, 'province_code' | 'city_code'>

/** Province, city and district: each level is loaded when the one above it is chosen. */
export function useDivisions(place: () => Place) {
  const provinces = useCatalogueItems('division', () => ({ top_only: true }))
  const cities = useCatalogueItems('division', () => below(provinces.data.value, place().province_code))
  const districts = useCatalogueItems('division', () => below(cities.data.value, place().city_code))
  return {
    provinces: computed(() => provinces.data.value ?? []),
    cities: computed(() => (place().province_code ? (cities.data.value ?? []) : [])),
    districts: computed(() => (place().city_code ? (districts.data.value ?? []) : [])),
  }
}

function below(items: CatalogueItem[] | undefined, code: string): CatalogueLevel | null {
  const parent = items?.find((item) => item.code === code)
  return parent ? { parent_id: parent.id } : null
}
