import type { Refusal } from '../../../contract/decision.ts'
import { message, type Say } from '../../../contract/message.ts'
import { type Amount, amountGiven, amountIn, inUnit, sayAmount } from '../../../text/amounts.ts'
import type { fr } from '../words/fr.ts'
import { isPriced, pricesTold } from './price.ts'
import { isTyped, rideContradicted } from './rides/mended.ts'

/** A notice says nothing twice in two ways: its sentence, and what is filled in beside it. */

type Words = typeof fr
const say: Say<Words> = message
type Said = Readonly<Record<string, unknown>>
const textOf = (value: unknown): string => (typeof value === 'string' ? value : '')

/**
 * Why a correction can't stand: the sentence still tells what its person corrected beside it, of a
 * ride, a price or an amount.
 */
export const contradicted = (fields: Said, row: Said): Refusal | undefined =>
  rideContradicted(fields, row) ?? priceContradicted(fields, row) ?? amountContradicted(fields, row)

const sentenceOf = (fields: Said, row: Said): string => textOf(fields['title'] ?? row['title'])

function priceContradicted(fields: Said, row: Said): Refusal | undefined {
  const cents = fields['priceCents']
  if (!isPriced(textOf(row['mode'])) || typeof cents !== 'number') return undefined
  const told = pricesTold(sentenceOf(fields, row))
  const isOld = told.length === 1 || told.some(one => one === row['priceCents'])
  return isTyped(fields, row, 'priceCents') && isOld && !told.includes(cents)
    ? { refused: say('form.stillSays.price'), field: 'title' }
    : undefined
}

function amountContradicted(fields: Said, row: Said): Refusal | undefined {
  const [typed, told] = [amountIn(textOf(fields['amount'])), amountGiven(sentenceOf(fields, row))]
  if (!typed || !told || !isTyped(fields, row, 'amount')) return undefined
  const held = row['amount'] === null ? told : amountIn(textOf(row['amount']))
  return held && isSame(told, held) === true && isSame(told, typed) === false
    ? { refused: say('form.stillSays.amount'), field: 'title' }
    : undefined
}
/** Undefined for two amounts that nothing compares: *400 kg*, *16 sacs*. */
function isSame(one: Amount, other: Amount): boolean | undefined {
  const n = inUnit(one, other.unit)
  return n === undefined ? undefined : n === other.n && one.to === other.to
}

/** The amount that the corrected sentence says instead of the one held, left as it was. */
export function mendedAmount<F extends Said>(fields: F, row: Said): F {
  const held = amountIn(textOf(row['amount']))
  const [was, is] = [row['title'], fields['title']].map(one => amountGiven(textOf(one)))
  const isMoved = held && was && is && isSame(was, held) && isSame(is, held) === false
  return isMoved && is.to === undefined && !isTyped(fields, row, 'amount')
    ? { ...fields, amount: sayAmount(is.n, is.unit, 'fr') }
    : fields
}
