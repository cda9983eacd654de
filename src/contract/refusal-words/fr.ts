import type { RefusalCode } from '../../core/form/form.ts'

/**
 * French sentences for fields of a form that can’t be read, by the code of the refusal, with the
 * examples that they end with. `contract/refusal.ts` chooses one. `en.ts` has the English ones, of
 * the same type.
 */

/** The words of all refusals of fields: sentences and examples. `en.ts` has this type. */
export type RefusalWords = typeof fr

/**
 * The sentence of each code of refusal. `label`: the field’s. `more`: the detail of the refusal (a
 * length, a day), or an example.
 */
export type RefusalSentences = Readonly<
  Record<RefusalCode, (label: string, more: string) => string>
>

const refusals: RefusalSentences = {
  missing: label => `Il manque « ${label} ».`,
  tooLong: (label, more) =>
    `« ${label} » est trop long : ${more.replace(/(?<=\d)(?=(?:\d{3})+$)/g, '\u202f')} ` +
    'caractères au plus.',
  brokenText: label =>
    `« ${label} » contient un caractère abîmé : effacez-le, puis tapez-le de nouveau.`,
  notANumber: (label, more) => `« ${label} » demande un nombre, par exemple ${more}.`,
  notWithin: (label, more) => `«\u00a0${label}\u00a0» demande un nombre ${more}.`,
  notWholeWithin: (label, more) => `«\u00a0${label}\u00a0» demande un nombre entier, ${more}.`,
  notMoneyWithin: (label, more) => `«\u00a0${label}\u00a0» demande une somme ${more}\u00a0€.`,
  notMoney: (label, more) => `« ${label} » demande une somme en euros, par exemple ${more}.`,
  notADay: (label, more) => `« ${label} » demande une date, par exemple ${more}.`,
  noSuchDay: label => `« ${label} » : ce jour n’existe pas dans le calendrier.`,
  otherWeekday: (label, more) =>
    `«\u00a0${label}\u00a0»\u00a0: il n’y a pas de «\u00a0${more}\u00a0» dans les semaines qui ` +
    'viennent. Dites aussi le mois, par exemple 5 décembre.',
  farDay: label => `«\u00a0${label}\u00a0»\u00a0: vérifiez l’année, elle est trop loin d’ici.`,
  notATime: (label, more) => `« ${label} » demande une heure, par exemple ${more}.`,
  notAMoment: (label, more) => `« ${label} » demande un jour et une heure, par exemple ${more}.`,
  endBeforeStart: label =>
    `« ${label} » : la fin vient avant le début. Si cela finit un autre jour, dites aussi ` +
    'le dernier jour.',
  endIsStart: label =>
    `«\u00a0${label}\u00a0»\u00a0: c’est l’heure du début. Jusqu’à quand\u00a0? Si cela ` +
    'finit un autre jour, dites aussi le dernier jour.',
  notOneOfItsDays: (label, more) =>
    `«\u202f${label}\u202f»\u00a0: ce n’est pas un des jours de la répétition. Le premier ` +
    `qui en est un\u00a0: ${more}.`,
  halfPeriod: label => `« ${label} » demande deux dates, le début et la fin.`,
  notAChoice: label => `« ${label} » : choisissez une des réponses proposées.`,
  noSuchCommune: (label, more) =>
    `« ${label} » : la commune ${more} n’est pas connue ici. Choisissez dans la liste.`,
  twoCommunes: (label, more) =>
    `« ${label} » : il y a plusieurs communes ${more}. Choisissez dans la liste.`,
  notAPoint: (label, more) =>
    `« ${label} » demande une latitude et une longitude, par exemple ${more}.`,
  noSuchLink: label => `« ${label} » : choisissez dans la liste.`,
  noSuchTheme: label => `« ${label} » : choisissez dans la liste des thèmes.`,
  notAPhone: (label, more) => `« ${label} » : ce numéro n’a pas l’air entier. Par exemple ${more}.`,
  notAnEmail: (label, more) =>
    `« ${label} » : cette adresse n’a pas l’air entière. Par exemple ${more}.`,
  notAnAddress: (label, more) => `« ${label} » demande l’adresse d’une page, par exemple ${more}.`,
  notTheseHours: (label, more) =>
    `« ${label} » : « ${more} » ne se lit pas comme des horaires. Dites l’heure du début et ` +
    'celle de la fin, par exemple « samedi 9 h-12 h ».',
  notHours: (label, more) => `« ${label} » : ces horaires ne se lisent pas. Par exemple ${more}.`,
  twoRecurrences: (label, more) =>
    `« ${label} » : vous avez choisi une répétition dans la liste et écrit « ${more} ». ` +
    'Gardez l’une des deux.',
  twoEnds: (label, more) =>
    `« ${label} » : vous avez écrit « ${more} », et à côté un autre dernier jour. ` +
    'Gardez l’un des deux.',
  neverRecurs: label =>
    `« ${label} » : à partir du premier jour, cette répétition ne tombe jamais. ` +
    'Changez-la, ou changez ce jour.',
  notARecurrence: (label, more) =>
    `« ${label} » : cette répétition ne se lit pas. Par exemple ${more}.`,
  recursExcept: label =>
    `« ${label} » : une date où rien n’a lieu ne s’écrit pas ici. Écrivez la répétition ` +
    'seule, et enregistrez. Puis, sur la page de l’événement, touchez ' +
    '« Annuler ou déplacer » à côté de cette date.',
  tooMany: (label, more) => `« ${label} » : ${more} réponses au plus.`,
  tooManyFiles: (label, more) =>
    `« ${label} » : ${more} au plus. Décochez-en, ou envoyez-en moins.`,
  unknownFile: label => `« ${label} » : ce fichier n’est pas arrivé. Joignez-le de nouveau.`,
}

export const fr = {
  refusals,
  /** The least and the most that a field takes. */
  between: (least: string, most: string) => `de ${least} à ${most}`,
  examples: {
    number: '12',
    money: '3,50',
    day: '5/12/2026',
    time: '14 h 30',
    moment: '2026-12-05 14:30',
    point: '45,7342 et 3,9689',
    phone: '04 77 00 00 00',
    email: 'prenom@exemple.fr',
    url: 'https://exemple.fr',
    hours: 'lundi 14h-18h, jeudi 9h30-12h',
    recurrence: 'tous les jeudis',
  },
}
