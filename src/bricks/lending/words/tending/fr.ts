import { dayPlain, figure } from '../../../../text/days.ts'
import type { UpkeepSeen } from '../../model/upkeep.ts'

const count = (n: number | null, unit: string): string =>
  `${figure(n ?? 0, 'fr')}\u00a0${unit}`.trim()

/** To add a thing, to set it, to look after it. */
export const fr = {
  add: 'Prêter une chose',
  addLead:
    'Peu de mots suffisent\u00a0: ce que c’est, où cela se trouve, comment vous joindre. ' +
    'Le reste se règle plus tard.',
  addMore: 'En dire plus',
  addButton: 'La prêter',
  added: (title: string) =>
    `${title}\u00a0: c’est à prêter. Réglez qui réserve, et combien de temps.`,
  notYourNotice: 'C’est à qui a écrit l’annonce de la mettre à prêter.',
  byCardAlone:
    'Cette annonce ne se lit qu’avec une carte, et une chose à prêter se lit sans\u00a0: ' +
    'montrez d’abord l’annonce à tous, ou ajoutez la chose avec d’autres mots.',
  hereAlone:
    'Cette annonce ne se lit qu’ici, et une chose à prêter se lit aussi dans les villages ' +
    'autour\u00a0: c’est à qui a écrit l’annonce de la mettre à prêter.',
  madeAlready: 'C’est déjà à prêter.',
  fromNotice: 'La mettre à prêter, avec ses jours',
  fromNoticeSaid:
    'On y verra quand c’est libre, et on la réservera sans vous appeler. Ses mots se liront ' +
    'aussi sans carte, et dans les villages autour.',
  seeThing: 'Les jours où c’est libre',
  setUp: 'Régler',
  setUpLead: 'Ce qui n’est pas rempli ne limite rien.',
  setUpButton: 'Garder',
  heads: {
    what: 'Ce que c’est',
    inside: 'Ce qu’il y a avec',
    whom: 'Qui l’a, et quand',
    share: 'Combien, par personne',
    against: 'Contre quoi',
    upkeep: 'Entretien',
  },
  notYourKit: 'Quelqu’un d’autre s’occupe de cette malle\u00a0: demandez-lui de la mettre dedans.',
  leadPastAhead: (least: number, most: number) =>
    `On réserve au moins ${figure(least, 'fr')} et au plus ${figure(most, 'fr')} jours à ` +
    'l’avance\u00a0: personne ne pourrait réserver.',
  insideItself: 'Une malle n’est pas dans une autre malle, ni dans elle-même.',
  isSet: (title: string) => `${title}\u00a0: c’est réglé.`,
  lookedAfter: 'L’entretien est noté.',
  sayRepaired: 'C’est réparé\u00a0? Notez-le dans son histoire, et cela repart',
  mendedTick: 'C’est réparé\u00a0: cela repart',
  history: 'Son histoire',
  historyOf: (title: string) => `${title}\u00a0: son histoire`,
  upkeepDone: 'Ce qui a été fait',
  noUpkeep: 'Aucun entretien n’est noté.',
  noTurn: 'Aucun tour encore.',
  noteUpkeep: 'Noter un entretien',
  dueNow: ({ since, meter, at, next }: UpkeepSeen, unit: string, today: string) =>
    since == null
      ? `Entretien à faire (${count(meter, unit)}, prévu à ${count(at, unit)}).`
      : `Entretien à faire depuis le ${dayPlain(next ?? since, 'fr', today)}.`,
  dueNext: ({ meter, at, next }: UpkeepSeen, unit: string, today: string) =>
    'Prochain entretien\u00a0: ' +
    [
      ...(next === null ? [] : [`le ${dayPlain(next, 'fr', today)}`]),
      ...(at === null
        ? []
        : [`à ${count(at, unit)}\u00a0: encore ${count(at - (meter ?? 0), unit)}`]),
    ].join(' ou ') +
    '.',
  meterAt: (said: string) => `Le compteur dit ${said}.`,
  turns: 'Ses tours',
  turnsCount: (turns: number, days: number) =>
    `${turns === 1 ? '1 tour' : `${turns} tours`}, ` +
    `${days === 1 ? '1 jour' : `${days} jours`} dans l’année.`,
  columns: {
    when: 'Quand',
    who: 'Qui',
    how: 'Ce qui s’est passé',
    what: 'Quoi',
    meter: 'Compteur',
  },
  daysLate: (days: number) =>
    days === 1 ? 'un jour en retard' : `${figure(days, 'fr')}\u00a0jours en retard`,
  printIt: 'Imprimer',
  lacking: (pieces: readonly string[]) =>
    `il manque ${new Intl.ListFormat('fr', { type: 'conjunction' }).format(pieces)}`,
  printSheet: 'Mode d’emploi à imprimer',
  printLabel: 'Étiquette',
  sheetPieces: 'À compter au départ et au retour',
  sheetPlace: 'Où',
  sheetReach: 'Pour en parler',
  labelBack: (reach: string) => `Rendre\u00a0: ${reach}`,
  labelCall: (reach: string) => `Pour en parler\u00a0: ${reach}`,
  labelWhose: (name: string) => `C’est à\u00a0: ${name}`,
  labelCode: ', à taper dans Chercher, sur la page',
  labelDeposit: (money: string) => `Caution\u00a0: ${money}`,
  labelPage: (title: string) => `La page de ${title}`,
  labelUpkeep: (units: number | null, unit: string, days: number | null) =>
    units === null && days === null
      ? ''
      : 'Entretien\u00a0: ' +
        [
          ...(units === null ? [] : [`tous les ${count(units, unit)}`]),
          ...(days === null ? [] : [`tous les ${count(days, 'jours')}`]),
        ].join(', ou '),
  labelPiece: (title: string) => `Fait partie de ${title}`,
}
