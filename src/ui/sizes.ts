import type { Lang } from '../core/lang.ts'
import { uiWords } from './words.ts'

/**
 * *1,2 Mo*: a size as cards, disks and telephones say it, a thousand at a time; a tenth is said
 * only where it counts.
 *
 * Units   bytes.
 */
export function saySize(bytes: number, lang: Lang): string {
  const [thousands, millions, milliards] = uiWords(lang).sizes
  const said = (n: number, unit: string): string =>
    `${n.toLocaleString(lang === 'fr' ? 'fr-FR' : 'en-GB')}\u00a0${unit}`
  if (bytes < 1e6) return said(Math.ceil(bytes / 1e3), thousands)
  const [value, unit] = bytes < 1e9 ? [bytes / 1e6, millions] : [bytes / 1e9, milliards]
  return said(value < 10 ? Math.round(value * 10) / 10 : Math.round(value), unit)
}
