import { typedMoney } from '../../../../core/form/typed.ts'
import type { Lang } from '../../../../core/lang.ts'
import { figure } from '../../../../text/days.ts'
import { divided, PARTS } from './exact.ts'

/**
 * Amounts of work and of hours as people write them in a notebook, and as pages say them. All is
 * computed on the digits that are written.
 */

/** What a meter or a notebook counts. */
export const WORK_UNITS = ['hour', 'hectare', 'km', 'bale', 'kg', 'time'] as const
export type WorkUnit = (typeof WORK_UNITS)[number]

const NUMBER = /^(\d{1,7})(?:[.,](\d{1,3}))?([a-z]*)\.?$/
/** What may stand behind the figures, by unit. */
const SIGNS: Readonly<Record<WorkUnit, RegExp>> = {
  hour: /^(?:h|heures?)?$/,
  hectare: /^(?:ha|hectares?)?$/,
  km: /^(?:km)?$/,
  bale: /^(?:b|bottes?|balles?|bales?)?$/,
  kg: /^(?:kg|kilos?)?$/,
  time: /^(?:fois|times?|x)?$/,
}
const HOURS = /^(\d{1,5})(?:h|:|heures?)([0-5]\d)(?:mn|min|minutes?)?$/
const MINUTES = /^(\d{1,6})(?:mn|min|minutes?)$/

/**
 * Units of work, in parts of one: `3,2`, `1 250,5`, `12 ha`, and of hours `1 h 30`, `1:30`,
 * `45 min`. Undefined for anything else, more than three decimals, and what is below zero.
 */
export function typedUnits(text: string, unit: WorkUnit): number | undefined {
  const said = text.toLowerCase().replace(/[\s\u00a0\u202f]/g, '')
  const number = NUMBER.exec(said)
  if (number && SIGNS[unit].test(number[3] ?? '')) {
    const thousandths = (number[2] ?? '').padEnd(3, '0')
    return Number(number[1]) * PARTS + (Number(thousandths) * PARTS) / 1_000
  }
  return unit === 'hour' ? minutesIn(said, PARTS / 60) : undefined
}
function minutesIn(said: string, worth: number): number | undefined {
  const hours = HOURS.exec(said)
  if (hours) return (Number(hours[1]) * 60 + Number(hours[2])) * worth
  const minutes = MINUTES.exec(said)
  return minutes ? Number(minutes[1]) * worth : undefined
}

/**
 * What is counted between people: money, in cents; or hours, in minutes, to the nearest one.
 * Undefined where the text says none.
 */
export function typedAmount(text: string, counts: 'money' | 'hours'): number | undefined {
  if (counts === 'money') {
    const cents = typedMoney(text)
    return cents !== undefined && cents >= 0 ? cents : undefined
  }
  const parts = typedUnits(text, 'hour')
  return parts === undefined ? undefined : divided(parts * 60, PARTS)
}

/** Parts in thousandths of a unit, to the nearest one. */
export const thousandths = (parts: number): number => divided(parts * 1_000, PARTS)
/** Parts of a unit as a number: *3,2*, to the thousandth. */
export const sayParts = (parts: number, lang: Lang): string =>
  figure(thousandths(parts) / 1_000, lang)

/** Minutes as hours: *1 h 30*, *45 min*, *−2 h*. */
export function sayMinutes(minutes: number): string {
  const size = Math.abs(minutes)
  const [hours, rest] = [Math.floor(size / 60), size % 60]
  const said = hours === 0 ? `${rest}\u00a0min` : `${hours}\u00a0h`
  const more = hours > 0 && rest > 0 ? `\u00a0${String(rest).padStart(2, '0')}` : ''
  return `${minutes < 0 ? '−' : ''}${hours === 0 && rest === 0 ? '0\u00a0h' : said + more}`
}
