import { phonesIn } from '../phone.ts'

/** Telephone numbers and e-mail addresses, however they are typed. */
export type ReachFound = Readonly<{ from: number; to: number; kind: 'phone' | 'mail' }>

/** Sign first, then what follows, then what stands before it: nothing is tried from each letter of a long word. */
const MAIL = /(?:@|\(at\)|\[at\]|\(a\)|\barobase\b)\s?[\p{L}\p{N}-]{1,256}(?:\s?(?:\.|\bpoint\b)\s?[\p{L}\p{N}-]+)+/giu
const BEFORE = /$(?<=([\p{L}\p{N}._%+-]{1,256}\s?))/u
const LONGEST = 256

export function reachIn(text: string): readonly ReachFound[] {
  const mails: ReachFound[] = []
  MAIL.lastIndex = 0
  for (let one = MAIL.exec(text); one !== null; one = MAIL.exec(text)) {
    const start = Math.max(mails.at(-1)?.to ?? 0, one.index - LONGEST)
    const before = BEFORE.exec(text.slice(start, one.index))?.[1]
    if (before === undefined) MAIL.lastIndex = one.index + 1
    else mails.push({ from: one.index - before.length, to: one.index + one[0].length, kind: 'mail' })
  }
  return [...phonesIn(text).map(({ from, to }) => ({ from, to, kind: 'phone' as const })), ...mails]
}
