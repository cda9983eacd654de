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
