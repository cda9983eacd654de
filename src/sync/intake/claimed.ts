import type { Entry, Signed } from '../../core/change.ts'

/**
 * The feed and the place in it (`seq`) that the first bytes of an entry claim, even when it can’t
 * be read whole: this program writes them first, within 200 bytes. For a report, or to know whose
 * signature to try first: nothing proves them. Empty and 0 when they are not there.
 */
export function claimedPlace({ bytes }: Signed): Pick<Entry, 'feed' | 'seq'> {
  const head = Buffer.from(bytes.subarray(0, 200)).toString('latin1')
  const feed = /"feed":"([0-9a-z.]{1,80})"/.exec(head)?.[1] ?? ''
  return { feed, seq: Number(/"seq":(\d{1,10})/.exec(head)?.[1] ?? 0) }
}
