import type { Entry, Signed } from '../../core/change.ts'

/** The feed and seq that a damaged entry claims. For reports only: nothing proves them. */
export function claimedPlace({ bytes }: Signed): Pick<Entry, 'feed' | 'seq'> {
  const head = Buffer.from(bytes.subarray(0, 200)).toString('latin1')
  const feed = /"feed":"([0-9a-z.]{1,80})"/.exec(head)?.[1] ?? ''
  return { feed, seq: Number(/"seq":(\d{1,10})/.exec(head)?.[1] ?? 0) }
}
