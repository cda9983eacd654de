import { countedFr as counted } from '../../../../text/counting.ts'

/** Words of the page to read: the notes of a meeting, and what is picked in them. */
export const fr = {
  lead: (kept: number, waiting: number) =>
    `${counted(kept, 'passage gardé', 'passages gardés')}, ` +
    `${counted(waiting, 'proposé, à lire', 'proposés, à lire')}. Une phrase compte\u00a0? ` +
    'Touchez-la, puis dites ce que c’est. Rien n’est montré avant «\u00a0Afficher\u00a0».',
  inks: 'Trait plein\u00a0: proposé. Pointillé\u00a0: peut-être. Fond clair\u00a0: gardé.',
  keys:
    'Au clavier\u00a0: j et k d’une phrase à l’autre, 1 à 8 pour dire ce que c’est, g pour ' +
    'garder ce qui est proposé à côté, a pour les lignes comme celle-ci, n pour dire non, Entrée ' +
    'pour l’ouvrir, Échap pour fermer, u pour annuler. On peut aussi choisir des mots à la souris.',
  text: 'Le texte',
  furniture: 'autour du texte (menus, messages du téléphone)',
  choose: 'Cette phrase, c’est\u00a0:',
  none: 'rien, fermer',
  kinds: {
    need: 'demande',
    offer: 'offre',
    initiative: 'projet',
    idea: 'idée',
    event: 'rendez-vous',
    task: 'à faire',
    decision: 'décision',
    actor: 'groupe',
    place: 'lieu',
    voice: 'parole',
    reference: 'exemple',
    person: 'personne',
  },
  many: {
    need: 'demandes',
    offer: 'offres',
    initiative: 'projets',
    idea: 'idées',
    event: 'rendez-vous',
    task: 'choses à faire',
    decision: 'décisions',
    actor: 'groupes',
    place: 'lieux',
    voice: 'paroles',
    reference: 'exemples',
  },
  oneTask: 'chose à faire',
  keep: 'garder',
  keepThis: (kind: string, title: string) => `garder : ${kind}, ${title}`,
  keepAnyway: 'garder quand même',
  heldWhy: (why: string) =>
    `Pas montré tel quel\u00a0: ${why}. Corrigez, ou gardez quand même si c’est sans danger.`,
  leave: 'non',
  leaveThis: (kind: string, title: string) => `non : ${kind}, ${title}`,
  back: 'remettre',
  askedOff: 'retiré à la demande de la personne',
  keepNoMore: 'ne plus garder',
  changedSince: (title: string) =>
    `Quelqu’un l’a changé entre-temps\u00a0: «\u00a0${title}\u00a0». Relisez-le, puis recommencez.`,
  backToLine: 'Revenir à la ligne',
  openThis: (kind: string, title: string) => `ouvrir : ${kind}, ${title}`,
  past: { task: 'en retard', event: 'c’est passé' },
  noDay: 'sans jour\u00a0: l’agenda ne peut pas le dire. Ouvrez-le pour l’écrire.',
  proposed: 'proposé',
  perhaps: 'peut-être',
  kept: 'gardé',
  keepPart: (n: number) => (n === 1 ? 'Garder ce qui est proposé ici' : `Garder les ${n} d’ici`),
  keepPerhaps: (n: number) => `Garder aussi les ${n} «\u00a0peut-être\u00a0» d’ici`,
  keepProject: (n: number) =>
    n === 1 ? 'Garder aussi ce qui va avec' : `Garder aussi les ${n} qui vont avec`,
  alike: (n: number) =>
    n === 1
      ? 'Et l’autre ligne comme celle-ci\u00a0?'
      : `Et les ${n} autres lignes comme celle-ci\u00a0?`,
  alikeYes: 'oui, garder',
  forWhich: 'C’est pour quoi\u00a0?',
  tied: 'C’est lié.',
  left: (n: number) => counted(n, 'passage laissé', 'passages laissés'),
  done: 'C’est fait.',
  keptNow: (n: number) => counted(n, 'passage gardé.', 'passages gardés.'),
  pickedPerson: (name: string) => `${name} est noté, et n’est pas montré.`,
  pickedCut:
    'Cette phrase dit quelque chose de quelqu’un\u00a0: écrivez-la sans cette personne, puis ' +
    'gardez-la.',
  nothingLeft:
    'De cette phrase, rien ne peut être montré\u00a0: elle dit ce qui arrive à quelqu’un, ou où ' +
    'le trouver. Choisissez d’autres mots.',
  splitSaid: 'En voici deux. Écrivez le titre de celui-ci.',
  picked: (title: string) => `Gardé\u00a0: ${title}`,
  who: (name: string) => `${name}\u00a0: qui est-ce\u00a0?`,
  nobody: 'rien de cela',
  panel: (kind: string) => `Corriger\u00a0: ${kind}`,
  kind: 'Ce que c’est',
  forWhat: 'Pour quel projet, quelle idée',
  alsoFor: 'Et aussi pour',
  atPlace: 'Où cela se passe',
  alsoAt: 'Et aussi à',
  noPlace: 'pas dit',
  noProject: 'aucun',
  withWhom: 'Avec qui',
  same: 'Déjà sur la page\u00a0?',
  isSame: (title: string) => `sur la page\u00a0: ${title}`,
  merge: 'C’est la même chose que',
  merged:
    'C’est réuni. Celui des deux qui est laissé peut être remis\u00a0: ce qui le liait reste à ' +
    'l’autre.',
  mergeAct: 'Les réunir',
  notMerged: 'choisir',
  split: 'En faire deux',
  save: 'Enregistrer',
  saveKeep: 'Enregistrer et garder',
  close: 'Fermer',
  whole: 'Tout ce qu’on peut en dire',
  meeting: 'La rencontre',
  meetingTitle: 'Son titre',
  chatTitleHint: 'Le nom du groupe reste ici. Un titre que vous écrivez sera affiché.',
  meetingDate: 'Le jour',
  meetingHour: 'L’heure',
  meetingWhere: 'Où',
  numberAlone: (ends = '') =>
    ends === '' ? 'un numéro sans nom' : `un numéro qui finit par ${ends}`,
  meetingCommune: 'Sa commune',
  meetingCommuneHint: 'Ce qui ne dit pas la sienne y sera rangé.',
  noCommune: 'on ne sait pas',
  communeTaken: (name: string) => `Ce qui ne dit pas sa commune sera rangé à ${name}.`,
  communeAsked: 'La rencontre n’a pas de commune\u00a0: ce qui ne dit pas la sienne n’en aura pas.',
  sayCommune: 'Dire laquelle',
  meetingPeople: 'Qui était là (un nom par ligne)',
  meetingPeopleHint: 'Reste dans cette borne. Personne n’est montré sans l’avoir dit.',
  readAgain: 'Relire avec ce jour',
  readAgainHint:
    'Les jours dits dans les notes («\u00a0samedi\u00a0», «\u00a0le 12\u00a0») se lisent depuis ' +
    'celui-ci. Ce que vous avez gardé, laissé ou corrigé reste.',
  notADay: 'Ce jour ne se lit pas. Écrivez le jour, le mois et l’année\u00a0: 28/11/2026.',
  notAnHour: 'Cette heure ne se lit pas. Écrivez-la ainsi\u00a0: 20:30.',
  again: (fresh: number) =>
    `C’est relu\u00a0: ${counted(fresh, 'passage de plus', 'passages de plus')}. Ce que vous ` +
    'aviez fait est resté.',
  people: 'Les gens',
  peopleLead: (n: number) =>
    `${counted(n, 'personne est nommée', 'personnes sont nommées')} dans ces notes. Chacune ` +
    'reçoit une bande de papier, et rien ne la montre avant son oui.',
  isThem: (name: string) => `c’est ${name}`,
  notAPerson: 'ce n’est pas quelqu’un',
  showTitle: 'Afficher',
  willShow: (what: string) =>
    `Tout le monde verra, ici et dans les villages voisins\u00a0: ${what}.`,
  namesNobody: 'Personne n’y est nommé.',
  keptAnyway: (n: number) =>
    counted(
      n,
      'passage gardé quand même y dit quelque chose de quelqu’un\u00a0:',
      'passages gardés quand même y disent quelque chose de quelqu’un\u00a0:',
    ),
  titleHint: 'Sans nom de personne\u00a0: ce titre est montré à tous.',
  whoSaid: 'Qui le dit',
  whoSaidHint: 'Un prénom, pour cette borne seulement\u00a0: il n’est pas montré.',
  kindHint: 'Les questions changent avec, une fois enregistré. Ce qui est écrit reste.',
  eachShown: 'Un par un',
  reached: (words: string) =>
    `Pour joindre qui donne ou qui cherche, on y lira\u00a0: «\u00a0${words}\u00a0» Un téléphone ` +
    'ne s’y lit que si la personne l’a donné, pour tous, sur sa bande.',
  chatPage: (title: string) => `une page titrée «\u00a0${title}\u00a0»`,
  meetingPage: 'la page de la rencontre',
  and: ' et ',
  nothingMore: 'Ce qui est gardé est affiché. Gardez autre chose pour l’afficher aussi.',
  nothingYet: 'Rien n’est encore gardé\u00a0: il n’y a rien à afficher.',
  heldKept: (n: number) =>
    counted(
      n,
      'passage gardé reste ici, pour cette raison\u00a0:',
      'passages gardés restent ici, pour ces raisons\u00a0:',
    ),
  noDayKept: (n: number) =>
    counted(
      n,
      'rendez-vous n’a pas de jour\u00a0: il sera sur la page de la rencontre, et pas dans ' +
        'l’agenda. Écrivez son jour, ou faites-en une idée\u00a0:',
      'rendez-vous n’ont pas de jour\u00a0: ils seront sur la page de la rencontre, et pas dans ' +
        'l’agenda. Écrivez leur jour, ou faites-en des idées\u00a0:',
    ),
  waitingFor: (n: number) =>
    counted(n, 'personne recevra un papier à signer', 'personnes recevront un papier à signer'),
  undoShowing: 'Défaire cet affichage',
  undoLead: (n: number, day: string) =>
    `${counted(n, 'passage affiché', 'passages affichés')} ${day}.`,
  toShow: (n: number) => (n === 0 ? 'Afficher…' : `${counted(n, 'gardé', 'gardés')} · Afficher…`),
  before: 'Avant, dans le texte',
  after: 'La suite du texte',
}
