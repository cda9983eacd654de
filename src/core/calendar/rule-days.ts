import { en } from './en.ts'
import { fr } from './fr.ts'
import { weekdaysNamed } from './weekdays.ts'

/**
 * The weekdays that a repetition names, in French and in English, for the search: *jeudi Thursday*.
 * Empty for a rule that names none. The rule itself is not checked.
 */
export const ruleDayNames = (rule: string): string =>
  weekdaysNamed(rule)
    .flatMap(day => [fr.days[day], en.days[day]])
    .join(' ')
