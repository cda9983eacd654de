import { mailsIn } from '../mail.ts'
import { phonesIn } from '../phone.ts'

/** Telephone numbers and e-mail addresses, however they are typed. */
export type ReachFound = Readonly<{ from: number; to: number; kind: 'phone' | 'mail' }>

export const reachIn = (text: string): readonly ReachFound[] => [
  ...phonesIn(text).map(({ from, to }) => ({ from, to, kind: 'phone' as const })),
  ...mailsIn(text).map(({ from, to }) => ({ from, to, kind: 'mail' as const })),
]
