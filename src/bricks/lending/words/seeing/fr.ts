import { capital } from '../../../../text/capital.ts'
import { dayLong } from '../../../../text/days.ts'

const many = (n: number, one: string, several: string): string =>
  n === 1 ? `1 ${one}` : `${n} ${several}`

/** What the pages of a thing answer: whether it is free, who else has one, and its rules. */
export const fr = {
  askDay: 'Libre quel jour\u00a0?',
  askDayHint: 'samedi, demain, 5 décembre',
  askUntil: 'Jusqu’au',
  askFrom: 'De',
  askTo: 'À',
  look: 'Regarder',
  dayUnread: (said: string) =>
    `«\u00a0${said}\u00a0»\u00a0: écrivez un jour comme samedi, demain ou 5 décembre.`,
  twoDays: (said: string, first: string, last: string, today: string) =>
    `«\u00a0${said}\u00a0»\u00a0: ce sont deux jours. Écrivez ${dayLong(first, 'fr', today)} ou ` +
    `${dayLong(last, 'fr', today)}.`,
  otherWeekday: (said: string) =>
    `Il n’y a pas de «\u00a0${said}\u00a0» dans les semaines qui viennent\u00a0: dites aussi le ` +
    'mois, comme 5 décembre.',
  hourUnread: (said: string) =>
    `«\u00a0${said}\u00a0»\u00a0: écrivez une heure comme 14 h ou 9 h 30.`,
  untilWhen: 'La fin est à l’heure du début\u00a0: écrivez jusqu’à quelle heure.',
  onDay: (when: string) => `${capital(when)}\u00a0:`,
  isFree: 'c’est libre.',
  isFreeUntil: (moment: string) => `c’est libre. Quelqu’un l’a ensuite, à partir de ${moment}.`,
  isFreeBut: (taken: string) => `${taken}. Le reste du jour est libre.`,
  nobodyHas: 'personne ne l’a.',
  waitFor: 'Me prévenir si cela se libère',
  keptForYou: (until: string) => `c’est libre, et gardé pour vous jusqu’à ${until}.`,
  waitsAs: (rank: number) =>
    rank === 1
      ? 'vous êtes la première personne à attendre'
      : `vous êtes la ${rank === 2 ? 'deuxième' : `${rank}e`} personne à attendre`,
  takeNext: 'Voir cette fois-là',
  freeFrom: (moment: string) => `Libre à partir de ${moment}.`,
  closedNow: 'Fermé en ce moment.',
  othersHave: 'Ailleurs',
  noticeHas: (who: string, title: string) =>
    `${who === '' ? 'Une annonce en parle' : `${who} en prête aussi`}\u00a0: ${title}`,
  boxHas: (called: string, title: string) =>
    `${called} en prête aussi, libre ce jour-là\u00a0: ${title}`,
  hereToo: (title: string) => `Ici aussi, libre ce jour-là\u00a0: ${title}`,
  open: (hours: string) => `ouvert ${hours}`,
  quiet: (hours: string) => `heures calmes\u00a0: ${hours}`,
  holds: (n: number) => `jusqu’à ${n} personnes`,
  rules: 'Comment ça marche',
  by: { day: 'On le réserve par jour', hour: 'On le réserve par heure' },
  thereAre: (n: number) => `il y en a ${n}`,
  forWhom: {
    members: 'Qui a une carte réserve aussitôt\u00a0; les autres demandent',
    group: 'Ceux que connaît qui la prête réservent aussitôt\u00a0; les autres demandent',
    asked: 'On demande à chaque fois',
  },
  days: (n: number) => many(n, 'jour', 'jours'),
  hours: (n: number) => many(n, 'heure', 'heures'),
  atMost: (what: string) => `${what} au plus`,
  aMonth: (n: number) => `${many(n, 'jour', 'jours')} par mois et par personne`,
  aYear: (n: number) => `${many(n, 'heure', 'heures')} par an et par personne`,
  notChained: 'pas deux fois de suite',
  oneWeekend: 'un week-end à la fois',
  mostAhead: (n: number) => many(n, 'réservation à venir', 'réservations à venir'),
  lead: (days: number) => `On prévient ${many(days, 'jour', 'jours')} avant`,
  ahead: (days: number) =>
    `on réserve ${days === 366 ? 'un an' : many(days, 'jour', 'jours')} à l’avance au plus`,
  locals: (days: number) =>
    `les gens de la commune d’abord, ouvert à tous ${many(days, 'jour', 'jours')} avant`,
  changeover: (minutes: number) => `${many(minutes, 'minute', 'minutes')} entre deux personnes`,
  deposit: (money: string) => `Caution ${money}`,
  fee: (money: string, per: string) => `participation ${money}${per === '' ? '' : ` par ${per}`}`,
  insurance: 'attestation d’assurance',
  partOfKit: 'Cela fait partie de',
  partsOfKit: 'Ses pièces qui se prêtent seules',
}
