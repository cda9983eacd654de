import type { PageQuestion } from '../../contract/search.ts'
import { fr as own } from '../../engine/records/words/fr.ts'
import { ofName } from '../../text/of-name.ts'
import { dangers } from './danger/fr.ts'

/** What people ask the search about the page itself. */
const questions: readonly PageQuestion[] = [
  ...dangers,
  {
    words: 'Retrouver ce que j’ai envoyé',
    text:
      'Le mot et les chiffres du billet le rouvrent\u00a0; sans eux, demandez à la ' +
      'personne qui tient la page.',
    href: '/billet',
    asked: [
      'billet/ticket/récépissé/code perdu/perdre/oublié/retrouver*',
      'retrouver/suivre/apparaît/affiché/paru/attend envoi/annonce/demande/message',
    ],
  },
  {
    words: 'Toutes les données, en tableaux',
    text: 'Ce qui est public ici, en fichiers à prendre.',
    href: '/donnees',
    asked: [
      'télécharger/exporter/export* données/csv/tableur/excel/tableau ouvert*',
      'export/exporter/télécharger tout/annonce/page*',
      'open data',
    ],
  },
  {
    words: 'Ce qui a été retiré, et le remettre',
    text: 'Tout ce qui a quitté la page, avec un bouton pour chacun.',
    href: '/tenir/retire',
    who: 'keeper',
    asked: ['remettre/restaurer/retiré/corbeille annonce/page*'],
  },
]

/**
 * Words of the pages of any record, made from schemas, and of the engine’s own commands on them.
 */
export const fr = {
  ...own,
  questions,
  backFromMeeting: 'Vous revenez d’une réunion ?',
  pasteNotes: 'Collez vos notes.',
  untitledMeeting: 'Réunion',
  throughKeeper: (keeper: string) => `par ${keeper}`,
  printList: {
    print: 'Imprimer cette liste',
    choose: 'Choisir ce qui est imprimé',
    columns: 'Colonnes',
    sort: 'Dans l’ordre de',
    ticks: 'une case à cocher au début de chaque ligne',
    stays: 'ne quitte pas cette borne',
    lines: (n: number) => (n === 0 ? 'aucune ligne' : n === 1 ? 'une ligne' : `${n} lignes`),
    unprinted: 'Les gens qui n’ont pas dit oui au papier n’y sont pas.',
    none: 'Rien n’est encore dans cette liste.',
    noName: 'Notre village',
    keeper: own.keeper,
    printedOn: (day: string) => `imprimé le ${day}`,
  },
  keep: 'Tenir la page',
  waitsHere: 'Ce qui vous attend',
  nothingWaits: 'Rien n’attend.',
  waitsTitled: (label: string, n: number) => `${label}\u00a0(${n})`,
  toShowWaits: (what: readonly (readonly [n: number, one: string, many: string])[]) =>
    'à lire\u00a0: ' +
    `${what
      .map(([n, one, many]) => `${n}\u00a0${(n === 1 ? one : many).toLowerCase()}`)
      .join(', ')}`,
  pageItself: 'Le nom de la page, qui la tient, sa licence',
  whereCommunes: 'Les contours des communes, pour la carte',
  moreCommunes: 'Ajouter une commune à la page',
  fieldsTitle: 'Ajouter une question à une sorte d’annonce',
  fieldsLead:
    'Une question de votre village, posée partout où l’on écrit cette sorte de chose. Ses mots ' +
    'se changent\u00a0; ce qu’on y met et qui voit la réponse, non\u00a0: ajoutez-en une autre.',
  fieldsWall:
    'Le mur n’en pose pas\u00a0: ce qu’on y écrit s’oublie tout seul, une réponse y resterait.',
  fieldOf: 'Pour quoi',
  fieldLabel: 'La question, en deux mots',
  fieldHint: 'Une aide sous la question, si besoin',
  fieldKind: 'Ce qu’on y met',
  fieldUnit: 'L’unité, pour un nombre',
  fieldWho: 'Qui voit la réponse',
  fieldHome: 'elle reste ici, pour la personne qui tient la page',
  fieldCommons: 'tout le monde',
  fieldAdd: 'Ajouter la question',
  kinds: {
    text: 'une ligne',
    prose: 'un texte',
    number: 'un nombre',
    money: 'une somme',
    yesNo: 'oui, non, ou on ne sait pas',
    day: 'un jour',
    time: 'une heure',
    phone: 'un téléphone',
    email: 'une adresse électronique',
    url: 'une adresse de page',
    hours: 'des horaires',
    commune: 'une commune',
    choice: 'une réponse parmi plusieurs',
    files: 'une photo, ou quelques-unes',
  },
  fieldChoices: 'Les réponses possibles, une par ligne',
  fieldChoicesHint: 'Seulement pour «\u00a0une réponse parmi plusieurs\u00a0».',
  fieldHidden: 'Ne plus la poser (les réponses données restent)',
  fieldChange: 'Changer',
  fieldTakeAway: 'Retirer la question',
  fieldAsked: 'Les questions ajoutées',
  fieldNotAsked: 'n’est plus posée',
  fieldsGone: 'Les questions retirées',
  fieldsGoneLead: 'Leurs réponses sont gardées\u00a0: elles reviennent avec la question.',
  fieldBack: 'La poser de nouveau',
  fieldBackOf: (label: string) => `La poser de nouveau\u00a0: ${label}`,
  fieldNew: 'Une question de plus',
  broughtLines: (n: number, what: string, day: string) =>
    `${n} ${n === 1 ? 'ligne' : 'lignes'} (${what.toLowerCase()}), ${day}`,
  bringTable: 'Apporter un tableau (CSV)',
  keepers: 'Qui tient la page',
  codeSheet: 'La feuille des codes',
  eachWeek: 'Chaque semaine',
  toPrint: 'Imprimer',
  now: 'Maintenant',
  stepDone: 'c’est fait',
  allTools: 'Tout ce qu’on peut faire',
  toolAbout: {
    bringTable: 'Une liste tenue dans un tableur, d’un coup\u00a0: associations, lieux, matériel.',
    toShow: 'Ce que d’autres ont écrit et que vous seul·e voyez\u00a0: afficher, ou non.',
    takenOff: 'Ce qui a été enlevé de la page depuis un mois, et se remet d’un geste.',
    pageItself: 'Ce qui est écrit en haut et en bas de chaque page, et comment vous joindre.',
    moreCommunes: 'Un village de plus dans les listes et sur la carte.',
    whereCommunes: 'Un fichier de contours, si vous en avez un, pour une carte plus juste.',
    bricks: 'Ranger ce qui ne sert pas ici, le ressortir plus tard\u00a0: rien n’est perdu.',
    fields: 'Une question de votre village dans un formulaire\u00a0: l’étage, la clé, le créneau.',
    keepers:
      'Chacun son prénom, sa phrase de passe et ses codes\u00a0: ajouter, retirer quelqu’un.',
    codeSheet: 'Les codes imprimés qui confirment ce qui ne se défait pas.',
    toPrint:
      'La feuille, les billets, le livret, les affichettes\u00a0: tout ce qui sort sur papier.',
  },
  bricksPage: {
    title: 'Ce qu’il y a sur cette page',
    lead:
      'Une page de village n’a pas besoin de tout. Rangez ce qui ne sert pas ici\u00a0: cela ' +
      'quitte les menus, l’accueil, la recherche, les papiers et les formulaires. Rien n’est ' +
      'perdu, les autres bornes continuent à le recevoir, et un geste le ressort comme avant.',
    here: 'Ce qui sert ici',
    away: 'Ce qui est rangé',
    stay:
      'Qui fait quoi, les habitant·es, les bornes voisines, la borne et ce qui protège les gens ' +
      'ne se rangent pas\u00a0: tout le reste tient dessus.',
    holds: (n: number) => (n === 1 ? 'Une chose y est écrite.' : `${n} choses y sont écrites.`),
    putAway: 'Ranger',
    takeUp: 'Ressortir',
    of: (act: string, title: string) => `${act}\u00a0: ${title}`,
  },
  addOne: 'Ajouter',
  toolHeads: {
    in: 'Faire entrer',
    answers: 'À regarder, à répondre',
    people: 'Les gens',
    paper: 'Sur papier',
    council: 'Pour qui décide',
    box: 'La page et sa borne',
  },
  firstLine:
    'Rien n’est encore écrit ici. Une phrase suffit pour commencer : ce que vous prêtez, ce que ' +
    'vous cherchez.',
  codeAloud: 'Un code à dire à voix haute',
  codeAloudLead:
    'Un mot et quatre chiffres, imprimés sur l’affichette. Au comptoir ou au téléphone, qui veut ' +
    'répondre les dit, et la recherche retrouve cette page sans épeler son titre.',
  giveCodeAct: 'Donner un code à dire à voix haute',
  codeOpens: (title: string) => `Ce code ouvre : ${title}`,
  colon: '\u00a0: ',
  edit: 'Corriger',
  save: 'Enregistrer',
  saveAndMore: 'Enregistrer, et en ajouter',
  removed: 'retiré',
  remove: 'Retirer',
  removeAsk: 'Retirer de la page (on peut le remettre)',
  forgotten: 'effacé',
  emptied: 'enlevé',
  changed: 'changé',
  forget: 'Oublier pour de bon',
  forgetAsk:
    'Effacer pour de bon, ici et dans l’histoire de la page. Un numéro qu’un·e habitant·e a ' +
    'dans son propre dossier y reste. Cela ne se défait pas.',
  forgetWhat: 'Quoi',
  forgetPast:
    'seulement ce qui ne se voit plus (les anciennes versions) ; ce qui est affiché reste',
  forgetAll: 'tout',
  forgetCode: 'Un des dix codes de la feuille de la personne qui tient la page',
  filesOf: (n: number) => (n === 1 ? 'une photo' : `${n} photos`),
  forgotNotFinished:
    'C’est effacé des pages. L’effacement des fichiers n’est pas fini : il est repris tout ' +
    'seul, revenez voir dans une minute.',
  eraseAllLeft: (n: number) =>
    `Ces ${n} textes d’un coup, avec un seul code. Qui les a écrits ne lira plus votre raison.`,
  eraseSent:
    'Ce texte, les prénoms et la façon de joindre sont effacés de cette borne, journal et ' +
    'fichiers compris. Cela ne se défait pas.',
  leftTitle: 'Pas affiché',
  leftLead:
    'Cela n’est pas montré, et reste dans cette borne sans limite de durée. Personne ' +
    'd’autre que vous ne peut l’effacer pour de bon ; qui l’a envoyé, ou y est nommé, peut ' +
    'vous le demander.',
  leftOn: (day: string, why: string) =>
    why === '' ? `reçu ${day}, pas affiché` : `reçu ${day}, pas affiché : ${why}`,
  lastWritten: (day: string) => `Écrit ${day}`,
  you: 'vous',
  shownByKeeper: 'affiché par la personne qui tient la page',
  writer: (by: string): string =>
    by === 'visitor'
      ? 'quelqu’un de passage'
      : by === 'keeper'
        ? 'la personne qui tient la page'
        : 'un·e habitant·e',
  found: (n: number) => (n === 0 ? '' : n === 1 ? 'Une seule.' : `${n} en tout.`),
  changes: 'Ce qui a changé',
  bringBack: 'Remettre',
  putBack: 'remis',
  fromCalled: (called: string) => `depuis ${called}`,
  cameFrom: (called: string) => `Venu de la borne de ${called}.`,
  someBox: (box: string) => `quelqu’un d’autre (${box}…)`,
  fromOther: (box: string) => `depuis une autre borne (${box}…)`,
  fromHere: 'ici',
  allChanges: 'Tout voir, remettre une ancienne version',
  clashTitle: 'Quelqu’un a changé cela pendant que vous écriviez.',
  clash: (label: string, theirs: string) =>
    `${label} : l’autre a mis « ${theirs} ». Gardez le vôtre ou le sien, puis envoyez ` +
    'de nouveau.',
  sureNew: 'C’est bien autre chose',
  alike: 'Cela ressemble à ce qui est déjà là',
  flood: {
    title: (n: number, from: string) => `${n} choses attendent, arrivées ${from}`,
    card: 'par la carte d’une même personne',
    device: 'd’un même appareil, ou d’une même adresse du réseau',
    here: (name: string) => `de l’ordinateur de la borne, signées ${name}`,
    lead:
      'Un seul geste laisse de côté tout ce qui est coché. Décochez ce qui mérite d’être lu. ' +
      'Cela s’annule.',
    leadHere:
      'Plusieurs personnes s’en servent peut-être sous ce nom\u00a0: cochez ce qui est à laisser ' +
      'de côté. Cela s’annule.',
    act: 'Ne pas afficher ce qui est coché',
    each: 'Les voir une par une',
  },
  toShow: 'À montrer',
  toShowLead:
    'Ce que des gens de passage ont écrit, et ce que des habitant·es disent pour quelqu’un ' +
    'd’autre. Rien n’est visible avant votre accord.',
  held: {
    name: 'c’est dit au nom de quelqu’un d’autre',
    again: 'c’était laissé de côté, et c’est réécrit depuis',
    people: 'cela nomme quelqu’un d’autre, ou dit ce qui lui arrive',
    first: 'c’est toujours lu avant d’être montré',
    number:
      'il y a un numéro ou une adresse qui n’est pas dans ce que la borne sait de cette personne',
  },
  onScreenOnly: 'Cela se lit avec une carte\u00a0: cela ne s’imprime pas.',
  byCard: (name: string) => `par la carte ${ofName(name)}`,
  byCardGone: 'par la carte de quelqu’un qui n’est plus ici',
  leftFor: (why: string) => `La raison d’alors\u00a0: «\u00a0${why}\u00a0»`,
  heldBecause: (reasons: string) => `À lire d’abord : ${reasons}.`,
  wouldChange: 'Changerait ce qui est affiché',
  seeShown: 'Voir ce qui est affiché',
  correctionOf: (kind: string) => `correction : ${kind}`,
  shownNow: 'Affiché :',
  proposedNow: 'Proposé :',
  sameAsShown: 'Rien ne changerait dans ce qui est affiché.',
  toShowRest: (n: number) =>
    n === 1
      ? 'Encore un texte attend, plus récent. Il vient ici quand vous avez répondu.'
      : `Encore ${n} textes attendent, plus récents. Ils viennent ici à mesure que vous répondez.`,
  toShowAway: (n: number) =>
    n === 1
      ? 'Un texte attend dans ce qui est rangé.'
      : `${n} textes attendent dans ce qui est rangé.`,
  seeAway: 'Voir ce qui est rangé',
  toShowNone: 'Rien n’attend.',
  show: 'Afficher',
  refuse: 'Ne pas afficher',
  mendSent: 'Corriger avant d’afficher',
  mendSentLead:
    'Le texte corrigé est celui qui s’affichera, quand vous presserez «\u202fAfficher\u202f». ' +
    'Qui l’a écrit lira sur son billet que vous l’avez corrigé.',
  mendSentAct: 'Garder cette correction',
  isMended: 'Ce texte a été corrigé ici.',
  wasSent: 'Ce qui a été envoyé',
  refuseWhy: 'Pourquoi ? (qui l’a écrit le lira)',
  sentOn: (day: string) => `reçu ${day}`,
  homeFields: 'Reste ici',
  notGranted: 'Seule la personne qui tient la page peut envoyer cela.',
  codeIs: (code: string) => `Par téléphone, donnez ce code : ${code}`,
  giveCode: 'Donner un code à dire à voix haute',
}
