/**
 * What the notes say of a person, on paper.
 *
 * Shape   `isAny`: whether they say anything. `apart`: what no line of the strip asks about.
 */
type PaperAbout = Readonly<{ isAny: boolean; apart: readonly string[] }>

type Which = Readonly<{ nth: number; all: number; commune: string }>

/** *Votre nom*, and the name itself where it is known. */
const yourName = (name: string): string =>
  name === '' ? 'Votre nom' : `Votre nom («\u00a0${name}\u00a0»)`

/** With a full stop, unless it ends with a mark of its own. */
export const stopped = (text: string): string => (/[.?!…]$/.test(text) ? text : `${text}.`)

/** What a strip of agreement promises, and what is said of an answer that replaces another. */
export const fr = {
  lead: (page: string, keptBy: string) =>
    'Des notes de réunion vous nomment. Votre nom et comment vous joindre sont ' +
    `montrés${page === '' ? '' : ` sur la page «\u00a0${page}\u00a0»`} seulement si vous ` +
    `dites oui. À rendre à ${keptBy}.`,
  minors: 'Pour quelqu’un de moins de 18 ans, c’est un parent qui dit oui.',
  shown: (page: string, name: string, about: readonly string[]) =>
    about.length === 0
      ? `Rien d’autre n’est tiré des notes à votre sujet. ${yourName(name)} ` +
        'et comment vous joindre\u00a0: ' +
        `montrés${page === '' ? ' ici' : ` sur «\u00a0${page}\u00a0»`} et dans les villages ` +
        'voisins seulement si vous dites oui.'
      : 'Ce que les notes disent de vous est affiché, ou peut ' +
        `l’être,${page === '' ? ' ici' : ` sur «\u00a0${page}\u00a0»`} et dans les villages ` +
        `voisins, sans votre nom\u00a0: ${stopped(about.join('\u202f; '))} ` +
        `${yourName(name)} et comment vous joindre\u00a0: seulement si vous dites oui.`,
  cut:
    'Une bande pour chaque personne que des notes de réunion nomment, à couper et à faire ' +
    'passer.',
  /** Which one of several of one name: on their strip, and where the keeper keys it. */
  namesake: ({ nth, all, commune }: Which) =>
    `n°\u00a0${nth} sur ${all}${commune === '' ? '' : `, ${commune}`}`,
  inNotes: 'Dans les notes\u00a0:',
  named: 'Des notes de réunion vous nomment.',
  /** Of somebody whose number alone is known. */
  wrote: 'Vous avez écrit dans une conversation\u202f; on n’y lit que votre numéro.',
  ownName: 'Mon nom, si je dis oui\u00a0:',
  shownOnPaper: (page: string, name: string, { isAny, apart }: PaperAbout) => {
    const there = page === '' ? ' ici' : ` sur «\u00a0${page}\u00a0»`
    const also = apart.length > 0 ? `\u00a0: ${apart.join('\u202f; ')}` : ''
    const only =
      `${yourName(name)} et comment vous joindre\u00a0: ` +
      `${isAny ? '' : `montrés${there} et dans les villages voisins `}seulement si vous dites oui.`
    return isAny
      ? `Ce qu’elle${name === '' ? ' dit' : 's disent'} de vous est affiché, ou peut ` +
          `l’être,${there} et dans les villages voisins, sans votre nom${also}. ${only}`
      : `Rien d’autre n’en est tiré à votre sujet. ${only}`
  },
  kinds: {
    need: 'une demande',
    offer: 'une offre',
    initiative: 'un projet',
    idea: 'une idée',
    event: 'un rendez-vous',
    task: 'une chose à faire',
    decision: 'une décision',
    actor: 'un groupe',
    place: 'un lieu',
    voice: 'une parole',
    reference: 'un exemple',
  },
  no: (about: readonly string[]) =>
    '«\u00a0Non\u00a0»\u00a0: mon nom n’est montré nulle part ici.' +
    (about.length === 0
      ? ''
      : ' Ce qui est affiché sans lui reste, sauf les lignes cochées «\u00a0à retirer\u00a0».'),
  reach: 'Pour me joindre, à montrer à tous, ici et dans les villages voisins\u00a0:',
  back: (keeper: string, about: readonly string[]) =>
    `Sans réponse, votre nom n’est pas montré. À rendre à ${keeper}\u202f; c’est là aussi qu’on ` +
    `change d’avis${about.length === 0 ? '' : ', ou qu’on fait retirer ce qui est affiché'}.`,
  minor: 'Les notes disent moins de 18 ans\u00a0: un parent dit oui aussi.',
  parentYes: 'oui, et je suis son père, sa mère, ou la personne qui en répond',
  parentName: 'Son nom et sa signature\u00a0:',
  parentTick: 'un parent, ou la personne qui en répond, a dit oui aussi',
  numberAlone: (ends: string) => `Un numéro qui finit par ${ends}`,
  nameAsk: 'On ne connaît que la fin de son numéro\u00a0: écrivez le nom à montrer.',
  parentAsk:
    'Les notes disent moins de 18 ans\u00a0: sans le oui d’un parent sur la bande, cette ' +
    'personne n’est pas montrée.',
  giveAndPrint: 'Imprimer les bandes, avec leur code',
  noCodes: 'Ces bandes n’ont pas encore de code\u00a0: donnez-en un à chaque bande, puis imprimez.',
  hidden: 'C’est noté\u00a0: le nom de cette personne n’est pas montré.',
  unnamedReach: 'Sans son nom, le téléphone n’est pas montré non plus.',
  unnamedReachHint: 'Sans votre nom, le téléphone n’est pas montré non plus.',
  stays: (titles: readonly string[]) =>
    `Ce qu’elle propose reste affiché sans son nom\u00a0: ${titles.join('\u202f; ')}. Si ` +
    'elle veut le retirer aussi, retirez-le de la page.',
  takenBack: 'C’est noté\u00a0: son nom et comment la joindre ne sont plus sur la page.',
  stillNamed: (titles: readonly string[]) =>
    `Son nom se lit encore dans\u00a0: ${titles.join('\u202f; ')}. Corrigez-le.`,
  answeredBefore: (answer: string) =>
    `Cette bande a déjà été saisie\u00a0: «\u00a0${answer}\u00a0». Une autre réponse la remplace.`,
  awaited: 'On attend',
  handHidden: (titles: readonly string[]) =>
    'Ce qui montrait cette personne, écrit à la main, n’est plus sur la page\u00a0: ' +
    `${titles.join('\u202f; ')}. Si c’était quelqu’un d’autre du même nom, ` +
    'remettez-le\u00a0: c’est rangé dans «\u00a0Ce qui est retiré\u00a0».',
  askedThere: (boxes: readonly string[]) =>
    `C’est déjà parti chez ${boxes.join(', ')}\u00a0: on y demande de le retirer, quand le ` +
    'facteur passera.',
  beyondReach: 'Le papier déjà imprimé et les copies déjà emportées ne s’effacent pas d’ici.',
  signedByThem: (titles: readonly string[]) =>
    'Quelqu’un de ce nom l’a écrit avec sa carte, et c’est resté\u00a0: ' +
    `${titles.join('\u202f; ')}. Demandez-lui.`,
  onPage: 'Déjà sur la page sous ce nom\u00a0:',
  hideMeanwhile: 'Retirer de la page en attendant sa réponse',
  severalNames:
    'Les notes disent là plusieurs personnes, et une bande est pour une seule\u00a0: chacune ' +
    'répond pour elle.',
  oneEach: 'Une bande pour chacune',
  eachOne: (names: readonly string[]) => `Une bande pour chacune\u00a0: ${names.join(', ')}.`,
  noStrip: 'Pas de bande pour cette personne',
  unasked: 'Sans bande',
  unaskedHint: 'On ne leur demande rien, et leur nom n’est pas montré.',
  askAfterAll: 'Lui donner une bande',
  unaskedSaid: (name: string) =>
    `Pas de bande pour ${name || 'ce numéro'}. Son nom n’est pas montré.`,
  askedSaid: (name: string) => `${name || 'Ce numéro'} aura sa bande.`,
  line: { right: 'juste', mend: 'à corriger', drop: 'à retirer' },
  lines: 'Ce que les notes disent de vous, ligne par ligne\u00a0:',
  linesKeyed: 'Ce que les notes disent de cette personne',
  lineWords: 'Corrigé, avec mes mots\u00a0:',
  /** On a strip of several lines, which stand under numbers. */
  lineNumbered: 'Corrigé\u00a0: le numéro de la ligne, puis mes mots\u00a0:',
  lineMended: (words: string) => `Corrigé\u00a0: «\u00a0${words}\u00a0»`,
  lineLacks: (words: string) =>
    `«\u00a0${words}\u00a0» est à corriger\u00a0: écrivez les mots de la bande.`,
  lineOwn: (name: string) =>
    `Ces mots disent «\u00a0${name}\u00a0», qui n’a pas dit oui à son nom. Écrivez-les sans lui.`,
  present: 'Vous êtes parmi les présents de cette rencontre.',
  presentKeyed: 'Cette personne est parmi les présents de la rencontre',
  nameHeld: (said: string) =>
    `Ce nom dit aussi «\u00a0${said}\u00a0»\u00a0: tout le monde le lirait. Écrivez le nom seul.`,
  reachHeld: (said: string) =>
    `Ces mots disent «\u00a0${said}\u00a0»\u00a0: tout le monde les lirait. Écrivez-les sans ` +
    'cela, ou mettez-les dans la case que vous seul·e lisez.',
  lineHeld: (said: string) =>
    `Ces mots disent quelque chose de quelqu’un («\u00a0${said}\u00a0»)\u00a0: ils se lisent par ` +
    'tous. Écrivez-les sans cela. Un numéro à montrer à tous s’écrit plus haut, sous ' +
    '«\u00a0Pour me joindre\u00a0».',
}
