import { fr as mineFr } from '../mine-words/fr.ts'
import { fr as ticket } from '../ticket-words/fr.ts'
import { fr as undoFr } from '../undo-words/fr.ts'

/**
 * French sentences of the engine itself, which belong to no brick: answers of its own commands, and
 * names of its own records and their fields. A command gives a code, the path to a sentence here.
 * `en.ts` has the English ones, of this type.
 */
/** Of a table: the numbers of the lines that were left out. */
const leftSaid = (left: readonly string[]): string =>
  left.length === 0
    ? ''
    : left.length === 1
      ? `La ligne ${left[0]} du fichier est laissée de côté\u00a0: pour l’écrire, ` +
        'apportez de nouveau le fichier, rien n’y sera écrit deux fois.'
      : `${left.length} lignes du fichier sont laissées de côté ` +
        `(${left.slice(0, 20).join(', ')}${left.length > 20 ? '…' : ''})\u00a0: pour les ` +
        'écrire, apportez de nouveau le fichier, rien n’y sera écrit deux fois.'

export const fr = {
  types: {
    proposal: {
      one: 'proposition',
      many: 'À montrer',
      add: 'Proposer',
      fields: {
        of: { label: 'Quelle sorte de chose' },
        piece: { label: 'Ce qui est proposé' },
        sentBy: {
          label: 'De qui cela vient',
          choices: {
            visitor: 'quelqu’un de passage',
            harvest: 'une réunion',
            member: 'un·e habitant·e, avec sa carte',
          },
        },
        writer: { label: 'Par la carte de qui' },
        held: { label: 'Pourquoi c’est à lire d’abord' },
        changes: { label: 'Ce que cela changerait' },
        state: {
          label: 'Où on en est',
          choices: { waiting: 'en attente', kept: 'gardé', shown: 'montré', refused: 'laissé' },
        },
        why: { label: 'Pourquoi c’est laissé de côté' },
        mended: { label: 'Corrigé avant d’être affiché' },
        leftFor: { label: 'Pourquoi c’était laissé de côté' },
        shownAs: { label: 'Ce qui en est affiché' },
        hiddenAs: { label: 'Ses adresses d’avant' },
        showing: { label: 'Dans quel affichage' },
        stoodThere: { label: 'Existait déjà' },
        elsewhere: { label: 'Dit une autre commune, ou plusieurs' },
        harvest: { label: 'De quelles notes cela vient' },
        from: { label: 'Où cela commence dans les notes' },
        till: { label: 'Où cela finit dans les notes' },
        certainty: { label: 'À quel point la lecture en est sûre' },
        person: { label: 'Si c’est une personne' },
        minor: { label: 'A moins de 18 ans' },
        rule: { label: 'La règle qui l’a trouvé' },
        byHand: { label: 'Choisi à la main' },
        taughtBy: { label: 'Proposé comme ces passages' },
        seen: { label: 'Ce qui a été relu' },
        ties: { label: 'Avec quoi cela va' },
      },
    },
    harvest: {
      one: 'cueillette',
      many: 'Cueillettes',
      add: 'Coller des notes',
      fields: {
        title: { label: 'Titre des notes' },
        chat: { label: 'Titre lu de la conversation' },
        date: { label: 'Jour de la réunion' },
        startsAt: { label: 'L’heure de la réunion' },
        where: { label: 'Lieu de la réunion' },
        commune: { label: 'Commune de la réunion' },
        people: { label: 'Qui était là' },
        nobody: { label: 'Qui n’est personne' },
        onePerson: { label: 'Une seule personne' },
        severalPeople: { label: 'Plusieurs personnes' },
        licence: { label: 'Licence des notes' },
        author: { label: 'Qui a pris les notes' },
        url: { label: 'Adresse où on les a lues' },
        text: { label: 'Texte des notes' },
        meeting: { label: 'La réunion affichée' },
        hiddenAs: { label: 'Ses adresses d’avant' },
        showing: { label: 'Montrée par' },
        state: { label: 'Où on en est', choices: { open: 'en cours', shown: 'affichée' } },
      },
    },
    code: {
      one: 'code',
      many: 'Codes',
      add: 'Donner un code',
      fields: {
        word: { label: 'Le mot à dire' },
        digits: { label: 'Les quatre chiffres' },
        opens: { label: 'Ce que le code ouvre' },
        at: { label: 'Où il mène' },
      },
    },
    letter: {
      one: 'lettre à une autre borne',
      many: 'Lettres aux autres bornes',
      add: 'Écrire à une autre borne',
      fields: {
        box: { label: 'À quelle borne' },
        brick: { label: 'De quelle partie de la page' },
        command: { label: 'Ce qui est demandé' },
        input: { label: 'Ce que dit la lettre' },
        about: { label: 'À propos de quoi' },
        sentAt: { label: 'Écrite le' },
        state: {
          label: 'Où on en est',
          choices: { asked: 'demandé', refused: 'rien n’en a été fait' },
        },
        why: { label: 'Pourquoi rien n’en a été fait' },
        to: { label: 'Pour quelle borne' },
        sealed: { label: 'La lettre fermée' },
      },
    },
    charge: {
      one: 'chose confiée',
      many: 'Choses confiées',
      add: 'Confier une chose',
      fields: {
        person: { label: 'Qui s’en occupe' },
        over: { label: 'De quoi' },
        since: { label: 'À partir de quel jour', stays: '' },
        until: {
          label: 'Jusqu’à quel jour',
          hint: 'Ce jour compris. Vide\u00a0: jusqu’à ce que ce soit rendu.',
          stays: '',
        },
        named: {
          label: 'Cette personne est d’accord\u00a0: son prénom est écrit à côté de la chose',
          stays: 'Sur les pages de cette borne. Sans cela, rien n’y dit qui s’en occupe.',
        },
      },
    },
    'put-away': {
      one: 'partie rangée',
      many: 'Briques rangées',
      add: 'Ajouter',
      fields: {
        brick: { label: 'Quelle partie est rangée' },
        on: { label: 'Rangée le jour' },
      },
    },
    'brought-table': {
      one: 'tableau apporté',
      many: 'Tableaux apportés',
      add: 'Ajouter',
      fields: {
        title: { label: 'Nom du fichier' },
        of: { label: 'Sorte de lignes' },
        first: { label: 'Premier de ses morceaux' },
        records: { label: 'Ce qui en vient' },
        changed: { label: 'Ce qu’il a changé' },
        on: { label: 'Apporté le jour' },
      },
    },
    'brought-line': {
      one: 'ligne d’un fichier apporté',
      many: 'Lignes de fichiers apportés',
      add: 'Ajouter',
      fields: {
        name: { label: 'Son nom dans le fichier' },
        record: { label: 'Ce qu’elle est devenue' },
        of: { label: 'Sorte de ligne' },
        calendar: { label: 'De quel calendrier' },
        sequence: { label: 'Numéro de sa version' },
        stamp: { label: 'Écrite là-bas le' },
        off: { label: 'Annulée en entier' },
        says: { label: 'Ce que disait chaque case' },
        besides: { label: 'Les dates venues avec' },
      },
    },
    keeper: {
      one: 'personne qui tient la page',
      many: 'Personnes qui tiennent la page',
      add: 'Ajouter',
      fields: {
        name: { label: 'Son prénom à l’écran' },
        until: { label: 'Ne tient plus depuis' },
      },
    },
    'keeper-act': {
      one: 'geste d’une personne qui tient la page',
      many: 'Gestes de qui tient la page',
      add: 'Ajouter',
      fields: {
        keeper: { label: 'Laquelle l’a fait' },
        records: { label: 'Ce qui a été écrit' },
      },
    },
    'hidden-number': {
      one: 'numéro caché',
      many: 'Numéros cachés',
      add: 'Cacher un numéro',
      fields: {
        number: { label: 'Le numéro' },
        state: { label: 'Où on en est', choices: { hidden: 'caché', shown: 'remontré' } },
        by: {
          label: 'Caché par',
          choices: {
            visitor: 'quelqu’un de passage',
            member: 'un·e habitant·e',
            keeper: 'la personne qui tient la page',
          },
        },
        on: { label: 'Caché le' },
        stood: { label: 'Où il était' },
        decidedOn: { label: 'Décidé le' },
      },
    },
    arrival: {
      one: 'lettre d’une autre borne',
      many: 'Lettres des autres bornes',
      add: 'Noter une lettre',
      fields: {
        from: { label: 'De quelle borne' },
        letter: { label: 'Quelle lettre' },
        brick: { label: 'Pour quelle partie de la page' },
        command: { label: 'Ce qui est demandé' },
        about: { label: 'À propos de quoi, là-bas' },
        state: {
          label: 'Ce qu’il en est',
          choices: { done: 'lue', undone: 'rien n’en a été fait', takenBack: 'reprise' },
        },
        why: { label: 'Pourquoi rien n’en a été fait' },
      },
    },
  },
  notRecognised: (called: string) =>
    `${called} n’est pas encore reconnue par la borne d’ici : appelez, ou demandez à la ` +
    'personne qui tient la page.',
  badKey: (called: string) =>
    `${called} donne une clé avec laquelle rien ne se ferme : appelez, ou demandez à la ` +
    'personne qui tient la page.',
  anotherBox: 'Cette autre borne',
  fieldNeedsLabel: 'Écrivez la question.',
  fieldNeedsKind: 'Choisissez ce qu’on y met.',
  fieldNeedsChoices: 'Écrivez deux réponses au moins, une par ligne.',
  fieldRemoved: (label: string) =>
    `La question «\u00a0${label}\u00a0» est retirée. Ses réponses sont gardées, et reviennent ` +
    'avec elle.',
  fieldThere: (label: string) => `La question « ${label} » est déjà posée là.`,
  fieldAdded: (label: string) => `La question « ${label} » est ajoutée.`,
  codeTitle: 'code',
  saved: 'C’est enregistré.',
  /** The page and what leaves from now on tell the former words no more. */
  savedWordsHere:
    'C’est enregistré. Les anciens mots disent quelque chose de quelqu’un\u00a0: vous seul·e ' +
    'les lisez encore ici, et les nouvelles qui partent d’ici ne les portent plus. Une copie ' +
    'partie avant peut les avoir\u00a0: «\u00a0Oublier pour de bon\u00a0», au bas de cette ' +
    'page, les efface aussi des autres bornes.',
  savedWordsLeft:
    'C’est enregistré. Les anciens mots disent quelque chose de quelqu’un\u00a0: vous seul·e ' +
    'les lisez encore ici, mais une autre borne les a écrits avec vous, et les nouvelles les ' +
    'portent. Pour les effacer partout\u00a0: «\u00a0Oublier pour de bon\u00a0», au bas de ' +
    'cette page.',
  /** Of a table. `left`: numbers of lines. */
  tableWritten: (
    n: number,
    { there, twice }: Readonly<Record<'there' | 'twice', number>>,
    left: readonly string[],
  ): string =>
    [
      n === 1 ? 'Une ligne est écrite.' : `${n} lignes sont écrites.`,
      there === 0
        ? ''
        : there === 1
          ? 'Une autre était déjà ici.'
          : `${there} autres étaient déjà ici.`,
      twice === 0
        ? ''
        : twice === 1
          ? 'Une était deux fois dans le fichier.'
          : `${twice} étaient deux fois dans le fichier.`,
      leftSaid(left),
    ]
      .filter(Boolean)
      .join(' '),
  /** Of a calendar that was brought before. */
  calendarWritten: (
    { fresh, changed, cancelled }: Readonly<Record<'fresh' | 'changed' | 'cancelled', number>>,
    left: readonly string[],
  ): string => {
    const some = (n: number, one: string): string | false =>
      n > 0 && `${n} ${n > 1 ? `${one}s` : one}`
    const counts = [
      fresh > 0 && (fresh === 1 ? '1 nouveau' : `${fresh} nouveaux`),
      some(changed, 'changé'),
      some(cancelled, 'annulé'),
    ]
    return [`L’agenda est à jour\u00a0: ${counts.filter(Boolean).join(', ')}.`, leftSaid(left)]
      .filter(Boolean)
      .join(' ')
  },
  keptOnPage: 'C’est laissé sur la page, ici et chez les autres bornes.',
  forgotPastSaid: 'Les anciennes versions sont oubliées ; ce qui est affiché reste.',
  forgotSaid:
    'C’est oublié : effacé de la page, de la recherche, de l’histoire et des fichiers de ' +
    'cette borne. Ne sont pas atteints : les sauvegardes et copies déjà données, le papier, ' +
    'et l’usure de la carte mémoire.',
  forgetWrongCode: 'Ce code n’est pas bon, ou il a déjà servi. Prenez-en un autre sur la feuille.',
  notesSayIt:
    'Les notes dont cela vient sont encore dans cette borne, avec tout leur texte : voici ' +
    'leur page, et on les efface tout en bas.',
  erasedSaid:
    'C’est effacé de cette borne, journal et fichiers compris. Ne sont pas atteints : les ' +
    'sauvegardes et copies déjà données, le papier, et l’usure de la carte mémoire.',
  versionCame:
    'Une autre version est arrivée pendant que vous choisissiez. Rien n’est écrit : ' +
    'regardez de nouveau, puis choisissez.',
  mine: mineFr,
  savedAndMore: 'C’est enregistré. Au suivant\u00a0!',
  somebody: 'quelqu’un',
  broughtBack: 'C’est remis.',
  nothingThere: 'Cela n’est pas, ou n’est plus, sur cette page.',
  unknownKind: 'Cette sorte de chose n’existe pas ici.',
  badRecords: 'Ces données ne sont pas lisibles.',
  badBrought: (field: string, id: string) => `La valeur de « ${field} » ne va pas, dans ${id}.`,
  nothingBrought: 'Rien n’a été écrit.',
  alikeAsk: (titles: string) =>
    `Cela ressemble à ce qui est déjà sur la page : ${titles}. Si c’est autre chose, cochez ` +
    'la case en bas et enregistrez de nouveau.',
  mendedSent: 'C’est corrigé, et rien n’est encore affiché. Relisez, puis affichez.',
  notMended: 'Rien n’a changé.',
  unmendedSent: 'Ce sont de nouveau les mots de qui l’a écrit.',
  shownSaid: 'C’est affiché.',
  undo: undoFr,
  sentChanged:
    'Ce texte a été corrigé pendant que vous le lisiez, et rien n’est affiché. Le voici comme il ' +
    'est maintenant\u00a0: relisez-le.',
  leftChanged:
    'Ce qui est laissé de côté a changé depuis que cette page s’est ouverte\u00a0: relisez.',
  alreadyAnswered: 'Quelqu’un a déjà répondu à cette proposition.',
  heldSaid: (said: readonly string[]) =>
    said.length === 0
      ? 'Merci. La personne qui tient la page le lit d’abord.'
      : 'Merci. La personne qui tient la page le lit d’abord, parce qu’il y est écrit ' +
        `${said.map(one => `«\u00a0${one}\u00a0»`).join(', ')}.`,
  ticket,
  keeper: 'la personne qui tient la page',
  bricks: {
    unknown: 'Cette partie n’est pas dans le programme.',
    away: 'C’est rangé. Rien n’est perdu\u00a0: on le ressort d’un geste.',
    up: 'C’est ressorti, comme avant.',
  },
}
