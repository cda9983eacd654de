import { en } from './en.ts'
import { fr } from './fr.ts'

/** The weekdays, as a rule of RFC 5545 writes them. */
const CODES = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU']

/**
 * The weekdays that a repetition names, in French and in English, for the search: *jeudi Thursday*.
 * Empty for a rule that names none. The rule itself is not checked.
 */
export function ruleDayNames(rule: string): string {
  const named = /BYDAY=([^;]*)/i.exec(rule)?.[1]?.toUpperCase() ?? ''
  return CODES.flatMap((code, i) => (named.includes(code) ? [fr.days[i], en.days[i]] : [])).join(
    ' ',
  )
}
