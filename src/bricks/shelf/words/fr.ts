import type { PageQuestion } from '../../../contract/search.ts'
import { saySize } from '../../../ui/sizes.ts'

const files = (n: number): string =>
  n === 0 ? 'aucun fichier' : n === 1 ? '1 fichier' : `${n} fichiers`

/** What people ask the search about the page itself. */
const questions: readonly PageQuestion[] = [
  {
    words: 'Les fichiers à prendre ici',
    text: 'Rien ne passe par Internet.',
    href: '/fichiers',
    asked: [
      'télécharger/prendre/copier fichier/document/film/livre/musique*',
      'apporter/déposer/partager/envoyer* fichier/document/étagère',
    ],
  },
]

export const fr = {
  questions,
  title: 'Fichiers',
  lead:
    'Des documents, des livres, de la musique, des films à emporter. Ils sont dans cette ' +
    'borne : rien ne passe par Internet.',
  noFolder:
    'L’étagère est vide pour l’instant. La personne qui tient la page peut y faire des dossiers.',
  noneFound: (asked: string) =>
    `Rien sur l’étagère pour « ${asked} ». Essayez un autre mot, ou ouvrez les dossiers.`,
  searchHere: 'Chercher sur l’étagère',
  search: 'Chercher',
  allFolders: 'Tous les dossiers',
  folders: 'Les dossiers',
  found: (n: number) => (n === 1 ? 'Un fichier' : `${n} fichiers`),
  inIt: 'Ce qu’on y prend',
  foundOnShelf: 'Sur l’étagère de cette borne',
  askKeeper: 'Une question, un fichier qui ne devrait pas être là ? Voyez',
  keeper: 'la personne qui tient la page',
  size: (bytes: number) => saySize(bytes, 'fr'),
  madeOf: (made: string, heavy: string) => `${made}, ${heavy}`,
  holds: (n: number, heavy: string) => (n === 0 ? 'vide' : `${files(n)}, ${heavy}`),
  setOf: (season: string, on: string) => `${season}${on ? `, posé ${on}` : ''}`,
  setBy: 'Choisi par',
  season: 'Saison',
  readersShort: {
    anyone: '',
    neighbours: '· pour qui a une carte',
    keeper: '· pour vous seul·e',
  } as Readonly<Record<string, string>>,
  newFolder: 'Faire un dossier',
  makeFolder: 'Faire ce dossier',
  changeTitle: (name: string) => `Changer « ${name} »`,
  change: 'Changer le dossier',
  keepChanges: 'Garder ces changements',
  fromKey: 'Prendre d’une clé',
  renew: 'Renouveler depuis une clé',
  add: 'Apporter un fichier',
  addTo: (name: string) => `Apporter un fichier dans « ${name} »`,
  print: 'Imprimer la liste',
  emptyFolder: 'Il n’y a encore rien ici.',
  readOnly: 'Ce choix se renouvelle en entier, chaque saison : on y prend, on n’y ajoute rien.',
  withCard: 'Pour apporter ici, entrez d’abord avec votre carte.',
  take: (made: string) => `Emporter (${made})`,
  goesOn: 'Si le Wi-Fi coupe, relancez : cela reprend où c’était resté.',
  play: (title: string) => `Écouter ou regarder « ${title} » ici`,
  broughtOn: 'Apporté',
  fileName: 'Nom du fichier',
  stillWaits:
    'La personne qui tient la page ne l’a pas encore vu : il n’est lu par personne d’autre.',
  mend: 'Corriger ce qu’on en dit',
  mended: 'C’est corrigé.',
  titleWanted: 'Donnez-lui un titre : c’est par lui qu’on le trouve.',
  takeDown: 'Retirer ce fichier',
  takeDownMeans:
    'Il quitte la borne tout de suite, et sa ligne avec lui. Pour le remettre, il faudra le ' +
    'rapporter.',
  takeDownSet:
    'Il fait partie d’un choix de saison. Il quitte la borne tout de suite ; le reste du ' +
    'choix demeure.',
  takeDownNow: 'Le retirer maintenant',
  takenDown: (title: string) => `« ${title} » n’est plus sur l’étagère.`,
  accept: 'Le mettre sur l’étagère',
  refuse: 'Le retirer',
  shownNow: 'Il est sur l’étagère.',
  toSee: 'Fichiers à voir',
  toSeeLead:
    'Ce que des gens ont apporté et que vous seul·e voyez. Ouvrez, écoutez, puis mettez-le ' +
    'sur l’étagère ou retirez-le.',
  nothingToSee: 'Rien n’attend.',
  waiting: (n: number) =>
    n === 1
      ? 'un fichier apporté attend que vous le voyiez'
      : `${n} fichiers apportés attendent que vous les voyiez`,
  waitsFor: (folder: string, by: string) => `pour « ${folder} »${by ? `, apporté par ${by}` : ''}`,
  room: 'La place',
  roomUsed: (heavy: string) => `L’étagère prend ${heavy} sur cette borne.`,
  roomShare: 'Part de la place libre qu’elle peut prendre, en %',
  roomHint:
    'De 5 à 90. De la place reste toujours pour les annonces et leurs copies, quoi que vous ' +
    'écriviez ici.',
  keepRoom: 'Garder cette part',
  percentWanted: 'Écrivez un nombre entier, de 5 à 90.',
  shared: (percent: number) => `L’étagère peut prendre ${percent} % de la place libre.`,
  needed: 'il le faut',
  nothingThere: 'Il n’y a rien de ce nom ici : la page a peut-être changé entre-temps.',
  wholeMb: 'Écrivez un nombre entier de Mo, au moins 1 ; ou rien.',
  folderMade: 'Le dossier est fait.',
  folderChanged: 'Le dossier est changé. Ce qui y était y reste.',
  closeFolder: 'Fermer ce dossier',
  closeMeans:
    'Le dossier et tout ce qu’il contient quittent la borne, tout de suite et pour de bon.',
  closeSure: 'Oui, tout retirer',
  closeNow: 'Fermer le dossier',
  tickToClose: 'Cochez « Oui, tout retirer » : cela ne se défait pas.',
  folderClosed: (name: string, n: number) =>
    `« ${name} » est fermé${n > 0 ? `, et ${files(n)} avec lui` : ''}.`,
  folderHints: {
    purpose: 'Ce qu’on y trouve, pour qui le lit sans connaître.',
    largestMb: (usual: number) =>
      `En Mo. Rien d’écrit : ${usual}. Ce que vous apportez vous-même n’est borné que par ` +
      'le disque.',
    quotaMb: 'En Mo. Rien d’écrit : la place de l’étagère.',
    season:
      'Pour un choix qu’on renouvelle en entier : « Hiver 2026 ». Personne n’y ajoute ' +
      'rien ; il se remplit depuis une clé.',
    source: 'Qui l’a préparé : la médiathèque, l’école…',
  },
  fileHints: {
    title: 'Pour un seul fichier. Pour plusieurs, chacun garde son nom.',
    author: 'Qui l’a écrit, joué, filmé.',
    licence:
      'Ce qui permet de le donner à tous. Dans le doute, ne l’apportez pas : demandez d’abord.',
    source: 'L’adresse où il se trouve, si elle existe.',
    broughtBy: 'Lu par quiconque ouvre le dossier. Vous pouvez n’en rien dire.',
  },
  chooseLicence: 'Choisir…',
  takes: (kinds: readonly string[], largest: string | undefined, most: number) =>
    'Ce dossier prend : ' +
    `${kinds.join(', ').toLowerCase()}${largest ? `, ${largest} au plus par fichier` : ''}, ` +
    `${most} à la fois.`,
  seenFirst: 'La personne qui tient la page regarde avant que cela se voie.',
  alreadyCame: (n: number) => `Fichier ${n}, déjà reçu`,
  send: 'Envoyer',
  stayWhile:
    'Restez près de la borne jusqu’à la page suivante : un envoi coupé ne laisse rien, il ' +
    'faut le refaire.',
  waitsNow: (n: number): string =>
    n === 1
      ? 'Merci ! Il sera sur l’étagère quand la personne qui tient la page l’aura vu.'
      : 'Merci ! Ils seront sur l’étagère quand la personne qui tient la page les aura vus.',
  broughtNow: (n: number) =>
    n === 1 ? 'C’est sur l’étagère.' : `${n} fichiers sont sur l’étagère.`,
  notTakenHere: 'Ce dossier ne prend pas de fichiers de vous. Voyez la personne qui tient la page.',
  full:
    'Il n’y a plus de place pour cela sur l’étagère. Rien n’a été pris. Dites-le à la ' +
    'personne qui tient la page.',
  tooMuchWaits:
    'Trop de fichiers attendent déjà d’être vus. Revenez quand la personne qui tient la ' +
    'page les aura regardés.',
  tooLargeHere: (name: string) => `« ${name} » est trop lourd pour ce dossier.`,
  alreadyWaits: (name: string) =>
    `«\u202f${name}\u202f» est déjà arrivé, et attend d’être vu par la personne qui tient la page.`,
  alreadyHere: (name: string, title: string) =>
    `« ${name} » est déjà dans ce dossier, sous le titre « ${title} ».`,
  nameFaults: {
    empty: () => 'Un fichier n’a pas de nom. Donnez-lui-en un, puis renvoyez-le.',
    long: (name: string) => `Le nom de « ${name}… » est trop long. Raccourcissez-le.`,
    path: (name: string) => `« ${name} » a une barre dans son nom. Renommez-le, puis renvoyez-le.`,
    unseen: (name: string) =>
      `« ${name} » a dans son nom des signes qui ne se voient pas. Renommez-le à la main, ` +
      'puis renvoyez-le.',
    program: (name: string) =>
      `« ${name} » n’est pas pris : c’est un programme, une page ou un raccourci, ou cela y ` +
      'ressemble. Un virus voyage ainsi.',
    reserved: (name: string) =>
      `« ${name} » est un nom que des ordinateurs gardent pour eux. Renommez-le.`,
    unknown: (name: string) =>
      `« ${name} » n’est pas d’une sorte qu’on prend ici. Un PDF va toujours.`,
  },
  kindFaults: {
    other: (name: string) =>
      `« ${name} » n’est pas ce que dit la fin de son nom. Enregistrez-le de nouveau dans ` +
      'son logiciel, puis renvoyez-le.',
    macros: (name: string) =>
      `« ${name} » contient des macros, de petits programmes. Enregistrez-le sans, ou en PDF.`,
    hidden: (name: string) => `« ${name} » cache un programme. Il n’est pas pris.`,
    notTaken: (name: string) => `« ${name} » n’est pas d’une sorte que prend ce dossier.`,
    nothing: (name: string) => `« ${name} » est vide. L’avez-vous enregistré ?`,
  },
  kinds: {
    documents: 'Documents',
    books: 'Livres',
    pictures: 'Images',
    music: 'Musique et voix',
    films: 'Films',
  },
  licenceMeans: {
    'public-domain':
      'Son auteur est mort depuis plus de soixante-dix ans, ou la loi le donne à tous.',
    cc0: 'Son auteur le donne sans rien demander.',
    by: 'On le copie et on le change, en nommant l’auteur.',
    'by-sa':
      'On le copie et on le change, en nommant l’auteur et en le rendant sous la même licence.',
    'by-nc': 'On le copie et on le change, sans en faire commerce, en nommant l’auteur.',
    'by-nd': 'On le copie sans le changer, en nommant l’auteur.',
    'by-nc-sa':
      'On le copie et on le change, sans commerce, en nommant l’auteur et sous la même licence.',
    'by-nc-nd': 'On le copie sans le changer ni en faire commerce, en nommant l’auteur.',
    lal: 'On le copie et on le change, en nommant l’auteur et en le rendant libre à son tour.',
    public: 'Une mairie, une école, un service public le met à la disposition de tous.',
    mine: 'La personne qui l’a apporté l’a fait, et le donne à lire et à copier.',
    agreed: 'La personne qui l’a apporté dit que son auteur est d’accord.',
  } as Readonly<Record<string, string>>,
  printed: {
    kind: 'Fichiers de l’étagère',
    take: (page: string) => `À prendre par le Wi-Fi de la borne, à l’adresse ${page}`,
    author: 'De',
    licence: 'Licence',
    made: 'Sorte et taille',
    folder: 'Dossier',
    on: (day: string) => `imprimé le ${day}`,
    empty: 'Rien encore.',
  },
  home: 'Sur l’étagère',
  homeTake: 'À lire, à écouter, à emporter',
  newest: 'le dernier :',
  renewed: (n: number, season: string) => `« ${season} » est en place : ${files(n)}.`,
  renewedOld: (name: string) => ` L’ancien choix est gardé dans « ${name} ».`,
  seasonWanted: 'Dites de quelle saison est ce choix : « Hiver 2026 ».',
  nothingCame: 'Aucun fichier n’a pu être pris.',
  types: {
    'shelf-folder': {
      one: 'dossier de l’étagère',
      many: 'Dossiers de l’étagère',
      add: 'Faire un dossier',
      fields: {
        name: { label: 'Nom du dossier' },
        purpose: { label: 'À quoi il sert' },
        readers: {
          label: 'Qui le voit',
          choices: {
            anyone: 'tout le monde',
            neighbours: 'qui a une carte',
            keeper: 'vous seul·e',
          },
        },
        adders: {
          label: 'Qui peut y apporter',
          choices: {
            nobody: 'personne d’autre que vous',
            neighbours: 'qui a une carte',
            anyone: 'tout le monde',
          },
        },
        waits: { label: 'Ce qu’on y apporte attend que je l’aie vu' },
        kinds: { label: 'Ce qu’il prend' },
        largestMb: { label: 'Au plus par fichier' },
        quotaMb: { label: 'Au plus pour le dossier' },
        season: { label: 'Saison' },
        setOn: { label: 'Posé le' },
        source: { label: 'Choisi par' },
      },
    },
    'shelf-file': {
      one: 'fichier de l’étagère',
      many: 'Fichiers de l’étagère',
      add: 'Apporter un fichier',
      fields: {
        title: { label: 'Titre' },
        author: { label: 'De qui c’est' },
        about: { label: 'Ce que c’est' },
        licence: {
          label: 'Licence',
          choices: {
            'public-domain': 'domaine public',
            cc0: 'CC0',
            by: 'CC BY',
            'by-sa': 'CC BY-SA',
            'by-nc': 'CC BY-NC',
            'by-nd': 'CC BY-ND',
            'by-nc-sa': 'CC BY-NC-SA',
            'by-nc-nd': 'CC BY-NC-ND',
            lal: 'Licence Art Libre',
            public: 'document public',
            mine: 'c’est moi qui l’ai fait, je le donne à lire et à copier',
            agreed: 'son auteur est d’accord, je lui ai demandé',
          },
        },
        source: { label: 'D’où il vient' },
        broughtBy: { label: 'Prénom de qui l’apporte' },
        file: { label: 'Fichier' },
        folder: { label: 'Dossier' },
        season: { label: 'Saison' },
        waiting: { label: 'Attend d’être vu' },
        on: { label: 'Apporté le' },
        member: { label: 'Apporté par' },
      },
    },
    'shelf-room': {
      one: 'place de l’étagère',
      many: 'Place de l’étagère',
      add: 'Dire la place',
      fields: { on: { label: 'Dit le' }, percent: { label: 'Part, en %' } },
    },
  },
  /** A sentence under each link of the keeper’s page. */
  toolAbout: {
    shelf: 'Documents, livres et films à emporter, sans Internet\u00a0: y mettre, y ranger.',
  },
  resting: {
    title: 'Les fichiers',
    about: 'Des documents, des livres, de la musique, des films à emporter.',
  },
}
