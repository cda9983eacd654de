import {
  keyOfName,
  type Party,
  type PartyStatement,
  type Says,
} from '../../src/bricks/deals/model/rules.ts'

/** Three people who make a deal, one of them without a card, and what each says. */

export const ONDINE: Party = { key: 'm1', member: 'm1', name: 'Ondine', relays: [] }
export const BARNABE: Party = { key: 'm2', member: 'm2', name: 'Barnabé', relays: ['m3'] }
export const GASTON: Party = {
  key: keyOfName('Gaston'),
  member: null,
  name: 'Gaston',
  relays: ['m3'],
}
export const ALL = [ONDINE, BARNABE, GASTON]

export const said = (
  party: Party,
  says: Says,
  named = false,
  thanks: string | null = null,
): PartyStatement => ({
  key: party.key,
  says,
  named,
  thanks,
})
