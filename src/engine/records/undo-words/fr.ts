import { quotable } from '../../../text/quoting.ts'
/**
 * French sentences of the commands that undo a keeper’s act, and of the page *Ce qui est retiré*,
 * which lists what was taken off or refused. `en.ts` has the English ones, of this type.
 */
export const fr = {
  undo: 'Annuler',
  theirWords: 'Remettre ses mots',
  table: 'Défaire cet apport',
  /** `back`: what was here before, and is as it was. */
  tableOff: (n: number, back: number) =>
    [
      n === 0
        ? back === 0 && 'Rien de ce tableau n’est plus sur la page.'
        : n === 1
          ? 'La ligne de ce tableau n’est plus sur la page.'
          : `Les ${n} lignes de ce tableau ne sont plus sur la page.`,
      back > 0 &&
        (back === 1
          ? 'Ce qu’il avait changé est comme avant.'
          : `Les ${back} qu’il avait changées sont comme avant.`),
    ]
      .filter(Boolean)
      .join(' '),
  removed:
    'C’est retiré de la page. Rien n’est perdu\u00a0: c’est rangé dans «\u202fCe qui est ' +
    'retiré\u202f».',
  putBack: 'C’est de nouveau sur la page.',
  standsAlready: (title: string) =>
    `«\u00a0${quotable(title)}\u00a0» est déjà sur la page, avec tout ce que cela disait. ` +
    'Il n’y a rien à remettre.',
  twoNow: (title: string) =>
    `Attention, il y a maintenant deux fois «\u00a0${quotable(title)}\u00a0». ` +
    'Si c’est la même chose, retirez-en une.',
  notByUs: 'Ce n’est pas d’ici que cela a été retiré\u00a0: demandez à la personne.',
  refused: 'Ce ne sera pas affiché. C’est rangé dans «\u202fCe qui est retiré\u202f».',
  refusedAll: (n: number) =>
    n === 1
      ? 'Une chose ne sera pas affichée. Elle est rangée dans «\u202fCe qui est retiré\u202f».'
      : `${n} choses ne seront pas affichées. Elles sont rangées dans «\u202fCe qui est ` +
        'retiré\u202f».',
  noneTicked: 'Rien n’est coché, ou ce qui l’était n’attend plus.',
  together: (n: number) => (n === 1 ? 'Une chose laissée' : `${n} choses laissées ensemble`),
  togetherWhat: 'Du même envoi',
  reconsiderAllAct: 'Tout relire',
  reconsidered: 'C’est revenu dans ce qui attend d’être lu.',
  putBackFirst:
    'Ce que cela corrige n’est plus sur la page\u00a0: remettez-le d’abord, dans «\u202fCe ' +
    'qui est retiré\u202f».',
  hidden: 'Ce n’est plus sur la page. C’est revenu dans ce qui attend d’être lu.',
  goneWith: (boxes: readonly string[]) =>
    boxes.length === 0
      ? ''
      : boxes.length === 1
        ? ` ${boxes[0]} l’a déjà reçu\u00a0: sa borne l’oubliera quand le facteur y passera.`
        : ` ${boxes.join(', ')} l’ont déjà reçu\u00a0: leurs bornes l’oublieront quand le ` +
          'facteur y passera.',
  inUse: ({ titles, others }: Readonly<{ titles: readonly string[]; others: number }>) =>
    `On en parle déjà\u00a0: ${[
      ...titles.map(title => `«\u00a0${quotable(title)}\u00a0»`),
      ...(others > 0 ? [others === 1 ? 'autre chose ici' : `${others} autres choses ici`] : []),
    ].join(', ')}. ` +
    'Retirez plutôt de la page ce que vous veniez d’afficher\u00a0: rien ne se perd.',
  title: 'Ce qui est retiré',
  lead:
    'Ce que vous avez retiré, pas affiché, joint ou montré depuis un mois. Un bouton remet ' +
    'chaque chose comme avant.',
  nothing: 'Rien n’a été retiré.',
  heads: {
    removed: 'Retiré de la page',
    refused: 'Pas affiché',
    joined: 'Dit la même chose',
    shown: 'Affiché depuis un mois',
  },
  removedOn: (what: string, day: string) => `${what}, retiré ${day}`,
  refusedOn: (what: string, day: string, why: string) =>
    `${what}, reçu ${day}${why === '' ? '' : `. Vous avez dit\u00a0: ${why}`}`,
  shownOn: (what: string, day: string) => `${what}, affiché ${day}`,
  pieces: (n: number) => (n === 1 ? 'une chose tirée des notes' : `${n} choses tirées des notes`),
  askedOff:
    'C’est retiré à la demande de la personne. Si elle est d’accord pour que cela revienne, ' +
    'cochez-le.',
  stillAwaited:
    'On attend encore l’accord de cette personne. Si elle est d’accord pour que cela revienne, ' +
    'cochez-le.',
  askOnList:
    'La personne que cela montre l’a fait retirer, ou n’a pas encore dit oui. Remettez-le depuis ' +
    '«\u00a0Ce qui est retiré\u00a0», où la question est posée.',
  off: {
    theirs: 'retiré à la demande de la personne',
    awaited: 'l’accord de la personne est attendu',
  },
  comesBack: 'Cette personne est d’accord, ou c’est quelqu’un d’autre du même nom',
  putBackAct: 'Remettre sur la page',
  reconsiderAct: 'Relire',
  hideAct: 'Ne plus l’afficher',
  isRemoved: 'C’est retiré de la page. Vous êtes la seule personne à le voir encore.',
}
