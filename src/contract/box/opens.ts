/** What opens a member's page, for the keeper: never a secret. */
export type Opens = Readonly<{
  /** When their card was made, ms since 1970; undefined without a card. */
  cardMade: number | undefined
  /** Whether they chose a phrase. */
  phrase: boolean
  /** Visits that are open now, and when the last of them was seen. */
  visits: number
  seen: number | undefined
}>
