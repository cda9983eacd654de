import { capital } from '../../../text/capital.ts'
import { dayLong, dayOfMoment, figure, numberWord } from '../../../text/days.ts'
import type { Span } from '../model/span.ts'
import type { TurnOfWait } from '../model/waiting.ts'
import { fr as calendar } from './calendar/fr.ts'
import { fr as counter } from './counter/fr.ts'
import { handingFr as handing } from './handing/fr.ts'
import { fr as room } from './room/fr.ts'
import { fr as rules } from './rules/fr.ts'
import { fr as seeing } from './seeing/fr.ts'
import { fr as series } from './series/fr.ts'
import { fr as shares } from './shares/fr.ts'
import { shareTypes } from './shares/types-fr.ts'
import { fr as telling } from './telling/fr.ts'
import { fr as tending } from './tending/fr.ts'
import { fr as ticket } from './ticket/fr.ts'
import { fr as types } from './types/fr.ts'
import { endSaid, momentSaid, nearSaid, sinceSaid, whenSaid } from './when.ts'
import { fr as year } from './year/fr.ts'

const JOINS = {
  at: (day: string, time: string) => `${day} à ${time}`,
  fromTo: (from: string, until: string) => `du ${from} au ${until}`,
  evening: (day: string) => `${day} au soir`,
}
const when = (span: Span, today: string): string => whenSaid(span, 'fr', today, JOINS)
const moment = (at: number, today: string): string => momentSaid(at, 'fr', today, JOINS)
const ends = (until: number, today: string): string => endSaid(until, 'fr', today, JOINS)
const since = (until: number, today: string): string => sinceSaid(until, 'fr', today, JOINS)
const near = (at: number, today: string): string => nearSaid(at, 'fr', today, JOINS)
const and = (names: readonly string[]): string =>
  new Intl.ListFormat('fr', { type: 'conjunction', style: 'long' }).format(names)
/** So many dates are said one by one. */
const DATES = 3
const dates = (all: readonly Span[], today: string): string => {
  const more = all.length - DATES
  const rest = more > 0 ? [more === 1 ? 'une autre date' : `${more} autres dates`] : []
  return and([...all.slice(0, DATES).map(one => when(one, today)), ...rest])
}

/** The day that ends at this moment. */
const lastDay = (until: number, today: string): string =>
  dayLong(dayOfMoment(until - 1), 'fr', today)
/** *zéro fois*, *une fois*, *trois fois*. */
const times = (n: number): string =>
  n === 0 ? 'zéro fois' : n === 1 ? 'une fois' : `${numberWord(n, 'fr')} fois`

/** What people read. `en.ts` has this type; no sentence stands anywhere else. */
export const fr = {
  types: { ...types, ...shareTypes },
  room,
  rules,
  seeing,
  series,
  handing,
  tending,
  telling,
  ticket,
  calendar,
  shares,
  year,
  counter,
  when,
  moment,
  ends,
  since,
  near,
  colon: '\u00a0: ',
  menu: 'À prêter',
  lead: 'Ce qui sert à plusieurs, chacun son tour\u00a0: outils, salles, remorques, coups de main.',
  empty: 'Rien à prêter ici pour l’instant.',
  // What pages say.
  nextDays: 'Les jours qui viennent',
  daySaid: {
    ...{ free: 'libre', taken: 'pris', asked: 'libre, demandé', kept: 'gardé' },
    ...{ notBack: 'pas rentré', unsure: 'à demander', closed: 'fermé' },
    ...{ repair: 'à réparer', upkeep: 'entretien' },
  },
  takenFromTo: (from: string, until: string) =>
    until === '' ? `pris à partir de ${from}` : `pris de ${from} à ${until}`,
  closedFromTo: (from: string, until: string) =>
    until === '' ? `fermé à partir de ${from}` : `fermé de ${from} à ${until}`,
  hoursFromTo: (from: string, until: string) =>
    until === '' ? `à partir de ${from}` : `de ${from} à ${until}`,
  freeNow: 'Libre en ce moment.',
  freeUntil: (moment: string) => `Libre en ce moment, jusqu’à ${moment}.`,
  takenNow: 'Pris en ce moment.',
  bookIt: 'Réserver',
  bookFor: 'Réserver pour quelqu’un',
  askFor: 'Demander',
  waitForIt: 'Me mettre sur la liste si c’est pris',
  nameOnDoor:
    'On peut dire ce nom, et l’écrire sur la porte (une association, ou qui le veut bien)',
  showMyNumber: 'Montrer mon numéro à qui prête',
  tellMyName: 'On peut dire mon nom à qui voudrait les mêmes jours',
  yours: 'Pour vous',
  askedOf: (called: string, isPast: boolean) =>
    isPast ? `demandé à ${called}, sans réponse à temps` : `demandé à ${called}`,
  takeBack: 'Retirer ma demande',
  keeping: 'Vous vous en occupez',
  nobodyComes: 'Personne ne l’attend pour l’instant.',
  asksFor: 'le demande\u00a0:',
  waitsFor: 'attend qu’il se libère\u00a0:',
  sayYes: 'Accorder',
  sayNo: 'Refuser',
  noWithWord: 'Un mot pour la personne\u00a0: pourquoi, ou quel autre jour',
  goesOut: 'C’est parti',
  goesOutWhole: 'C’est parti, complet',
  goesOutRest: 'C’est parti, avec tout ce qui est là',
  didNotCount: 'Parti sans compter',
  nobodyCounted: 'Personne n’a compté les pièces au départ.',
  noneTicked:
    'Aucune pièce n’est cochée\u00a0: c’est parti vide\u00a0? Cochez ce qui part, ou dites que ' +
    'personne n’a compté.',
  goesOutNoting: 'C’est parti, en notant l’état ou l’heure',
  handedThus: { Out: 'C’est parti ainsi', Back: 'C’est revenu ainsi' },
  isBack: 'C’est revenu',
  backWhole: 'C’est revenu, complet',
  backAsGone: 'C’est revenu, avec tout ce qui était parti',
  isLateNow: 'En retard.',
  saidBy: (name: string) => `dit par ${name}`,
  withoutCard: 'sans carte',
  cancelIt: 'Annuler',
  sayWhyOff: 'Dites pourquoi\u00a0: la personne le lira.',
  calledOff: (why: string) => `Annulé par qui s’en occupe\u00a0: ${why}`,
  noMoreNeed: 'Je n’en ai plus besoin',
  openAgain: 'Rouvrir',
  nobodyCame: 'Personne n’est venu',
  whySaid: ({ why, past }: Readonly<{ why: string | null; past: readonly string[] | null }>) =>
    `${past === null ? 'Pourquoi' : 'Au-delà de la règle'}\u00a0: ${why ?? ''}`,
  depositSaid: { Out: 'Caution vue', Back: 'Caution rendue' },
  insuredSeen: 'Attestation d’assurance vue',
  onDay: 'Quel jour',
  onDayHint: 'Rien : aujourd’hui.',
  atTime: 'À quelle heure',
  saidNo: (title: string, when: string) => `${title}, ${when}\u00a0: pas cette fois.`,
  backToThing: 'Revenir à la chose',
  changeDays: 'Changer les jours',
  changeThem: 'Prendre ces jours-là',
  daysGiven: (days: readonly string[]) =>
    `Ce sera libre pour quelqu’un d’autre\u00a0: ${days.join('\u00a0; ')}.`,
  freeThem: 'Oui, rendre ces jours',
  isBroken: 'C’est revenu abîmé',
  wasBroken: (how: string) => (how === '' ? 'Rendu abîmé.' : `Rendu abîmé\u00a0: ${how}`),
  wasNoShow: 'Personne n’est venu le chercher. Un empêchement\u00a0? Dites-le à qui s’en occupe.',
  sayYesAlways: 'Accorder, et ne plus me demander',
  groupOf: (n: number) =>
    n === 1 ? 'Une personne réserve sans demander' : `${n} personnes réservent sans demander`,
  askAgain: (name: string) => `${name} demande à chaque fois`,
  asksAgain: 'C’est noté\u00a0: cette personne demande de nouveau à chaque fois.',
  withOthers: 'Avec autre chose, au même endroit',
  wasLate: 'Annulé moins d’un jour avant.',
  goesOutNow: 'C’est parti sans réservation',
  alreadyOut: 'C’est déjà parti',
  keepClosed: 'Garder fermé',
  closedWhy: 'Pourquoi',
  lendNoMore: 'Ne plus le prêter',
  lendAgain: 'Le prêter de nouveau',
  replacedBy: 'Ce qui le remplace',
  replacedByNone: 'rien',
  clash: 'Promis deux fois',
  clashOf: (one: string, other: string) => `${one} et ${other}\u00a0: appelez les deux.`,
  clashAgenda: (name: string, title: string, when: string) =>
    `${name}, et à l’agenda «\u00a0${title}\u00a0», ${when}\u00a0: appelez les deux.`,
  whose: ({ name, state, outAt }: Readonly<Record<'name' | 'state' | 'outAt', string | null>>) =>
    name ??
    (state === 'closed'
      ? 'les jours gardés fermés'
      : outAt === null
        ? 'une autre borne'
        : 'on ne sait plus chez qui'),
  over: {
    onEvent: (room: string, when: string) => `${room}\u00a0: c’est déjà réservé, ${when}.`,
    seeWeek: 'Voir cette semaine-là',
    toSettle: 'Arranger',
    onBooking: 'À l’agenda, au même moment\u00a0:',
    settle: 'C’est la même chose, ou c’est arrangé',
    settleAll: 'C’est la même chose à chaque fois, ou c’est arrangé',
    dates,
    on: (all: readonly Span[], today: string) => `, ${dates(all, today)}.`,
  },
  eraseWhose: {
    title: 'Effacer ce nom et ce numéro',
    lead:
      'Le nom, le numéro, ce que c’était pour faire et les mots notés sont effacés pour de bon, ' +
      'partout ici. Ce qui est dehors le reste, sans nom.',
    frees: 'Ces jours seront libres\u00a0: si c’est déjà parti, notez d’abord le départ.',
    others: 'Aussi, au même numéro ou au même nom\u00a0:',
    asked: (what: string) => `demande\u00a0: ${what}`,
    series: (title: string) => `plusieurs fois\u00a0: ${title}`,
    onPaper: 'une ligne de papier à reprendre',
    button: 'Oui, effacer pour de bon',
    done: 'C’est effacé pour de bon.',
  },
  settle: 'C’est arrangé',
  severalTimes: 'Réserver plusieurs fois',
  settled: 'C’est noté\u00a0: arrangé entre vous.',
  missing: 'Il manque',
  missingFrom: (piece: string, name: string) =>
    name === '' ? `${capital(piece)}.` : `${capital(piece)}, depuis le tour de ${name}.`,
  notComplete: (pieces: readonly string[]) =>
    `Ce n’est pas complet\u00a0: il manque ${and(pieces)}.`,
  youOwe: (pieces: readonly string[]) =>
    `Rendu, sauf ${and(pieces)}\u00a0: rapportez ce qui manque quand vous le retrouvez.`,
  foundPiece: (piece: string) => `${capital(piece)}\u00a0: retrouvé ou remplacé`,
  // What a command says.
  thingGone: 'Ce n’est plus prêté ici.',
  sayName: 'Dites à quel nom.',
  shorterName: 'Un nom plus court, s’il vous plaît.',
  noSpan: 'La fin doit venir après le début, et moins de deux ans plus tard.',
  onlySoMany: 'Il n’y en a pas autant.',
  badCount: 'Combien\u00a0? Un nombre entier.',
  taken: (names: readonly string[], part: Span | null, today: string) =>
    `C’est pris${names.length === 0 ? '' : `\u00a0: ${and(names)}`}.` +
    (part === null ? '' : ` Moment pris\u00a0: ${when(part, today)}.`),
  keptClosed: (part: Span | null, today: string) =>
    `C’est fermé.${part === null ? '' : ` Fermeture\u00a0: ${when(part, today)}.`}`,
  announced: (titles: readonly string[], part: Span | null, today: string) =>
    `C’est pris\u00a0: ${part === null ? '' : `${when(part, today)}, `}` +
    `l’agenda y annonce ${and(titles.map(title => `«\u00a0${title}\u00a0»`))}.`,
  askedAlready: (span: Span, today: string) =>
    `Vous l’avez déjà demandé\u00a0: ${when(span, today)}.`,
  yoursAlready: (span: Span, today: string) => `Vous l’avez déjà\u00a0: ${when(span, today)}.`,
  seeYours: 'Voir ce que vous avez réservé',
  sayDay: 'Dites quel jour.',
  lastFirst: (last: string, first: string, today: string) =>
    `Le dernier jour (${dayLong(last, 'fr', today)}) vient avant le premier ` +
    `(${dayLong(first, 'fr', today)}).`,
  keepUntil: (whom: string | null, { from, until }: Span, today: string) =>
    `${whom === null ? 'C’est pris' : `${whom || 'Quelqu’un'} l’a`}` +
    ` à partir du ${moment(from, today)}\u00a0: ` +
    `vous pouvez l’avoir jusqu’au ${ends(until, today)}.`,
  notBack: (names: readonly string[]) =>
    'Ce n’est pas rentré' +
    `${names.length === 0 ? '' : ` de chez ${and(names)}`}\u00a0: ` +
    'demandez à qui s’en occupe quand ce sera possible.',
  nextTime: (span: Span, today: string) => `La prochaine fois\u00a0: ${when(span, today)}.`,
  firstHas: (name: string, { until, had, askerHad }: TurnOfWait, today: string) =>
    `${name === '' ? 'Quelqu’un l’attendait' : `${name} l’attendait`}` +
    (askerHad > had
      ? `, et l’a eu ${times(had)} depuis un an\u00a0; vous, ${times(askerHad)}`
      : '') +
    `\u00a0: c’est gardé pour cette personne jusqu’au soir du ${lastDay(until, today)}.`,
  booked: (title: string, span: Span, today: string) =>
    `${title}\u00a0: c’est réservé, ${when(span, today)}.`,
  bookedFor: (title: string, name: string, word: string, span: Span, today: string) =>
    `${title}\u00a0: c’est réservé pour ${name}, ${when(span, today)}.` +
    (word === '' ? '' : ` Son mot, à lui dire\u00a0: ${word}.`),
  oneOfThem: (title: string) => `Rien n’est réservé, car ${title} manque.`,
  sayIfDone: 'Si c’est déjà parti, dites-le\u00a0: ce qui s’est passé est noté.',
  askedOfThem: (title: string) =>
    `${title}\u00a0: c’est demandé. Rien n’est réservé avant la réponse.`,
  waitsNow: (title: string) =>
    `${title}\u00a0: vous êtes sur la liste. Si cela se libère, on vous le dit ici.`,
  askedAway: (called: string) =>
    `C’est demandé à ${called}\u00a0: la réponse vient avec le prochain facteur.`,
  awayByCard: (called: string) =>
    `C’est la borne de ${called} qui en décide. Entrez avec votre carte pour le lui demander, ` +
    'ou appelez.',
  decidedAway: (called: string) =>
    `C’est la borne de ${called} qui en décide\u00a0: demandez-lui depuis la page de la chose, ` +
    'une fois à la fois.',
  awayUnknown: (called: string) =>
    `La borne de ${called} n’est pas reconnue ici\u00a0: le mieux est d’appeler.`,
  answeredAlready: 'C’est déjà répondu, ou retiré.',
  givenTo: (name: string, span: Span, today: string) =>
    `${name}\u00a0: c’est accordé, ${when(span, today)}.`,
  refusedTo: (name: string) => `La réponse est notée pour ${name}.`,
  withdrawn: 'La demande est retirée.',
  notYours: 'C’est à qui s’en occupe de le faire.',
  notNow: 'Cela ne se fait plus, ou pas encore\u00a0: regardez où cela en est.',
  inTheWay: (n: number) =>
    n === 1
      ? 'Une réservation est prise ces jours-là\u00a0:'
      : `${n} réservations sont prises ces jours-là\u00a0:`,
  closing: {
    inTheWay: (n: number) =>
      n === 1 ? 'Ces jours-là sont pris\u00a0:' : `Ces jours-là sont pris, ${n} fois\u00a0:`,
    one: (
      { what, name, title }: Readonly<Record<'what' | 'name' | 'title', string>>,
      span: Span,
      today: string,
    ) => {
      if (what === 'event') return `À l’agenda, «\u00a0${title}\u00a0», ${when(span, today)}.`
      const who = what === 'closed' ? 'Déjà fermé' : name
      const whose = [who, title].filter(Boolean).join(', ')
      const isOut = what === 'out' ? ' (c’est parti)' : ''
      return `${whose === '' ? '' : `${whose}, `}${when(span, today)}${isOut}.`
    },
    stays:
      'On ne ferme pas sur l’agenda, sur une autre fermeture, ni sur un lot\u00a0: réglez-le ' +
      'd’abord, ou fermez d’autres jours.',
    asks: (name: string, span: Span, today: string) =>
      `Une demande attend pour ${when(span, today)}` +
      `${name === '' ? '' : ` (${name})`}\u00a0: répondez-lui.`,
    see: 'Voir\u00a0:',
  },
  closeAndTell:
    'Dites pourquoi\u00a0: ce qui est réservé est annulé, et chacun le lira. Ce qui est parti ' +
    'reste chez qui l’a.',
  closeTelling: 'Fermer, et prévenir',
  closedTold: (n: number) =>
    n === 1
      ? 'La réservation est annulée, et qui l’avait faite le lira.'
      : `${n} réservations sont annulées, et chacun le lira.`,
  staysOut: (name: string) => `C’est encore parti${name === '' ? '' : ` avec ${name}`}.`,
  closedNow: (span: Span, today: string) => `Gardé fermé, ${when(span, today)}.`,
  moved: (title: string, span: Span, today: string) =>
    `${title}\u00a0: c’est maintenant ${when(span, today)}.`,
  askToMove:
    'Ici on demande à chaque fois\u00a0: vous pouvez raccourcir\u00a0; pour d’autres jours, ' +
    'faites une nouvelle demande, puis rendez ceux-ci.',
  somebodyWaits: 'Quelqu’un l’attend ensuite\u00a0: demandez à qui s’en occupe.',
  cancelled: (title: string) => `${title}\u00a0: c’est annulé, et libre pour quelqu’un d’autre.`,
  openedAgain: (title: string) => `${title}\u00a0: c’est rouvert, ces jours-là.`,
  cancelledLate: (title: string) =>
    `${title}\u00a0: c’est annulé, moins d’un jour avant. Prévenez aussi qui s’en occupe.`,
  noShowNoted: 'C’est noté\u00a0: personne n’est venu. La suite est libre.',
  noOther: 'Choisissez une autre chose, dont vous vous occupez.',
  outFirst: (name: string) =>
    `C’est parti${name === '' ? '' : ` avec ${name}`}\u00a0: notez d’abord le retour.`,
  hasBookings: (n: number) =>
    n === 1
      ? 'Une réservation est déjà prise dessus\u00a0: dites ce qui le remplace, ou pourquoi elle ' +
        'est annulée.'
      : `${n} réservations sont déjà prises dessus\u00a0: dites ce qui le remplace, ou pourquoi ` +
        'elles sont annulées.',
  hasRequests: (n: number, other: string) =>
    `${n === 1 ? 'Une demande attend une réponse' : `${n} demandes attendent une réponse`}` +
    `${other === '' ? '' : `, et ${other} n’est pas libre ces jours-là`}\u00a0: ` +
    'dites pourquoi c’est non, chacun le lira.',
  requestsMoved: (n: number) => (n === 1 ? 'Une demande suit.' : `${n} demandes suivent.`),
  requestsDeclined: (n: number) =>
    n === 1
      ? 'La réponse est non pour une demande, et qui l’avait faite le lira.'
      : `La réponse est non pour ${n} demandes, et chacun le lira.`,
  whyDeclined: (n: number) =>
    n === 1 ? 'Pourquoi c’est non, pour une demande' : `Pourquoi c’est non, pour ${n} demandes`,
  allCalledOff: (n: number) =>
    n === 1
      ? 'Ce n’est plus prêté. La réservation est annulée, et qui l’avait faite le lira.'
      : `Ce n’est plus prêté. ${n} réservations sont annulées, et chacun le lira.`,
  whyCalledOff: (n: number) =>
    n === 1
      ? 'Si rien ne le remplace\u00a0: pourquoi sa réservation est annulée'
      : `Si rien ne le remplace\u00a0: pourquoi ses ${n} réservations sont annulées`,
  insteadOf: (title: string, was: string) => `${title} remplace ${was}.`,
  otherTaken: (title: string, n: number) =>
    n === 1
      ? `${title}\u00a0: c’est pris pour une des réservations. Rien n’a changé.`
      : `${title}\u00a0: c’est pris pour ${n} des réservations. Rien n’a changé.`,
  replaced: (n: number) =>
    n === 0
      ? 'C’est remplacé.'
      : n === 1
        ? 'C’est remplacé, et sa réservation suit.'
        : `C’est remplacé, et ses ${n} réservations suivent.`,
  lentNoMore: 'Ce n’est plus prêté.',
  lentAgain: (title: string) => `${title}\u00a0: c’est prêté de nouveau.`,
  notYet: 'Ce n’est pas encore arrivé\u00a0: notez ce qui s’est passé.',
  handedOut: (title: string, name: string) =>
    `${title}\u00a0: parti${name === '' ? '' : ` avec ${name}`}.`,
  handedOutClash: (title: string, name: string) =>
    `${title}\u00a0: parti${name === '' ? '' : ` avec ${name}`}. ` +
    'Mais c’était promis à quelqu’un d’autre\u00a0: appelez les deux.',
  handedBack: (title: string) => `${title}\u00a0: rendu, complet.`,
  handedBackShort: (title: string, pieces: readonly string[]) =>
    `${title}\u00a0: ` +
    (pieces.length === 0 ? 'rendu.' : `rendu, incomplet\u00a0: il manque ${and(pieces)}.`),
  handedBackBroken: 'C’est abîmé\u00a0: cela ne part plus avant d’être réparé.',
  backBeforeOut: 'C’est revenu avant d’être parti\u00a0? Regardez le jour et l’heure.',
  meterWas: (was: number) => `Le compteur disait ${figure(was, 'fr')}\u00a0: relisez-le.`,
  meterBackwards: (out: number) =>
    `Le compteur disait ${figure(out, 'fr')} au départ\u00a0: relisez-le.`,
  foundAgain: (piece: string) => `${capital(piece)}\u00a0: retrouvé.`,
}
