/** The ways in which a member can sign in, for the keeper. It holds no secret. */
export type SignInWays = Readonly<{
  /** When their card was made, ms since 1970; undefined without a card. */
  cardMade: number | undefined
  /** Whether they chose a phrase. */
  phrase: boolean
  /** The number of open visits, and when the last of them was active. */
  visits: number
  seen: number | undefined
}>
