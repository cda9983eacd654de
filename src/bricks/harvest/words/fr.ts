import { quotable } from '../../../text/quoting.ts'
import { fr as agreement } from './agreement/fr.ts'
import { fr as reading } from './reading/fr.ts'

const { need, offer, initiative, idea, event, task, decision, actor } = reading.kinds

type Titles = Readonly<{ titles: readonly string[]; others: number }>
const titled = ({ titles, others }: Titles): string =>
  [
    ...titles.map(title => `«\u00a0${quotable(title)}\u00a0»`),
    ...(others > 0 ? [others === 1 ? 'autre chose ici' : `${others} autres choses ici`] : []),
  ].join(', ')
const isOne = ({ titles, others }: Titles): boolean => titles.length + others < 2

/** Words of the review of notes, and of the strips of agreement. `en.ts` has this type. */
export const fr = {
  types: {
    cue: {
      one: 'façon de dire',
      many: 'Façons de dire',
      add: 'Ajouter une façon de dire',
      fields: {
        words: { label: 'Chez nous on dit' },
        kind: {
          label: 'Et cela veut dire',
          choices: { need, offer, initiative, idea, event, task, decision, actor },
        },
        example: { label: 'Une phrase d’ici, en exemple' },
      },
    },
  },
  agreement,
  reading,
  /** Ways of saying that a keeper adds. */
  here: {
    title: 'Chez nous on dit…',
    lead:
      'La page reconnaît une demande, une offre, une idée à la façon dont on les dit. Ici, on ' +
      'les dit peut-être autrement\u00a0: apprenez-le-lui, avec une phrase d’exemple. Cela ' +
      'reste dans cette borne.',
    words: 'Chez nous on dit',
    wordsHint:
      'Les mots qui reviennent. Des points de suspension (…) à la place de ce qui change. Par ' +
      'exemple «\u00a0y a mèche pour\u00a0».',
    kind: 'Et cela veut dire',
    example: 'Une phrase d’ici, en exemple',
    exampleHint: 'Elle contient ces mots. Par exemple «\u00a0Y a mèche pour une rallonge\u00a0».',
    try: 'Essayer',
    add: 'Ajouter',
    mend: 'Corriger',
    away: 'Enlever',
    list: 'Ce que vous avez ajouté',
    none: 'Rien encore.',
    reads: 'La page y lit\u00a0:',
    readsNothing: 'La page n’y lit rien.',
    tried: 'Essayé, pas encore ajouté.',
    back: 'Revenir aux notes',
    backHint:
      '«\u00a0Relire avec ce jour\u00a0» lit ces notes encore une fois, avec ce que vous avez ' +
      'ajouté.',
    fromNotes: 'Une façon de dire d’ici n’est pas reconnue\u00a0? Chez nous on dit…',
    fromPiece: 'Chez nous on dit comme cela\u00a0: l’apprendre à la page',
    added: 'C’est ajouté. Les prochaines notes, et une relecture, en tiendront compte.',
    taken: 'C’est enlevé.',
    asBefore: 'C’est comme avant.',
    chooseKind: 'Dites ce que cela veut dire\u00a0: demande, offre, idée…',
    choose: 'choisir',
    bare:
      'Ces mots ne suffisent pas\u00a0: écrivez deux à douze mots entiers, et des points de ' +
      'suspension deux fois au plus.',
    apart: 'L’exemple ne contient pas ces mots. Écrivez-les comme dans l’exemple.',
    wide:
      'Ces mots sont dans trop de phrases\u00a0: presque tout serait marqué. Ajoutez-en un ou ' +
      'deux qui ne se disent que là.',
    read: (kind: string, title: string) =>
      `La page lit déjà cet exemple, sans vos mots\u00a0: ${kind}, «\u00a0${title}\u00a0». ` +
      'Donnez un exemple qu’elle ne lit pas.',
    empty:
      'De cet exemple, rien ne peut être montré\u00a0: il dit ce qui arrive à quelqu’un, ou il ' +
      's’arrête à ces mots. Donnez-en un autre.',
  },
  chatOf: (day: string) => `Ce qu’on s’est écrit, le ${day}`,
  meetingOf: (day: string) => `Réunion du ${day}`,
  heldBack: (n: number, name: string) =>
    `C’est affiché, sauf ${n === 1 ? 'un passage qui dit' : `${n} passages qui disent`} ` +
    `quelque chose de quelqu’un (${name}…). La raison est au bas de cette page.`,
  namesSomeone: (name: string) => `nomme ${name}, qui n’a pas encore dit oui`,
  untitledMeeting: 'Réunion',
  askKeeper: (keptBy: string) => (keptBy === '' ? 'la personne qui tient la page' : keptBy),
  keptSaid: 'C’est mis de côté. Rien n’est affiché.',
  showAll: 'Afficher',
  nothingKept: 'Rien n’est coché\u00a0: ouvrez un groupe, puis gardez ce qui doit être montré.',
  forWhom: (name: string) => `pour ${name}`,
  keepPiece: (word: string) => `garder : ${word}`,
  titleOf: (word: string) => `Titre (${word})`,
  alreadyShown: 'affiché',
  waitsAgreement: 'attend son accord',
  /** On a strip that came back. */
  saidNoOn: (on: string) => `a dit non ${on}`,
  saidUnnamedOn: (on: string) => `a dit oui sans son nom ${on}`,
  agreementSheet: 'Imprimer la feuille d’accord',
  sameAs: 'Déjà sur la page ?',
  isNew: 'non, c’est nouveau',
  itIs: (title: string) => `oui : ${title}`,
  twoOf: (n: number, name: string) => `${n === 2 ? 'Deux' : n} ${name} : la même ?`,
  theSame: 'la même personne',
  notTheSame: (n: number): string => (n === 2 ? 'deux personnes' : 'plusieurs personnes'),
  codeWord: 'accord',
  giveCodes: 'Donner un code à chaque bande',
  agreementTitle: 'Feuille d’accord',
  agreementHow: 'Imprimez, découpez, faites passer. Quand une bande revient :',
  agreementKey: 'Saisir une bande',
  agreementNone: 'Personne n’attend son accord ici.',
  agreementCode: 'Le code de la bande',
  agreementCodeHint: 'Les quatre chiffres suffisent, comme ils sont imprimés.',
  open: 'Ouvrir',
  noSuchCode: (typed: string) =>
    `Aucune bande ne porte « ${typed} ». Relisez les quatre chiffres : le dernier ` +
    'vérifie les autres.',
  stripCode: 'bande',
  stripReachHint:
    'Ce qui est écrit là se lit sur la page, ici et dans les villages voisins. Un téléphone ' +
    's’y montre aussi.',
  stripKept: (keeper: string) => `Pour ${keeper} seulement\u00a0:`,
  stripKeptHint:
    'Cela reste dans cette borne\u00a0: jamais affiché, jamais emporté, jamais imprimé pour ' +
    'd’autres.',
  agreeAsk: 'Ce que la personne a coché',
  agreeAskHint:
    'Sur une bande plus ancienne, «\u00a0oui\u00a0» veut dire «\u00a0oui, avec mon nom\u00a0».',
  agreeYes: 'oui, avec mon nom',
  agreeUnnamed: 'oui, sans mon nom',
  agreePrinted:
    'et sur papier\u00a0: dans le cahier imprimé, sur la feuille de la semaine et les ' +
    'affichettes (sans téléphone)',
  agreementPrint: 'Imprimer les bandes',
  agreeNo: 'non',
  agreeName: 'Le nom, comme elle veut qu’on l’appelle',
  agreeChoose: 'Dites ce que la personne a coché.',
  agreeShown: (name: string) => `C’est noté : ${name} est sur la page.`,
  throwing: {
    act: 'Jeter ces notes',
    lead:
      'Rien n’en est affiché. Jetées, elles ne comptent plus et ne sont plus dans la ' +
      'liste\u00a0; on les reprend quand on veut.',
    thrown: 'Ces notes sont jetées. Rien n’est effacé.',
    takenUp: 'Ces notes sont de nouveau là.',
    takeUp: 'Reprendre',
    list: 'Notes jetées',
    wasShown:
      'Quelque chose de ces notes est affiché, ou une bande est revenue\u00a0: elles ne se ' +
      'jettent pas. On peut ne plus rien en afficher, ou les effacer pour de bon.',
    already: 'Ces notes ont déjà été collées\u00a0: les voici.',
  },
  harvestsLabel: 'Cueillette',
  harvestsWait: (pages: number, pieces: number, people: number) => {
    const what = [
      ...(pieces > 0
        ? [pieces === 1 ? 'un passage à choisir' : `${pieces} passages à choisir`]
        : []),
      ...(people > 0
        ? [
            people === 1
              ? 'une personne à qui demander son accord'
              : `${people} personnes à qui demander leur accord`,
          ]
        : []),
    ]
    return (
      `${pages === 1 ? 'dans une page de notes' : `dans ${pages} pages de notes`}, ` +
      `${what.join(' et ')}`
    )
  },
  agreementsWait: (n: number) =>
    n === 1 ? 'on attend l’accord d’une personne' : `on attend l’accord de ${n} personnes`,
  agreementsLabel: 'Accords',
  toolHarvest: 'Cueillir une page de notes',
  keyStrip: 'Saisir une bande de la feuille d’accord',
  colon: '\u00a0: ',
  edit: 'Corriger',
  save: 'Enregistrer',
  saved: 'C’est enregistré.',
  forgotten: 'effacé',
  forgottenHere:
    'Effacé de la page. Les notes, ici, le disent encore\u00a0: leur texte s’efface tout en bas.',
  eraseHarvest:
    'Le texte des notes, les passages, les noms et les codes des bandes sont effacés de ' +
    'cette borne, journal et fichiers compris. Ce qui est déjà affiché reste sur la page. ' +
    'Cela ne se défait pas.',
  shownToo: 'Retirer aussi de la page ce qui en est affiché',
  takenOffToo: (n: number) =>
    n === 1
      ? 'Ce qui en était affiché est retiré de la page.'
      : `Ce qui en était affiché est retiré de la page\u00a0: ${n} choses.`,
  erasedSaid:
    'C’est effacé de cette borne, journal et fichiers compris. Ne sont pas atteints : les ' +
    'sauvegardes et copies déjà données, le papier, et l’usure de la carte mémoire.',
  staysTitle: 'Combien de temps cela reste',
  harvestStays:
    'Ces notes, leurs passages et les noms, laissés ou en attente, restent dans cette borne ' +
    'sans limite de durée, sans être montrés. Seule la personne qui tient la page peut les ' +
    'effacer pour de bon ; qui y est nommé peut le lui demander.',
  nothingThere: 'Cela n’est pas, ou n’est plus, sur cette page.',
  shownSaid: 'C’est affiché.',
  undo: {
    undo: 'Annuler',
    harvestHidden: 'Plus rien n’est montré. Tout est revenu dans vos notes, comme avant.',
    goneWith: (boxes: readonly string[]) =>
      boxes.length === 0
        ? ''
        : boxes.length === 1
          ? ` ${boxes[0]} l’a déjà reçu\u00a0: sa borne l’oubliera quand le facteur y passera.`
          : ` ${boxes.join(', ')} l’ont déjà reçu\u00a0: leurs bornes l’oublieront quand le ` +
            'facteur y passera.',
    /** Some is spoken of: it stays, and so does the meeting. */
    butStays: (stays: Titles, speaking: Titles) =>
      (titled(stays) === ''
        ? 'La page de la rencontre reste affichée'
        : `${isOne(stays) ? 'Reste affiché' : 'Restent affichés'}, avec la page de la rencontre` +
          `\u00a0: ${titled(stays)}`) +
      `. On en parle déjà\u00a0: ${titled(speaking)}. Le reste n’est plus montré\u00a0: il est ` +
      'revenu dans vos notes, comme avant.',
    inUse: (speaking: Titles) =>
      `On en parle déjà\u00a0: ${titled(speaking)}. ` +
      'Retirez plutôt de la page, depuis sa propre page, ce dont vous ne voulez plus\u00a0: ' +
      'rien ne se perd.',
    hideAct: 'Ne plus l’afficher',
  },
  noName: 'Notre village',
  keeper: 'la personne qui tient la page',
  printedOn: (day: string) => `imprimé le ${day}`,
  /** A sentence under each link of the keeper’s page. */
  toolAbout: {
    harvest:
      'Collez les notes d’une réunion\u00a0: la page y trouve idées, besoins et ' +
      'rendez-vous, et vous choisissez.',
    strip: 'Un papier d’accord est revenu\u00a0: dites ce que la personne a coché.',
    here: 'Une façon de dire d’ici, que la cueillette ne reconnaît pas encore.',
  },
  firstStep: 'Cueillez une page de notes\u00a0: la dernière réunion suffit.',
  resting: {
    title: 'La cueillette',
    about:
      'Coller les notes d’une réunion, en garder ce qui est à montrer, demander leur accord ' +
      'aux gens.',
  },
}
