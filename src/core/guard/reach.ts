import { phonesIn } from '../phone.ts'

/** Telephone numbers and e-mail addresses, however they are typed. */
export type ReachFound = Readonly<{ from: number; to: number; kind: 'phone' | 'mail' }>

const MAIL = /[\p{L}\p{N}._%+-]+\s?(?:@|\(at\)|\[at\]|\(a\)|\barobase\b)\s?[\p{L}\p{N}-]+(?:\s?(?:\.|\bpoint\b)\s?[\p{L}\p{N}-]+)+/giu

export function reachIn(text: string): readonly ReachFound[] {
  const mails = [...text.matchAll(MAIL)].map(one => ({ from: one.index, to: one.index + one[0].length, kind: 'mail' as const }))
  return [...phonesIn(text).map(({ from, to }) => ({ from, to, kind: 'phone' as const })), ...mails]
}
