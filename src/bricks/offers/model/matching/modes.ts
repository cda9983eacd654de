import { lazyOf } from '../../../../core/lazy.ts'
import { fold } from '../../../../core/letters/words.ts'
import { pattern } from '../../../../core/pattern.ts'
import type { Counterpart, Mode } from '../modes.ts'
import type { TransferWay } from './small.ts'
import { foldedText, type SpokenNotice } from './spoken.ts'

/**
 * What who asks would like: to be given, to borrow, to buy, to rent, to exchange; `any` when
 * nothing was said.
 */
export type Want = 'any' | 'free' | 'borrow' | 'buy' | 'rent' | 'exchange'

/**
 * How well an offer's way answers what is wanted, 0 to 1.
 *
 * Law     nobody who asks without saying how is refused a way; what costs money never answers what
 *         was asked free.
 * Source  our own, argued line by line: any a thing to buy answers less surely than a thing to
 *         have: nobody spoke of money yet free lending helps without giving; an exchange asks for
 *         something, so it is told and not taken for an answer borrow who gives or shares does more
 *         than lend; renting is lending against money; selling is another wish buy who would pay
 *         takes what is free; lending does not make it theirs rent who would pay for a while takes
 *         a loan exchange gifts need no exchange; selling is what an exchange would avoid hand and
 *         ride pass no thing: the rule compares what is done and where one goes, so that they stand
 *         at 1 here
 */
const FIT: Readonly<Record<Want, Readonly<Record<Mode, number>>>> = {
  any: {
    give: 1,
    lend: 0.95,
    share: 1,
    exchange: 0.9,
    barter: 0.9,
    rent: 0.85,
    sell: 0.85,
    hand: 1,
    ride: 1,
  },
  free: {
    give: 1,
    lend: 0.8,
    share: 0.95,
    exchange: 0.45,
    barter: 0.45,
    rent: 0.2,
    sell: 0.2,
    hand: 1,
    ride: 1,
  },
  borrow: {
    give: 0.95,
    lend: 1,
    share: 1,
    exchange: 0.6,
    barter: 0.5,
    rent: 0.7,
    sell: 0.3,
    hand: 0.9,
    ride: 1,
  },
  buy: {
    give: 0.95,
    lend: 0.4,
    share: 0.6,
    exchange: 0.6,
    barter: 0.6,
    rent: 0.4,
    sell: 1,
    hand: 0.9,
    ride: 1,
  },
  rent: {
    give: 0.9,
    lend: 1,
    share: 0.95,
    exchange: 0.6,
    barter: 0.6,
    rent: 1,
    sell: 0.4,
    hand: 0.9,
    ride: 1,
  },
  exchange: {
    give: 0.95,
    lend: 0.7,
    share: 0.9,
    exchange: 1,
    barter: 1,
    rent: 0.4,
    sell: 0.4,
    hand: 0.9,
    ride: 1,
  },
}
export const modeFit = (mode: Mode | undefined, want: Want): number =>
  mode === undefined ? 0.95 : FIT[want][mode]

/**
 * What a need's own words ask for: *emprunter*, *acheter*; *qui prêterait* is to borrow, *qui
 * donne* is to be given.
 */
const WANTS: Readonly<Record<TransferWay, Want>> = {
  give: 'free',
  lend: 'borrow',
  borrow: 'borrow',
  share: 'any',
  exchange: 'exchange',
  barter: 'exchange',
  rent: 'rent',
  sell: 'buy',
  buy: 'buy',
}
export const wantOf = (way: TransferWay | Mode | undefined): Want =>
  way === undefined || way === 'hand' || way === 'ride' ? 'any' : WANTS[way]
/** How an offer that did not choose its way says it in its sentence. */
export const modeSaid = (way: TransferWay | undefined): Mode | undefined =>
  way === undefined || way === 'borrow' || way === 'buy' ? undefined : way

/**
 * How well what the offer asks in return meets what the need would give, 0 to 1; one that was not
 * said never weighs.
 *
 * Law     asking for nothing always meets; money is never met by nothing.
 */
export function counterpartFit(
  asked: Counterpart | undefined,
  given: Counterpart | undefined,
): number {
  if (asked === undefined || given === undefined || asked === 'nothing' || asked === given) return 1
  if (asked === 'any' || given === 'any') return 0.95
  if (given === 'nothing') return asked === 'money' ? 0.2 : 0.45
  return asked === 'money' || given === 'money' ? 0.5 : 0.8
}

/** Whether a way asks for money by itself. */
export const costs = (mode: Mode | undefined): boolean => mode === 'rent' || mode === 'sell'

/** Money in other words than its name: a price, a rent, a wage, fuel to be paid. */
const MONEY = pattern('u')`
  €|\b\d+ e\b|\b\d{2,}e\b(?! (?:etage|siecle|arrond\w*|anniv\w*|jour|fois))
  |\b(?:euros?|eur|cesu|smic|cheques?|prix|tarifs?|forfaits?|loyers?
  |cautions?|devis|honoraires|cotisations?|moyennant|au chapeau|a debattre|pas chere?s?
  |charges? comprises?)\b
  |\b(?:remuner|salair|salari|indemni|defray|dedommag|factur|rembours|tarifi|achet|achat|gratifi)
  |(?<!sans |rien a )\bpay(?:e|es|er|ee|ees|ant|ante|ants|antes|ons|ez|ent|ements?
  |erai\w*|era)\b|\bpai(?:e|es|ent|ements?|erai\w*|era)\b
  |\bvend(?:s|re|u|ue|us|ues|ons|ent|rai\w*)?\b|\bventes?\b
  |\blou(?:e|es|er|ee|ees|ons|ez|ent|erai\w*|era)\b|\blocations?\b
  |(?<!j )\bembauch|\brecrut
  |\bparticip\w* (?:a |aux? |pour )?(?:libre|l ?essence|frais|carburant|plein)
  |\bparticipations?\b|\b(?:aux|les|des|mes|vos) frais\b|\b(?:ma|sa|votre|la) part\b
  |\bpartag\w* (?:d |de |l |les? |des )+(?:essence|frais|gasoil|gazole|carburant)
  |\b(?:contre|juste|remet\w*|rend\w*|avec) (?:le |l |du |de l |un peu d\w* |la )?
  (?:gasoil|gazole|gazoil|essence|carburant|plein(?! d)|peages?)\b
  |\b(?:gasoil|gazole|gazoil|essence|carburant|peages?|pieces?) (?:a votre charge|en plus|en sus)
  |\b\d+ (?:de |par )?(?:la|le|l) ?(?:part|piece|douzaine|kilo|kg|litre|stere|pot|heure|journee
  |nuit|place|seance|cours|repas)\b|\bheures? (?:de )?(?:menage|repassage|jardinage|garde)\b
  |\bcherch\w* (?:encore |aussi )?(?:quelques |des |\w+ )?heures?\b
`
/** Whether a notice asks for money or speaks of it, in any words. */
export const speaksOfMoney = lazyOf(
  (one: SpokenNotice): boolean =>
    one.counterpart === 'money' ||
    MONEY.test(`${foldedText(one)} ${fold(`${one.against ?? ''} ${one.when ?? ''}`)}`),
)
