import { nullPrototype } from '../../../../core/null-prototype.ts'
import { dayAfter, dayPlain, fromToday, weekday } from '../../../../text/days.ts'
import type { KeyedNow } from '../../model/handing/keyed-now.ts'

const and = (names: readonly string[]): string =>
  new Intl.ListFormat('fr', { type: 'conjunction', style: 'long' }).format(names)

const STATES: Readonly<Record<string, string>> = nullPrototype({
  out: 'parti',
  back: 'revenu',
  noShow: 'pas venu',
})
/** *Motoculteur (Paul), revenu*. */
const keyedNow = ({ title, name, state }: KeyedNow): string =>
  [name === '' ? title : `${title} (${name})`, STATES[state]].filter(Boolean).join(', ')

/** Days gone by, as a hand writes them: *hier, samedi, 29/11*. */
const daysBefore = (today: string): string => {
  const [, month, day] = dayAfter(today, -3).split('-').map(Number)
  return `hier, ${weekday(dayAfter(today, -2), 'fr')}, ${day}/${month}`
}

/** What is handed out without a screen: the sheet of a day, its slips, and how they are keyed. */
export const handingFr = {
  title: 'La feuille du jour',
  lead: 'Ce qui part et ce qui revient, avec le mot de chacun\u00a0: on remet sans écran.',
  stays: 'Elle porte des noms\u00a0: elle est à qui s’en occupe, et ne s’affiche pas.',
  onlyHere: 'Cette page porte des noms\u00a0: ouvrez-la par https, ou à la borne.',
  notInCharge: 'Vous ne vous occupez d’aucune chose prêtée.',
  today: 'aujourd’hui',
  tomorrow: 'demain',
  prepare: 'Préparer la feuille',
  prepareLead: (lines: number) =>
    `Chaque réservation reçoit son mot, et ${lines} lignes vides en reçoivent un.`,
  prepared: 'La feuille est prête\u00a0: imprimez-la.',
  print: 'Imprimer la feuille',
  printSlips: 'Imprimer les billets',
  printBlanks: 'Imprimer des billets vierges',
  keyIt: 'Reprendre la feuille',
  keyWord: (title: string) => `Noter ce mot\u00a0: ${title}`,
  yourWord: (word: string) =>
    `Votre mot\u00a0: ${word}. Il suffit de le dire en venant, même sans courant.`,
  isYours: (title: string, when: string) => `${title}\u00a0: c’est à vous, ${when}.`,
  blankWord: 'libre',
  out: 'Ce qui part',
  nothingOut: 'Rien n’est réservé.',
  back: 'Ce qui doit revenir',
  late: 'Ce qui devrait être revenu',
  blanks: 'Sans réservation',
  blanksLead: 'Une ligne par départ que personne n’avait réservé\u00a0: son mot suffit.',
  heads: {
    when: 'Quand',
    what: 'Quoi',
    who: 'Pour qui',
    word: 'Le mot',
    seen: 'À voir',
    out: 'Parti, jour et heure',
    back: 'Revenu, jour et heure',
    until: 'Jusqu’à quand',
    meterOut: 'Compteur au départ',
    meterBack: 'Compteur au retour',
    notes: 'État, ce qui manque',
  },
  missing: (pieces: readonly string[]) => `Manque\u00a0: ${and(pieces)}`,
  missingSince: (piece: string, name: string) =>
    name === '' ? piece : `${piece} (depuis le tour de ${name})`,
  missingFrom: (piece: string, day: string) => (day === '' ? piece : `${piece} (depuis ${day})`),
  deposit: (money: string) => `caution ${money}`,
  depositAlone: 'caution',
  insurance: 'assurance',
  how:
    'Qui dit son mot emporte la chose. Notez l’heure vraie, le compteur et ce qui manque\u00a0; ' +
    'tout se reprend ensuite par les mots, dans n’importe quel ordre.',
  keyedAt: (path: string) => `À reprendre sur la page, à l’adresse ${path}`,
  printed: (day: string) => `imprimée le ${day}`,
  slips: 'Les billets du jour',
  slip: {
    says: 'le mot',
    who: 'Pour qui',
    phone: 'Téléphone',
    what: 'Quoi',
    until: 'Jusqu’à quand',
    pieces: 'Dedans',
    seen: 'Vu',
    out: 'Parti le, à',
    back: 'Revenu le, à',
    meters: {
      h: { out: 'h, départ', back: 'h, retour' },
      km: { out: 'km, départ', back: 'km, retour' },
      any: { out: 'Compteur', back: 'Au retour' },
    },
    state: 'État, ce qui manque',
  },
  keyingLead:
    'Ce qui a été noté sur papier, dans n’importe quel ordre. Une ligne fausse revient seule, ' +
    'les autres sont écrites.',
  dayOfAll: 'Le jour des lignes qui n’en disent pas',
  dayHint: (today: string) => `${daysBefore(today)}. Rien\u00a0: aujourd’hui.`,
  lineCalled: (n: number) => `Ligne ${n}`,
  did: 'Ce qui s’est passé',
  didSaid: { out: 'parti', back: 'revenu', noShow: 'pas venu' },
  parts: {
    word: 'Le mot',
    day: 'Un autre jour',
    time: 'L’heure',
    name: 'Pour qui',
    phone: 'Téléphone',
    thing: 'Quoi',
    until: 'Jusqu’à quel jour',
    meter: 'Compteur',
    missing: 'Ce qui manque',
    state: 'État',
  },
  nothingChosen: '…',
  more: 'Sans réservation, un autre jour, l’état, la caution',
  depositDone: 'Caution vue, ou rendue',
  comeBackHead: 'À reprendre',
  comeBackLead: 'Videz le mot d’une ligne pour la jeter.',
  keyAct: 'Écrire',
  sheetLink: 'La feuille du jour',
  nothingKeyed: 'Tapez au moins un mot.',
  unknownWord: 'Ce mot n’est d’aucune ligne dont vous vous occupez\u00a0: relisez-le.',
  nearWord: (word: string) =>
    `Ce mot n’est d’aucune ligne dont vous vous occupez\u00a0: est-ce ${word}\u00a0?`,
  wholeWord: 'Écrivez le mot et ses chiffres\u00a0: il faut les deux, comme scie 74 39.',
  dayAhead: (day: string, today: string) =>
    `${dayPlain(day, 'fr', today)}, c’est ${fromToday(day, 'fr', today)}\u00a0: relisez le jour.`,
  longAgo: (day: string, today: string) =>
    `${dayPlain(day, 'fr', today)}, c’est ${fromToday(day, 'fr', today)}\u00a0: ` +
    'relisez le jour, ou écrivez son année.',
  sayTime: 'Dites à quelle heure\u00a0: 9 h, 14:30.',
  sayThing: 'Personne ne l’avait réservé\u00a0: choisissez ce qui est parti.',
  outFirst: 'C’est revenu sans être parti\u00a0: notez d’abord le départ, ici ou sur sa ligne.',
  whichPiece: (piece: string) =>
    `«\u00a0${piece}\u00a0» n’est pas dans ce lot\u00a0: relisez la pièce.`,
  faults: {
    day: (today: string) => `Le jour\u00a0: ${daysBefore(today)}.`,
    until:
      'Jusqu’à quel jour\u00a0: un jour qui ne vient pas avant le départ, hier ou 5/12 par ' +
      'exemple.',
    time: 'L’heure\u00a0: 9 h, 14:30.',
    meter: 'Le compteur\u00a0: un nombre.',
    other: 'Cette ligne ne se lit pas\u00a0: relisez-la.',
  },
  written: (n: number, all: readonly KeyedNow[]) =>
    `${n === 1 ? 'Une ligne est écrite' : `${n} lignes sont écrites`}` +
    `${all.length === 0 ? '' : `\u00a0: ${all.map(keyedNow).join('\u00a0; ')}`}.`,
  already: (n: number) => (n === 1 ? 'Une l’était déjà.' : `${n} l’étaient déjà.`),
  owed: (pieces: readonly string[]) => `Il manque ${and(pieces)}.`,
  clash: (titles: readonly string[]) =>
    `${and(titles)}\u00a0: promis à deux personnes à la fois. C’est noté\u00a0; ` +
    'appelez les deux.',
  comeBack: (n: number) =>
    n === 1 ? 'Une ligne est à reprendre.' : `${n} lignes sont à reprendre.`,
  thrown: 'C’est jeté.',
  linesWait: (n: number) =>
    n === 1 ? 'Une ligne de papier est à reprendre' : `${n} lignes de papier sont à reprendre`,
  condition: 'état',
  meter: 'compteur',
}
