import type { Entry, Signed } from '../../core/change.ts'

/** Whose a damaged entry says that it is: to be told, never to be believed. */
export function claimed({ bytes }: Signed): Pick<Entry, 'feed' | 'seq'> {
  const head = Buffer.from(bytes.subarray(0, 200)).toString('latin1')
  const feed = /"feed":"([0-9a-z.]{1,80})"/.exec(head)?.[1] ?? ''
  return { feed, seq: Number(/"seq":(\d{1,10})/.exec(head)?.[1] ?? 0) }
}
