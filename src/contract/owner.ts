import type { Value } from '../core/schema.ts'

/**
 * Whose the records of a type are.
 *
 * Shape   `owner`: the field (in `home`, a link or links to members) that says whose a record is; `id`: the record is the member ·
 *         `keyedBy`: who wrote it in their name, and may mend it · `keyedSays`: fields that say in words who that was ·
 *         `of`: a link to the record without which it says nothing: it goes with whoever that one goes with ·
 *         `box`: the field (in `home`) that names the other box which shares it: what a letter of that one may write of it here ·
 *         `signed`: the field that says to everybody, in words, in whose name it is: a member's own record bears the name of their card,
 *         or waits ·
 *         `told`: the field that names those who agreed to be named in it ·
 *         `named`: fields that hold, in words, what the record linked by `by` says of its person: they may take themselves out of these.
 */
export type Owner = Readonly<{
  owner: string
  keyedBy?: string
  keyedSays?: readonly string[]
  of?: string
  signed?: string
  told?: string
  box?: string
  named?: Readonly<{ by: string; fields: readonly string[] }>
}>

type Typed = Readonly<Record<string, Value>>
/**
 * What the member whose a record is may correct of it by themselves, on the house's own page.
 *
 * Shape   `withdraws`: they may also take it off the page, and put it back · `while`: as long as this holds of what is shown ·
 *         `writer`: of several whose it is, the one who wrote it first ·
 *         `turned`: what they typed, as the page says it: a correction is turned as the first writing was. `row`: the record before it.
 */
export type Mend = Readonly<{
  fields: readonly string[]
  withdraws?: true
  writer?: true
  while?: (row: Readonly<Record<string, unknown>>) => boolean
  turned?: (fields: Typed, row: Readonly<Record<string, unknown>>) => Typed
}>
