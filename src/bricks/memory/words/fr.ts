import type { SaidThen } from '../../../contract/published.ts'
import type { PageQuestion } from '../../../contract/search.ts'
import { quotable } from '../../../text/quoting.ts'

/** *3 choses faites, 2 en cours*: of those that there are; the first one says what is counted. */
const things = (all: readonly (readonly [n: number, one: string, more: string])[]) =>
  all
    .filter(([n]) => n > 0)
    .map(([n, one, more], i) => {
      const noun = i > 0 ? '' : n === 1 ? 'chose ' : 'choses '
      return `${n}\u00a0${noun}${n === 1 ? one : more}`
    })

/** What people ask the search about the page itself. */
const questions: readonly PageQuestion[] = [
  {
    words: 'Ce qui a été dit, et ce que c’est devenu',
    text: 'D’une parole à ce qui s’est fait.',
    href: '/fils',
    asked: ['devenu/devient/fil parole/idée/réunion*'],
  },
]

/** What people read of threads: what was said, and what became of it. `en.ts` has this type. */
export const fr = {
  questions,
  types: {},
  title: 'Ce qui a été dit, et ce que c’est devenu',
  lead: 'De chaque réunion, ce qui s’est fait, ce qui est en cours et ce qui attend quelqu’un.',
  minutes: 'La réunion',
  stands: 'Où ça en est',
  threadOf: (title: string) => `${title}, où ça en est`,
  thread: 'Son histoire',
  toAll: 'Ce qui a été dit, et ce que c’est devenu',
  print: 'Imprimer sur une demi-feuille',
  colon: '\u00a0:\u00a0',
  quoted: (said: string) => `«\u00a0${quotable(said)}\u00a0»`,
  keeper: 'la personne qui tient la page',
  empty: (keeper: string) => `Rien n’a encore été noté. Pour en parler\u00a0: ${keeper}.`,
  emptyMeeting: (keeper: string) =>
    `Rien de cette réunion n’est montré ici. Pour en parler\u00a0: ${keeper}.`,
  apart: 'Dit en dehors des réunions',
  rest: (n: number) => (n === 1 ? 'et une autre' : `et ${n} autres`),
  /** *3 choses faites, 2 en cours, 5 qui attendent quelqu’un*. */
  counts: ({ done, going, decided, todo, coming, open, over, kept }: SaidThen) =>
    [
      ...things([
        [done, 'faite', 'faites'],
        [going, 'en cours', 'en cours'],
        [decided, 'décidée', 'décidées'],
        [coming, 'à venir', 'à venir'],
        [todo, 'à faire', 'à faire'],
        [open, 'qui attend quelqu’un', 'qui attendent quelqu’un'],
        [over, 'refermée', 'refermées'],
      ]),
      ...(kept > 0 ? [`${kept}\u00a0${kept === 1 ? 'parole notée' : 'paroles notées'}`] : []),
    ].join(', '),
  saidOn: (day: string, counts: string) => `De ce qui a été dit ${day}\u00a0: ${counts}.`,
  saidThere: (counts: string) => `De ce qui a été dit là\u00a0: ${counts}`,
  standings: {
    done: 'ça s’est fait',
    going: 'en cours',
    decided: 'c’est décidé',
    coming: 'à venir',
    todo: 'à faire',
    open: 'attend quelqu’un',
    over: 'c’est refermé',
    kept: 'à garder en mémoire',
  },
  kinds: {
    idea: 'une idée',
    need: 'un besoin',
    offer: 'une offre',
    decision: 'une décision',
    task: 'une suite',
    voice: 'une parole',
    initiative: 'un projet',
    event: 'un rendez-vous',
    place: 'un lieu',
    deed: 'un coup de main',
    request: 'une demande aux élus',
  },
  steps: {
    said: 'Dit en réunion',
    written: 'Écrit sur la page',
    became: 'C’est devenu',
    answered: 'Ont répondu',
    done: 'Ça s’est fait',
    asked: 'Demandé à ceux qui décident',
    replied: 'Réponse',
    reported: 'Dit dans le diagnostic',
  },
  isIn: (names: string) => `J’en suis\u00a0: ${names}`,
  helps: (name: string, saying: string) =>
    saying === '' ? `${name} peut aider` : `${name} peut aider\u00a0: ${saying}`,
  toldBy: (name: string, by: string) => `${name} (dit par ${by})`,
  more: (n: number) => (n === 1 ? 'une autre personne' : `${n} autres personnes`),
  confirmed: {
    yes: 'Toujours vrai',
    changed: 'Ça a changé',
    gone: 'Ce n’est plus vrai',
  },
  says: { yes: 'oui', part: 'oui, en partie', later: 'plus tard', no: 'non' },
  answerOf: (council: string, says: string) => `${council}\u00a0: ${says}`,
  inReport: 'Raconté sous un des buts du territoire',
  met: (offer: string, need: string) =>
    `«\u00a0${quotable(offer)}\u00a0» a répondu à «\u00a0${quotable(need)}\u00a0»`,
  trade: 'Convenu à trois, par un troc',
  who: (who: string) => `avec ${who}`,
  by: (who: string) => `porté par ${who}`,
  cameFrom: (box: string) => `venu de la borne de ${box}`,
  reach: (how: string) => `Pour en parler\u00a0: ${how}`,
  isCut: 'Il y en a plus qu’une page n’en tient\u00a0: chaque ligne mène à la suite.',
  next: 'Et maintenant',
  nexts: {
    answered: 'Les élus ont répondu.',
    council: 'La réponse des élus est attendue. On peut appuyer la demande.',
    nobody: 'Personne n’a encore répondu. On peut en parler.',
    somebody: 'Des gens ont répondu. On peut s’y joindre, ou fixer un jour.',
    need: 'C’est toujours cherché.',
    offer: 'C’est toujours proposé.',
    task: 'Il reste à le faire. On peut donner la main.',
    decision: 'C’est décidé. On peut demander où ça en est.',
    initiative: 'Le projet continue. On peut s’y joindre.',
    event: 'C’est à venir. On peut en être.',
    done: 'C’est fait. On peut se le faire raconter.',
    over: 'C’est refermé. On peut le reprendre.',
    kept: 'C’est gardé en mémoire. On peut en dire plus.',
  },
  answer: 'J’en suis, je peux aider…',
  read: 'Lire l’annonce',
  toRequest: 'En faire une demande aux élus',
  own: 'Pour vous qui tenez la page',
  ownLead: 'Ceci reste dans cette borne\u00a0: personne d’autre ne le lit ici, ni sur le papier.',
  asWritten: 'Dans les notes, mot pour mot',
  toNotes: 'La page de notes',
  takenBy: (title: string, who: string) => `${title}\u00a0: ${who}`,
  deals: 'Arrangements',
  dealStates: {
    proposed: 'proposé',
    agreed: 'd’accord',
    done: 'fait',
    fallen: 'n’a pas eu lieu',
  },
  reachOf: (name: string, how: string) => `${name}\u00a0: ${how}`,
  printed: (day: string) => `imprimé le ${day}`,
  prints: {
    between: (n: number) => (n === 1 ? 'une autre étape' : `${n} autres étapes, sur la page`),
    more: 'et {n} étapes de plus, sur la page',
    byHand: 'La suite, à la main',
  },
  mend: (keeper: string) => `Une erreur\u00a0? ${keeper}`,
  toolAbout:
    'Réunion par réunion, ce qui s’est fait et ce qui attend quelqu’un. À montrer en mairie.',
  resting: {
    title: 'Son histoire',
    about: 'De chaque chose dite, d’où elle vient et ce qu’elle est devenue.',
  },
}
