import { normal } from '../../core/letters/accents.ts'

/**
 * A text whose accents stand apart from their letters (as some systems copy it), put together
 * again, and the way back.
 *
 * Law  `back` never decreases, and gives 0 for 0 and the text's length for the composed text's
 *      length.
 */
export type Composed = Readonly<{ text: string; back: (offset: number) => number }>

export function composed(text: string): Composed {
  if (!/[\u0300-\u036f]/.test(text)) return { text, back: offset => offset }
  /** Where offsets part: from this composed offset on, so many units more in the text. */
  const steps: { at: number; more: number }[] = []
  let [made, last, more] = ['', 0, 0]
  for (const m of text.matchAll(/\P{M}\p{M}+/gu)) {
    const one = normal(m[0], 'NFC')
    made += text.slice(last, m.index) + one
    last = m.index + m[0].length
    more += m[0].length - one.length
    if (m[0].length > one.length) steps.push({ at: made.length, more })
  }
  const back = (offset: number) => {
    let [low, high] = [0, steps.length]
    while (low < high) {
      const middle = (low + high) >> 1
      if (steps[middle]!.at <= offset) low = middle + 1
      else high = middle
    }
    return offset + (steps[low - 1]?.more ?? 0)
  }
  return { text: made + text.slice(last), back }
}
