/** The weekdays as a rule of RFC 5545 writes them, Monday first. */
export const WEEKDAY_CODES: readonly string[] = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU']

/**
 * The weekdays that a repetition names in its BYDAY, Monday 0, in their order. Empty for a rule
 * that names none. The rule itself is not checked.
 */
export function weekdaysNamed(rule: string): readonly number[] {
  const named = /BYDAY=([^;]*)/i.exec(rule)?.[1]?.toUpperCase() ?? ''
  return WEEKDAY_CODES.flatMap((code, i) => (named.includes(code) ? [i] : []))
}

const OSM_DAYS = ['Mo', 'Tu', 'We', 'Th', 'Fr', 'Sa', 'Su']
const OSM_SPAN = /\b(Mo|Tu|We|Th|Fr|Sa|Su)(?:-(Mo|Tu|We|Th|Fr|Sa|Su))?\b/g
const isOff = (rule: string): boolean => /\b(off|closed)\b/.test(rule)
/**
 * The weekdays on which hours as OpenStreetMap writes them are open, Monday 0, in their order:
 * *Mo-Fr*, *Tu,Th*; not *We off*. Weeks, months and holidays are not read.
 */
export function weekdaysOpen(hours: string): readonly number[] {
  const rules = hours.split(';')
  const named = (all: readonly string[]): ReadonlySet<number> => new Set(all.flatMap(daysInRule))
  const off = named(rules.filter(isOff))
  return [...named(rules.filter(rule => !isOff(rule))).difference(off)].sort((a, b) => a - b)
}
const daysInRule = (rule: string): readonly number[] =>
  [...rule.matchAll(OSM_SPAN)].flatMap(([, first = '', last = first]) => {
    const [from, to] = [OSM_DAYS.indexOf(first), OSM_DAYS.indexOf(last)]
    return Array.from({ length: ((to - from + 7) % 7) + 1 }, (_, i) => (from + i) % 7)
  })
