/** Telephone numbers and e-mail addresses, however they are typed. */
export type ReachFound = Readonly<{ from: number; to: number; kind: 'phone' | 'mail' }>

const BETWEEN = '[\\s.,;:/()_·•*–—‑-]{0,3}'
/** Ten figures at home, eight to fourteen abroad; a date, a sum and a number of a firm have another shape. */
const PHONE = new RegExp(
  `(?<![\\d.,])(?:(?:\\+|00)${BETWEEN}\\d{1,3}${BETWEEN}(?:\\(0\\)${BETWEEN})?\\d(?:${BETWEEN}\\d){6,11}|[0oO]${BETWEEN}[1-9](?:${BETWEEN}\\d){8})(?!\\d)`,
  'g',
)
const SPELT =
  'zero|un|deux|trois|quatre|cinq|six|sept|huit|neuf|dix|onze|douze|treize|quatorze|quinze|seize|vingt|trente|quarante|cinquante|soixante'
const ALOUD = new RegExp(
  `\\bz[ée]ro[\\s-]+(?:un|deux|trois|quatre|cinq|six|sept|neuf)(?:[\\s,-]+(?:et[\\s-]+)?(?:${SPELT}|\\d{1,2})){4,}`,
  'giu',
)
const MAIL = /[\p{L}\p{N}._%+-]+\s?(?:@|\(at\)|\[at\]|\(a\)|\barobase\b)\s?[\p{L}\p{N}-]+(?:\s?(?:\.|\bpoint\b)\s?[\p{L}\p{N}-]+)+/giu

export function reachIn(text: string): readonly ReachFound[] {
  const all = (kind: ReachFound['kind'], pattern: RegExp): ReachFound[] =>
    [...text.matchAll(pattern)].map(one => ({ from: one.index, to: one.index + one[0].length, kind }))
  return [...all('phone', PHONE), ...all('phone', ALOUD), ...all('mail', MAIL)]
}
