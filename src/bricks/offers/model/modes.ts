import { pattern } from '../../../core/pattern.ts'
/**
 * The ways in which something passes from one neighbour to another, and what each may ask in
 * return.
 *
 * Source  the meeting page: *partage, échange, troc, vente, location*, with give, lend, a helping
 *         hand, a seat.
 */

export const MODES = [
  'give',
  'lend',
  'share',
  'exchange',
  'barter',
  'rent',
  'sell',
  'hand',
  'ride',
] as const
export type Mode = (typeof MODES)[number]
/** What is wanted in return, by kind; `any`: whatever suits the other. */
export const COUNTERPARTS = ['nothing', 'time', 'thing', 'money', 'any'] as const
export type Counterpart = (typeof COUNTERPARTS)[number]

export const isMode = (text: unknown): text is Mode => MODES.some(mode => mode === text)
export const isCounterpart = (text: unknown): text is Counterpart =>
  COUNTERPARTS.some(one => one === text)

/**
 * What a mode may ask in return.
 *
 * A gift asks nothing, or it is a sale or a barter by another name; lending for money is renting; a
 * sale or a rent without money is none; a hand paid in money is work, which has its own laws; of a
 * ride the petrol may be shared.
 */
const MAY_ASK: Readonly<Record<Mode, readonly Counterpart[]>> = {
  give: ['nothing'],
  lend: ['nothing', 'time', 'thing', 'any'],
  share: ['nothing', 'time', 'thing', 'money', 'any'],
  exchange: ['thing', 'time', 'any'],
  barter: ['thing', 'any'],
  rent: ['money'],
  sell: ['money'],
  hand: ['nothing', 'time', 'thing', 'any'],
  ride: ['nothing', 'time', 'thing', 'money', 'any'],
}

/** Whether a mode is never for money. */
export const asksNoMoney = (mode: Mode): boolean => !MAY_ASK[mode].includes('money')

/** What goes without saying when nothing was said. */
export const usualCounterpart = (mode: Mode): Counterpart => MAY_ASK[mode][0]!

/**
 * Why a mode and what it asks don't go together; undefined when they do. The words for each stand
 * in fr.ts.
 */
export type Misfit =
  | 'gift-asks'
  | 'lend-money'
  | 'sale-free'
  | 'rent-free'
  | 'barter-free'
  | 'barter-money'
  | 'hand-money'

/**
 * Law     every pair that this refuses is outside `MAY_ASK`, and every pair outside it is refused
 *         with its own reason.
 */
export function misfitOf(mode: Mode, asks: Counterpart | undefined): Misfit | undefined {
  if (asks === undefined || MAY_ASK[mode].includes(asks)) return undefined
  if (mode === 'give') return 'gift-asks'
  if (mode === 'lend') return 'lend-money'
  if (mode === 'sell') return 'sale-free'
  if (mode === 'rent') return 'rent-free'
  if (mode === 'hand') return 'hand-money'
  return asks === 'money' ? 'barter-money' : 'barter-free'
}

/**
 * Said at the counter, what makes a mode sure: the verb, not the thing. A ride takes more than a
 * verb: `rides/ride.ts`. On text folded by `fold`.
 */
const TOLD: readonly (readonly [Mode, RegExp])[] = [
  [
    'hand',
    pattern('u')`
      \b(coups? de mains?|donn\w+ la main|paires? de bras|un peu d aide|m aider|l aider|aider? a)\b
    `,
  ],
  ['barter', /\b(troqu\w*|troc|contre (un|une|des|du|de la)\b)/u],
  ['exchange', /\b(echang\w*)\b/u],
  ['rent', /\b(lou(e|er|ons)|location)\b/u],
  // *À vider avant la vente* sells nothing.
  [
    'sell',
    pattern('u')`
      \b(?<!\b(avant|apres|jusqu a|en attendant) (la |sa |notre |de |de la |de le )?)
      (vend(s|re|ons)?|a vendre|vente)\b
    `,
  ],
  // *Ma voiture est prête*, *prête à l’emploi* lend nothing.
  [
    'lend',
    pattern('u')`
      \b(?<!\b(est|sont|suis|etre|etait|etaient|sera|serait|toute|deja|presque|enfin) )
      (pret(e|er|ons|ent|erait)(?! a (l emploi|poser|planter|porter|cuire|manger|partir|servir))
      |emprunt\w*)\b|\bpretes? (a qui|contre|gratuit\w*)\b
    `,
  ],
  [
    'share',
    /\b(partag\w*|s y mett\w*|a plusieurs|en commun|commandes? group\w*|achats? group\w*)\b/u,
  ],
  [
    'give',
    pattern('u')`
      \b(?<!\bquoi (lui |leur )?)(donn(e|er|ons|ent|erait)|offr(e|ir))\b
      (?! a (manger|boire|teter)\b)(?! (\p{L}+ ){0,2}(cours|lecons?|coups? de mains?
      |la main|rendez vous|nouvelles d)\b)|\b(a donner|debarrass\w*)\b
    `,
  ],
]
/**
 * A price alone sells. It does not where somebody seeks or pays, nor where it is for a time or for
 * each person: that is work, a rent or an entry.
 */
const PRICE = pattern('u')`
  \d ?(€|euros?\b)(?!( ?\d\d(?!\d))?( ?\/ ?| (par|la|le|l|de l|de) )(heure|h|jour|journee|nuit
  |semaine|week end|mois|an|annee|soiree|seance|cours|personne|emplacement)\b)
`
const NO_SALE = /\b(cherch\w*|recherch\w*|besoin|pa(ie|ye|yer|yons)|remuner\w*|budget|entree)\b/u

/** The mode that a sentence tells, if one does: the first told in it. `plain` is folded. */
export function toldMode(plain: string): Mode | undefined {
  let best: Readonly<{ mode: Mode; at: number }> | undefined
  for (const [mode, shape] of TOLD) {
    const at = shape.exec(plain)?.index
    if (at !== undefined && (best === undefined || at < best.at)) best = { mode, at }
  }
  return best?.mode ?? (PRICE.test(plain) && !NO_SALE.test(plain) ? 'sell' : undefined)
}
