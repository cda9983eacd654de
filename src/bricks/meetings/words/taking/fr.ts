const withAmount = (act: string, amount: string): string =>
  amount === '' ? act : `${act} pour ${amount}`

/** How much each takes of what a notice offers, or brings of what it seeks. */
export const fr = {
  title: { take: 'Qui en prend', bring: 'Qui en apporte' },
  act: { take: 'J’en prendrais', bring: 'J’en apporterais' },
  howMuch: { take: 'Combien en prendriez-vous', bring: 'Combien en apporteriez-vous' },
  hint: (whole: string) => `Par exemple la moitié, ou un nombre. En tout\u00a0: ${whole}.`,
  hintWords: 'En quelques mots\u00a0: ce qui se lit sans se compter est dit tel quel.',
  nobody: 'Personne ne l’a encore dit.',
  taken: {
    take: (n: string, whole: string) => `Pris\u00a0: ${n} sur ${whole}.`,
    bring: (n: string, whole: string) => `Promis\u00a0: ${n} sur ${whole}.`,
  },
  left: { take: (n: string) => `Il en reste ${n}.`, bring: (n: string) => `Il manque ${n}.` },
  missing: (n: string, of: string) => `Il manque ${n} pour faire ${of}.`,
  theWhole: (noun: string) => (/(?:e|tte|tion)s?$/.test(noun) ? `la ${noun}` : `le ${noun}`),
  theCount: 'le compte',
  kept: (n: string) => `En attente\u00a0: ${n}.`,
  allKept: { take: 'Il n’en reste pas pour l’instant.', bring: 'Le compte y serait.' },
  all: { take: 'Tout est pris.', bring: 'Le compte y est.' },
  tooMuch: (n: string) => `C’est ${n} de trop\u00a0: parlez-vous.`,
  line: (name: string, amount: string) => `${name}\u00a0: ${amount}`,
  /** `all`: how much they ask in all, beyond what was agreed. */
  asksAll: (amount: string, all: string) => `${amount} (demande ${all})`,
  unnamed: 'quelqu’un',
  withoutName: 'Sans mon prénom\u00a0: il est pour l’auteur de l’annonce, et n’est pas affiché',
  reach: 'Comment vous joindre',
  reachHint: 'Pour l’auteur de l’annonce et qui tient la page. N’est jamais affiché.',
  otherwise: 'Sans mon prénom, ou au nom de quelqu’un',
  leaveWord: (name: string) => `Laisser un mot à ${name}`,
  writeTo: (name: string) => `Écrire à ${name}`,
  readBy: (who: string) => `${who} le lira, pour le remettre.`,
  forSomebody: 'Noter ce que quelqu’un a dit',
  whose: { take: 'Qui en prend', bring: 'Qui en apporte' },
  howMuchTheirs: {
    take: 'Combien cette personne en prend',
    bring: 'Combien cette personne en apporte',
  },
  reachTheirs: 'Comment joindre cette personne',
  /** On a button, as in the thread; `amount`: how much is taken, or empty. */
  answers: {
    'd-accord': (amount: string) => withAmount('D’accord', amount),
    'pas-cette-fois': (amount: string) => withAmount('Pas cette fois', amount),
    finalement: (amount: string) => withAmount('Finalement, oui', amount),
  },
  agreed: 'convenu',
  goBackOn: 'Revenir sur la part',
  toldNo: 'À qui la réponse est non',
  ofWhom: (act: string, whose: string) => `${act}\u00a0: ${whose}`,
  notYetShown: 'pas encore affiché',
  /** Of words that say no number: the sum is without them. */
  notCounted: 'pas compté',
  declined: (amount: string) => `Pas cette fois, pour ${amount}\u00a0: ce n’est pas compté.`,
  youNoted: 'Ce que vous avez noté pour quelqu’un',
  note: 'Noter',
  sayWho: 'Dites pour qui vous le notez\u00a0: un prénom suffit.',
  theNotice: 'L’annonce',
  yours: (amount: string) => `Vous avez dit\u00a0: ${amount}.`,
  /** `amount` is agreed; of more, the answer is awaited. */
  stands: (amount: string) => `Déjà convenu\u00a0: ${amount}. Le reste attend la réponse.`,
  raiseDeclined: (amount: string, all: string) =>
    `Pas cette fois pour ${all}\u00a0; toujours convenu\u00a0: ${amount}.`,
  correct: 'Corriger',
  takeBack: 'Ne plus en être',
  full: 'C’est complet',
  forYou: 'Pour les joindre',
  closed: 'C’est complet\u00a0: cette annonce est finie.',
  sayHowMuch: 'Dites combien\u00a0: un nombre, une part, ou quelques mots.',
  /** `all`: how much there is, as its notice says it. */
  sayInUnit: (all: string) =>
    `L’annonce dit ${all} en tout\u00a0: dites combien dans la même mesure, même à peu près.`,
  /** `noun`: what they count in, *sac*; `example`: as they may write it. */
  sayEach: (all: string, noun: string, example: string) =>
    `L’annonce dit ${all} en tout\u00a0: dites aussi combien il y a dans chaque ${noun}, par ` +
    `exemple «\u00a0${example}\u00a0».`,
  sayReach: 'Dites comment vous joindre\u00a0: sans cela, personne ne vous répond.',
  notSoMuch: (left: string, mine: string) =>
    `Il n’en reste que ${left}${mine === '' ? '' : `, vos ${mine} compris`}. Dites moins, ou ` +
    'écrivez un mot à la personne.',
  noneLeft: 'Il n’en reste pas. Demandez d’un mot à la personne s’il y en aura d’autre.',
  noted: 'C’est noté.',
  waits: (who: string) => `C’est envoyé. C’est d’abord lu par ${who}, puis c’est compté.`,
  /** `who` reads it first; whoever wrote the notice is here, and reads it at once. */
  waitsTold: (who: string) =>
    'C’est envoyé\u00a0: qui a écrit l’annonce le lit déjà. La page le compte une fois lu par ' +
    `${who}.`,
  isPublic: 'Votre prénom et votre part se lisent avec l’annonce.',
  onPaper: 'Écrivez ici combien, et comment vous joindre\u00a0: on le comptera.',
  columns: ['Prénom', 'Combien', 'Comment me joindre'],
  paperBack: (who: string) => `À rapporter à ${who}`,
  paper: 'Une feuille à remplir, pour le comptoir',
}
