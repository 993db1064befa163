import { computed } from 'vue'
import { useCatalogueItems, type CatalogueItem, type CatalogueLevel } from './catalogue_items'

/** What has been chosen so far. */
interface Place {
  province_code: string
  city_code: string
}

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
