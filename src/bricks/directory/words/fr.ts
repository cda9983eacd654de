import type { PageQuestion } from '../../../contract/search.ts'
import { fr as confirming } from './confirming/fr.ts'
import { fr as types } from './types/fr.ts'

/** An article inside a sentence: *porté par le groupe du local*. */
const within = (titles: string): string =>
  titles.replace(/(?:^|(?<=, ))(?:Le|La|Les|Un|Une|Des) |(?:^|(?<=, ))L’/g, article =>
    article.toLowerCase(),
  )

/** What people ask the search about the page itself. */
const questions: readonly PageQuestion[] = [
  {
    words: 'La carte des environs',
    text: 'Les lieux et les annonces, sur un dessin des communes.',
    href: '/carte',
    asked: ['voir* carte/plan village/commune/environ/lieu/lieux/coin/géographique*'],
  },
  {
    words: 'Qui fait quoi',
    text: 'Les lieux, les associations, les projets et qui les porte.',
    href: '/annuaire',
    asked: ['annuaire/bottin/répertoire association/lieu/village*', 'qui fait quoi'],
  },
  {
    words: 'Les ordinateurs où l’on peut aller',
    text: 'Où, quand, et à qui demander.',
    href: '/annuaire/ordinateurs',
    asked: ['ordinateur/ordi public/libre/accès/service*'],
  },
  {
    words: 'Signaler une erreur',
    text: 'Ce qui n’est plus juste se dit depuis sa page.',
    href: '/a-confirmer',
    asked: [
      'signaler/dire/corriger/rectifier* erreur/faute/faux/périmé/confirmer information/page/' +
        'horaire*',
    ],
  },
]

export const fr = {
  questions,
  types,

  stop: '.',
  whoDoesWhat: 'Qui fait quoi',
  prints: {
    booklet: 'Imprimer le cahier, à plier',
    bookletOf: (name: string) => `Qui fait quoi, ${name}`,
    noName: 'notre village',
    keeper: 'la personne qui tient la page',
    toMendTitle: 'Pour corriger, ajouter, retirer',
    printedOn: (day: string) => `imprimé le ${day}`,
    coverLine: (n: number, day: string) =>
      `${n === 0 ? '' : n === 1 ? 'Une adresse, ' : `${n} adresses, `}imprimé le ${day}.`,
    nothingYet: 'Rien n’est encore écrit dans ce cahier. La place est à vous.',
    contents: 'Dans ce cahier',
    people:
      'Les personnes qui y sont l’ont dit\u202f; les autres n’y sont pas. Ce qui a changé ' +
      'se dit à qui tient la page.',
    also: 'À voir aussi',
    index: 'Par commune',
    elsewhere: 'Partout, ou ailleurs',
    mapLegend: (village: string) =>
      `En gris, ${village}. Chaque numéro est une adresse, ou plusieurs qui se touchent.`,
    confirmedOn: (day: string) => `Confirmé le ${day}`,
    map: 'Imprimer la carte, A3, avec de quoi noter',
    mapHere: (village: string) => `En gris, ${village}.`,
    mapLacks:
      'On ne sait pas encore où sont les communes\u00a0: la carte ne peut pas se dessiner. ' +
      'La personne qui tient la page peut apporter un fichier de leurs contours, ou de ' +
      'leurs centres, depuis «\u00a0Tout le reste\u00a0» (/tenir/carte).',
    mapVisited: 'Hachurées, les communes déjà visitées.',
    mapMarks: 'Un numéro, un lieu ou un groupe.',
    mapMore: 'et {n} autres, dans le cahier',
    noted: 'Ce qu’on y ajoute',
    notedWhere: 'Où',
    notedWhat: 'Quoi, qui, quand',
    notedWho: 'Dit par',
    missing: 'Il manque quelqu’un\u202f?',
    missingSay: (keeper: string) => `Écrivez-le ici, découpez, et donnez-le à ${keeper}.`,
    missingWhat: 'Qui, quoi, où, comment joindre\u00a0:',
  },
  whoLead:
    'Les lieux, les gens, les groupes, les projets des villages d’ici, et comment les joindre.',
  sharedPlace: 'Le local commun',
  sharedPlaces: 'Les locaux communs',
  byTheme: 'Par thème',
  byCommune: 'Par commune',
  seeAll: 'tout voir',
  allThemes: 'Tous les thèmes',
  counted: (words: string, n: number) => `${words} (${n})`,
  onMap: 'La carte',
  toConfirmLink: (n: number) => (n === 1 ? 'Une chose à confirmer' : `${n} choses à confirmer`),
  duplicatesLink: 'Ce qui se ressemble',
  nothingYet: (keptBy: string) =>
    keptBy === ''
      ? 'Rien n’est encore écrit ici.'
      : `Rien n’est encore écrit ici. Dites ce que vous connaissez à ${keptBy}.`,
  nothingHere: (keptBy: string) =>
    keptBy === ''
      ? 'Rien de tel n’est connu ici. Essayez avec moins de choix.'
      : `Rien de tel n’est connu ici. Essayez avec moins de choix, ou demandez à ${keptBy}.`,

  ...confirming,

  thereNow: (who: string, until: string) => `${who} est au local jusqu’à ${until}`,
  thereToday: (who: string, from: string, until: string) =>
    `${who} est au local de ${from} à ${until}`,
  inVillage: (village: string, said: string) => `${village}\u00a0: ${said}`,
  thereLater: (who: string, day: string, from: string) => `${who} sera au local ${day} à ${from}`,
  opensLaterOn: (place: string, day: string, from: string) => `${place} : ouvre ${day} à ${from}`,
  thereAllDay: (who: string) => `${who} est au local`,
  openNow: (place: string, until: string) => `${place} : ouvert jusqu’à ${until}`,
  openToday: (place: string, from: string, until: string) =>
    `${place} : ouvert de ${from} à ${until}`,
  opensToday: (place: string, from: string) => `${place} : ouvre à ${from}`,
  openAlways: (place: string) => `${place} : ouvert`,
  isOpenUntil: (time: string) => `ouvert jusqu’à ${time}`,
  opensOn: (day: string, from: string) => `ouvre ${day} à ${from}`,
  opensLater: (time: string) => `Fermé en ce moment. Ouvre aujourd’hui à ${time}.`,
  openUntil: (time: string) => `Ouvert en ce moment, jusqu’à ${time}.`,
  openStill: 'Ouvert en ce moment.',
  schoolKnownTo: (hours: string, day: string) =>
    `${hours} (vacances scolaires connues jusqu’au ${day})`,
  schoolUnknownHere: (hours: string) =>
    `${hours} (cette borne ne connaît pas les vacances scolaires d’ici)`,
  monthHere: 'Ce mois-ci, ici',
  missingHere: 'Ce qui manque ici',
  keyWith: (who: string) => `La clé est chez ${who}.`,
  presentAt: (who: string, hours: string) => `${who} est là ${hours}.`,
  presentSometimes: (who: string) => `${who} y est de temps en temps.`,
  openAt: (hours: string) => `Ouvert ${hours}.`,
  computersHere: 'Ordinateurs ouverts à tous',
  projectsHere: 'Les projets d’ici',
  needsHere: 'Ce qu’on cherche ici',
  offersHere: 'Ce qu’on propose ici',
  itsNeeds: 'Ce qu’il cherche',
  itsOffers: 'Ce qu’il propose',
  theirNeeds: 'Ce qu’on y cherche',
  theirOffers: 'Ce qu’on y propose',
  inspires: 'Ce qui l’inspire',
  inspiredOthers: 'Ce qu’il inspire',
  itsIdeas: 'Idées autour du projet',
  itsTasks: 'Ce qui reste à faire',
  itsVoices: 'Ce qu’on en dit',
  showcase: 'La vitrine : une feuille à imprimer, avec les photos',
  theyRun: 'Ce qui est porté',
  theirMembers: 'En font partie',
  theirPartnerships: 'Partenariats',
  lead: 'une piste, rien n’est promis',
  runBy: (who: string) => `porté par ${within(who)}`,

  themesTitle: 'Thèmes',
  themesLead:
    'Un même sujet rassemble les projets, ce qu’on cherche, ce qu’on propose, et ce qui se ' +
    'fait ailleurs.',
  alsoSaid: (synonyms: string) => `On dit aussi : ${synonyms}.`,
  narrower: 'Dans ce thème',
  themeProjects: 'Les projets',
  themeNeeds: 'On cherche',
  themeOffers: 'On propose',
  themeIdeas: 'Les idées',
  themeEvents: 'Bientôt',
  themeReferences: 'Ailleurs, ce qui inspire',
  themeActors: 'Qui s’y connaît',
  themePlaces: 'Où',
  themeNothing: 'Rien n’est encore rangé sous ce thème.',

  onlySome: 'Seulement ce que vous avez cherché.',
  asList: 'En liste',
  wholeMap: 'Toute la carte',
  mapTitle: 'La carte',
  aroundHere: 'Par ici',
  mapTurn: (village: string) => `En jaune, avec un anneau, ${village}. Un point rouge, un lieu.`,
  bigMap: 'la carte en grand',
  mapSays: (name: string) =>
    `Carte de ${name}. La liste des communes et de ce qui s’y trouve vient dessous.`,
  smallMapSays: (name: string) => `Carte de ${name}.`,
  mapCells: 'Les contours sont approchés : chaque commune va jusqu’à mi-chemin de sa voisine.',
  mapNone: 'On ne sait pas encore où sont les communes : voici la liste.',
  mapBring: 'Apporter leurs contours',
  legendHere: (village: string) => `En jaune, avec un anneau, ${village}`,
  legendVisited: 'en vert hachuré, les communes déjà visitées',
  legendMarks: 'un numéro dans un rond rouge, un lieu ou quelqu’un de la liste',
  smallLegend: (village: string, visited: boolean, points: boolean) =>
    'En jaune, avec un anneau, ' +
    `${village}${visited ? '\u00a0; en vert hachuré, les communes déjà visitées' : ''}` +
    `${points ? ' ; un point rouge, un lieu' : ''}` +
    '.',
  communesTitle: 'Les communes',
  spotsTitle: 'Ce qui est sur la carte',
  visited: 'déjà visitée',
  notOnMap: 'Pas sur la carte',
  layers: { actor: 'groupe', place: 'lieu' },

  duplicatesTitle: 'Ce qui se ressemble',
  duplicatesWait: (n: number) =>
    n === 1
      ? 'deux écritures se ressemblent\u00a0: la même chose\u202f?'
      : `${n} fois, deux écritures se ressemblent\u00a0: la même chose\u202f?`,
  duplicatesLead:
    'Deux écritures de la même chose ? En les joignant, rien n’est perdu, et l’on peut les ' +
    'séparer de nouveau.',
  duplicatesNone: 'Rien ne se ressemble au point de poser la question.',
  duplicatesMore: (n: number) =>
    `Les ${n} premières. Les autres viendront quand celles-ci seront réglées.`,
  whyNear: 'à moins de 100 m, avec presque le même nom',
  whyTitle: 'le même nom',
  whyCommune: 'même commune, presque le même nom',
  whyNational: 'même commune, même rue, presque le même nom',
  sameThing: 'C’est la même chose',
  notSameThing: 'Ce n’est pas la même chose',
  keptApart: 'C’est noté : ce sont deux choses différentes. La question ne sera plus posée.',
  needTwo: 'Il faut deux choses différentes de cette page.',

  figures: {
    places: 'lieux',
    groups: 'associations, entreprises, services et groupes',
    people: 'personnes qui font quelque chose',
    projects: 'projets',
    access: 'endroits où se servir d’un ordinateur',
    computers: 'ordinateurs ouverts à tous',
    partnerships: 'partenariats',
    fresh: 'confirmé depuis moins de six mois',
    old: 'confirmé il y a plus longtemps',
    never: 'noté une fois, jamais reconfirmé',
    doubts: 'à confirmer',
  },
  /** A sentence under each link of the keeper’s page. */
  toolAbout: {
    alike: 'Deux écritures de la même association ou du même lieu\u00a0: n’en faire qu’une.',
    booklet: 'L’annuaire entier, à plier et agrafer\u00a0: qui fait quoi, où, comment joindre.',
  },
  firstStep:
    'Dites comment vous joindre\u00a0: c’est écrit sur les papiers, et où l’on peut vous parler.',
}
