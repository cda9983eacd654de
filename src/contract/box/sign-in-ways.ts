/**
 * The ways in which a member can sign in (a printed card, a phrase of their own), and their open
 * visits, for the keeper’s page of that member. The type holds no secret.
 */
export type SignInWays = Readonly<{
  /** When their card was made, ms since 1970; undefined without a card. */
  cardMade: number | undefined
  /** Whether they chose a phrase. */
  phrase: boolean
  /** The number of open visits. */
  visits: number
  /** When the last of them was active, ms since 1970. */
  seen: number | undefined
}>
