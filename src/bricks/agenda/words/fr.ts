import type { PageQuestion } from '../../../contract/search.ts'
import { dayPlain } from '../../../text/days.ts'

/** What people ask the search about the page itself. */
const questions: readonly PageQuestion[] = [
  {
    words: 'Proposer une date',
    text: 'La personne qui tient la page la lit d’abord, puis elle est dans l’agenda.',
    href: '/agenda/proposer',
    asked: [
      'proposer/ajouter/mettre/annoncer/inscrire/publier/créer/organiser date/événement/' +
        'fête/loto/concert/agenda/sortie',
    ],
  },
  {
    words: 'L’agenda',
    text: 'Tout ce qui vient, jour par jour.',
    href: '/agenda',
    asked: [
      'agenda/calendrier/programme/sorties village*',
      'mettre/copier/télécharger/abonner* agenda/calendrier téléphone',
    ],
  },
]

/** What people read about what is to come. `en.ts` has this type. */
export const fr = {
  questions,
  types: {
    event: {
      one: 'rendez-vous',
      many: 'Agenda',
      add: 'Ajouter un rendez-vous',
      fields: {
        title: { label: 'Quoi', hint: 'Par exemple « Café de réparation ».' },
        startsOn: { label: 'Jour' },
        startsAt: { label: 'Heure' },
        endsOn: { label: 'Dernier jour', hint: 'Seulement si cela dure plusieurs jours.' },
        endsAt: { label: 'Heure de fin' },
        recurs: { label: 'Se répète' },
        notPublicHolidays: { label: 'Pas les jours fériés' },
        notSchoolHolidays: { label: 'Pas pendant les vacances scolaires' },
        place: { label: 'Lieu' },
        where: { label: 'Où', hint: 'Par exemple « départ place de l’église ».' },
        commune: { label: 'Commune' },
        themes: { label: 'Thème' },
        who: { label: 'Qui s’en occupe', hint: 'Un prénom, s’il veut bien être cité.' },
        reach: {
          label: 'Comment joindre',
          hint: 'Un lieu et une heure, quelqu’un qui transmet, un téléphone.',
        },
        detail: { label: 'En dire plus' },
        minimum: {
          label: 'À partir de combien',
          hint: 'Le nombre de personnes qu’il faut pour que cela ait lieu.',
        },
        seats: {
          label: 'Nombre de places',
          hint: 'Quand c’est complet, qui répond ensuite est sur la liste d’attente.',
        },
        exhibitors: { label: 'On peut y exposer ou y vendre ce qu’on fait' },
        stallPriceCents: {
          label: 'Prix de l’emplacement',
          hint: '0 si c’est gratuit. Par exemple 4,50.',
        },
        stallReach: {
          label: 'Qui appeler pour exposer',
          hint: 'Une personne, un lieu et une heure, un téléphone.',
        },
        stallConditions: {
          label: 'Conditions pour exposer',
          hint: 'Par exemple « ce qu’on fait soi-même, venir à 7 h 30 ».',
        },
        photos: { label: 'Photos' },
        notedAt: { label: 'Noté à' },
        idea: { label: 'Née de l’idée' },
      },
    },
    'event-part': {
      one: 'poste ou chose à apporter',
      many: 'Postes et choses à apporter',
      add: 'Ajouter un poste',
      fields: {
        event: { label: 'Rendez-vous' },
        kind: { label: 'Sorte', choices: { post: 'un poste', thing: 'une chose à apporter' } },
        title: {
          label: 'Quoi',
          hint: 'Par exemple «\u00a0la buvette\u00a0» ou «\u00a0des tables\u00a0».',
        },
        day: { label: 'Pour quelle fois' },
        startsAt: { label: 'De' },
        endsAt: { label: 'À' },
        wanted: { label: 'Combien il en faut' },
      },
    },
    'event-date': {
      one: 'date d’un rendez-vous',
      many: 'Dates changées',
      add: 'Ajouter une date',
      fields: {
        event: { label: 'Rendez-vous' },
        day: { label: 'Jour' },
        fate: {
          label: 'Ce qui change',
          choices: { off: 'annulé', moved: 'déplacé', added: 'ajouté', out: 'enlevé' },
        },
        on: { label: 'Nouveau jour' },
        stood: { label: 'Jours où elle avait été mise' },
        startsAt: { label: 'Heure' },
        endsAt: { label: 'Heure de fin' },
        where: { label: 'Où' },
        why: { label: 'Pourquoi' },
      },
    },
  },
  noneThen: 'Rien n’est annoncé ce jour-là.',
  noneInThese: 'Rien n’est annoncé ces jours-là.',
  next: 'Ensuite\u00a0: ',
  lacked: 'On en cherche pour un rendez-vous',
  menu: 'Agenda',
  soon: 'Bientôt',
  often: 'Comme chaque semaine',
  more: 'l’agenda',
  title: 'Agenda',
  propose: 'Proposer une date',
  ofIdea: 'Pour l’idée\u00a0:',
  dateLead: (keptBy: string) =>
    `C’est d’abord lu par ${keptBy}. Ensuite la date est montrée dans l’agenda, ici et dans les ` +
    'villages autour, sans votre nom.',
  dateLeadKeeper: 'La date est montrée tout de suite, ici et dans les villages autour.',
  sendDate: 'Proposer cette date',
  setDate: 'Mettre dans l’agenda',
  dateWaits: 'Merci. La date est lue d’abord, puis montrée dans l’agenda.',
  dateShown: 'La date est dans l’agenda.',
  leadDays: (days: string) => `Ce qui vient, dans les ${days} jours.`,
  ics: 'Mettre l’agenda dans mon téléphone',
  forIt: { offer: 'Proposé pour cet événement', need: 'Cherché pour cet événement' },
  signUpOnce: 'Feuille de présence',
  signUp: 'Feuille de présence à imprimer',
  icsOne: 'Mettre ce jour dans mon téléphone',
  commune: 'Commune',
  theme: 'Thème',
  found: (n: number) => (n === 1 ? 'Un rendez-vous.' : `${n} rendez-vous.`),
  weeks: ['Cette semaine', 'La semaine prochaine', 'Plus tard'],
  nothing: (keptBy: string) =>
    `Rien de prévu pour l’instant. Vous préparez quelque chose ? Dites-le à ${keptBy}.`,
  keeper: 'la personne qui tient cette page',
  past: 'Ce qui est passé',
  ifEnough: (people: string) => `s’il y a ${people} personnes`,
  colon: ' : ',
  titled: (title: string, condition: string) => `${title}, ${condition}`,
  already: (people: string) => `déjà ${people}`,
  alreadyOne: 'déjà une personne',
  join: 'j’en suis',
  goingOn: (day: string) => `jusqu’au ${day}`,
  atTime: (title: string, time: string) => `${title} à ${time}`,
  when: 'Quand',
  enough: 'Combien',
  whoIn: 'Qui en est',
  saidBy: (who: string) => `dit par ${who}`,
  /** A yes from before the date changed, of somebody who is still asked. */
  beforeChange: 'd’avant le changement',
  withNotes: (name: string, notes: string) => (notes === '' ? name : `${name} (${notes})`),
  whoHelps: 'Qui peut aider',
  helps: (who: string, saying: string) => `${who} : ${saying}`,
  isIn: 'il y a le compte',
  needed: (people: string) => `il en faut ${people}`,
  andNext: (rhythm: string, day: string) => `${rhythm}, la prochaine fois ${day}`,
  rhythmOver: (rhythm: string) => `${rhythm} ; c’est fini`,
  wasOn: (day: string) => `${day}, c’est passé`,
  daysAt: (day: string, times: string) => `${day}, ${times}`,
  onMap: 'Agenda',
  indicator: 'rendez-vous publiés',
  seats: 'Places',
  seatsLeft: (n: number, all: number) =>
    all === 1
      ? `une seule place, ${n === 0 ? 'elle est prise' : 'elle est libre'}`
      : n === 0
        ? `${all} places, c’est complet`
        : `${all} places, il en reste ${n}`,
  whoWaits: 'Sur la liste d’attente',
  whoHolds: 'Qui tient quoi',
  whoBrings: 'Qui apporte quoi',
  stillWanted: (n: number, isThing: boolean) =>
    isThing ? `il en manque ${n}` : n === 1 ? 'il manque une personne' : `il manque ${n} personnes`,
  bring: 'j’en apporte',
  changeParts: 'Postes et choses à apporter',
  printParts: 'Feuille des postes à afficher',
  addPost: 'Ajouter un poste',
  addThing: 'Ajouter une chose à apporter',
  joinWaiting: 'liste d’attente',
  waitsFor: (names: string) => `sur la liste d’attente\u00a0: ${names}`,
  wanted: (n: number) => (n === 1 ? 'il en faut un' : `il en faut ${n}`),
  changePart: 'Corriger',
  keepPart: 'Garder cette correction',
  partChanged: (title: string) => `«\u00a0${title}\u00a0» est corrigé.`,
  removePart: 'Retirer',
  whichDate: 'Pour quelle fois',
  partAdded: (title: string) => `«\u00a0${title}\u00a0» est sur la page.`,
  partRemoved: (title: string) => `«\u00a0${title}\u00a0» n’est plus sur la page.`,
  sheetOfParts: (title: string) => `Postes\u00a0: ${title}`,
  signHere: 'Écrivez votre prénom sur une ligne libre, et comment vous joindre si vous le voulez.',
  takenOnPage: (n: number) =>
    n === 1 ? 'déjà une réponse sur la page' : `déjà ${n} réponses sur la page`,
  partsBack: (keeper: string) => `À rapporter à ${keeper}`,
  printedOn: (day: string) => `Imprimé le ${day}`,
  nextDates: 'Les prochaines fois',
  itsDate: 'La date',
  cancelledOnce: 'annulé cette fois',
  cancelled: 'annulé',
  gone: {
    untitled: 'C’est annulé',
    title: (title: string) => `Annulé\u00a0: ${title}`,
    noLonger: (day: string) => `N’a plus lieu ${day}\u00a0: la date est retirée de l’agenda.`,
  },
  otherDay: 'Un autre jour se propose sur la page de l’idée\u00a0:',
  cancelledFor: (said: string, why: string) => `${said}\u00a0: ${why}`,
  struckTitle: {
    cancelled: (title: string) => `Annulé\u00a0: ${title}`,
    moved: (title: string) => `Déplacé\u00a0: ${title}`,
  },
  movedTo: (day: string) => `déplacé au ${day}`,
  insteadOf: (day: string) => `au lieu du ${day}`,
  otherHour: 'à une autre heure cette fois',
  otherPlace: 'ailleurs cette fois',
  unlessSchool: 'sauf si ce sont les vacances scolaires',
  notPublic: 'les jours fériés',
  notSchool: (zone: string | undefined) =>
    zone ? `pendant les vacances scolaires (zone ${zone})` : 'pendant les vacances scolaires',
  andRests: ', ni ',
  rhythmBut: (rhythm: string, days: string) => `${rhythm}, pas ${days}`,
  restsOn: (days: string, unknown: string | undefined) =>
    unknown ? `Pas ${days}. ${unknown}` : `Pas ${days}.`,
  schoolUnknownAfter: (day: string) =>
    `Les vacances scolaires d’après le ${day} ne sont pas encore connues.`,
  schoolUnknownHere: 'Cette borne ne connaît pas les vacances scolaires d’ici.',
  rests: 'Pas ces jours-là',
  changeDate: 'Annuler ou déplacer',
  cancelDate: 'Annuler ce jour',
  moveDate: 'Déplacer',
  addDate: 'Ajouter une date',
  restoreDate: 'Remettre comme avant',
  leaveOut: 'Ne plus du tout montrer cette date, même barrée',
  undo: 'Défaire',
  noSuchDate: 'Cette date n’est plus là. Rouvrez la page du rendez-vous.',
  nothingMoved: 'Dites le nouveau jour, la nouvelle heure ou le nouveau lieu.',
  sayDay: 'Dites quel jour.',
  dayIsPast: (day: string) =>
    `Le ${dayPlain(day, 'fr')} est passé\u00a0: choisissez un jour qui vient.`,
  dateIsThere: (day: string) => `Le ${dayPlain(day, 'fr')} est déjà une de ses dates.`,
  dateWasMoved: (day: string) =>
    `Le ${dayPlain(day, 'fr')} est déplacé. Remettez-le d’abord comme avant.`,
  cancelledSaid: (day: string) =>
    `C’est annulé le ${dayPlain(day, 'fr')}, et barré partout où on le cherche.`,
  leftOutSaid: (day: string) => `Le ${dayPlain(day, 'fr')} ne se montre plus.`,
  movedPartsSaid: (day: string, on: string) =>
    (day === on
      ? 'L’heure est changée. '
      : `Le ${dayPlain(day, 'fr')} passe au ${dayPlain(on, 'fr')}. `) +
    'Les postes ont gardé leurs heures\u00a0: corrigez-les ici.',
  movedSaid: (day: string, on: string) =>
    day === on
      ? `C’est changé pour le ${dayPlain(day, 'fr')}.`
      : `Le ${dayPlain(day, 'fr')} passe au ${dayPlain(on, 'fr')}.`,
  addedSaid: (day: string) => `Le ${dayPlain(day, 'fr')} est ajouté.`,
  restoredSaid: (day: string) => `Le ${dayPlain(day, 'fr')} est remis comme avant.`,
  resting: {
    title: 'L’agenda',
    about: 'Les rendez-vous à venir, jour par jour.',
  },
  poster: {
    print: 'Imprimer l’affichette',
    where: 'Où',
    again: 'Revient',
    except: 'Sauf',
    also: 'Aussi',
    who: 'Avec',
    reach: 'Pour en savoir plus',
    more: '',
    until: (day: string) => `à décrocher après le ${day}`,
  },
}
