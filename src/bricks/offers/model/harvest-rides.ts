import { pattern } from '../../../core/pattern.ts'
import type { NotePiece, NotesPage } from '../../../text/harvest/page.ts'
import type { FoundPiece } from '../../../text/harvest/rule.ts'
import { titled } from '../../../text/harvest/title.ts'
import { bodyOf } from './harvest-said.ts'

/**
 * *Sabrina va à Montbrison tous les mardis 8h, 2 places*: somebody goes to a town, with seats, an
 * hour or a day.
 */
const RIDE = pattern()`
  (?<![a-z])(?:(?:va|vais|vont|monte|montent|descends?|descendent|pars?|part|partent|passe
  |retourne)|covoit[a-z]*) (?:tous les [a-z]+ |chaque [a-z]+ |souvent )?
  (?=(?:a|en|vers|sur|pour|jusqu'a) )
`
const TOWN = /^(?:à|en|vers|sur|pour|jusqu'à) \p{Lu}\p{Ll}/u
const SEATS = /(?<![a-z])(?:\d|une?|deux|trois|quatre|cinq|des) places?(?![a-z])|\bcovoit/
const WHEN = pattern()`
  \d\s?h|\b(?:tous les|chaque|demain|le \d|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche)\b
`
export function rideOf(page: NotesPage, piece: NotePiece): FoundPiece | undefined {
  const said = bodyOf(piece)
  const m = RIDE.exec(said.plain)
  const way = m ? said.clear.slice(m.index + m[0].length) : ''
  if (!m || !TOWN.test(way) || /\?\s*$/.test(said.plain)) return undefined
  if (!SEATS.test(said.plain) || !WHEN.test(said.plain)) return undefined
  const title = titled(`Transport : ${way}`, page.names)
  const fields = { title, state: 'lead', mode: 'ride' }
  const { from, to } = piece
  return { kind: 'offer', title, fields, from, to, certainty: 0.9, rule: 'offer.ride' }
}
