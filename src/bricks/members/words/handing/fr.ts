import { ofName } from '../../../../text/of-name.ts'

const and = (names: readonly string[]): string =>
  new Intl.ListFormat('fr', { type: 'conjunction', style: 'long' }).format(names)

const MOST_NAMES = 3
/** *à Paulette, à Odette et à 2 autres*, after *3 mots à remettre*. */
export function toNames(names: readonly string[]): string {
  const more = names.length - MOST_NAMES
  const named = names.slice(0, MOST_NAMES).map(name => `à ${name}`)
  const rest = more > 0 ? [more === 1 ? 'à une autre personne' : `à ${more} autres`] : []
  return names.length === 0 ? '' : ` ${and([...named, ...rest])}`
}

const wordOf = (by: string | null): string => (by === null ? 'votre mot' : `le mot ${ofName(by)}`)
const orDirectly = (reach: string | null): string =>
  reach === null || reach === '' ? '.' : `, ou directement\u00a0: ${reach}.`

/** The list of whoever hands words over, and what the sender is told. */
export const handingFr = {
  person: (name: string, n: number, said: string) =>
    n === 1 ? `${name}\u00a0: un mot` : `${name}\u00a0: ${said} mots`,
  oneByOne: 'Un mot à la fois',
  oneByOneOrReply: 'Un mot à la fois, noter une réponse',
  allHanded: 'Tout remis',
  allHandedTo: (name: string) => `Tout remis à ${name}`,
  handedTo: (name: string, sender: string) => `Remis à ${name}, le mot ${ofName(sender)}`,
  missed: 'Pas trouvé·e',
  missedWhom: (name: string) => `${name}, pas trouvé·e`,
  refuse: 'Ne pas remettre',
  refuseTo: (name: string, sender: string) => `Ne pas remettre à ${name} le mot ${ofName(sender)}`,
  missedOn: (day: string) => `pas trouvé·e ${day}`,
  withRelays: 'Chez les relais',
  relayReads: 'Ce mot est d’une conversation\u00a0: son relais seul le lit.',
  missedTitle: 'Pas trouvé·e ces jours-ci',
  missedLead: 'Ces mots sont gardés. Ils reviennent au-dessus dans trois jours, à réessayer.',
  countMissed: (n: number) =>
    n === 1
      ? 'Un autre est pour une personne pas trouvée ces jours-ci.'
      : `${n} autres sont pour des personnes pas trouvées ces jours-ci.`,
  countCarried: (n: number) =>
    n === 1 ? 'Un autre est chez un relais.' : `${n} autres sont chez des relais.`,
  missedSaid: 'C’est noté\u00a0: pas trouvé·e. Le mot est gardé, on le dit à qui l’a laissé.',
  handedSaid: (n: number) =>
    n === 1 ? 'C’est noté\u00a0: remis. Merci.' : `C’est noté\u00a0: ${n} mots remis. Merci.`,
  nothingThere: 'Ces mots ne sont pas, ou plus, dans votre liste.',
  leftAt: (day: string, time: string) => `laissé ${day} à ${time}`,
  /** `by`: in whose name it was left, where that is somebody else. */
  news: {
    handed: (name: string, by: string | null) => `${wordOf(by)} pour ${name} est remis`,
    missed: (name: string, _by: string | null) =>
      `${name} n’a pas été trouvé·e\u00a0: on réessaiera`,
    aside: (name: string, by: string | null) => `${wordOf(by)} pour ${name} n’a pas été remis`,
    threadHanded: (name: string, by: string | null) =>
      `ce que ${by === null ? 'vous avez' : `${by} a`} dit à ${name} lui est transmis`,
    threadAside: (name: string, by: string | null) =>
      `${wordOf(by)} pour ${name} n’a pas été porté\u00a0: il ne se lit que dans votre arrangement`,
  },
  newsHeard: {
    handed: 'un mot que vous avez laissé est remis',
    threadHanded: 'ce que vous avez dit dans un arrangement est transmis',
    missed: 'quelqu’un à qui vous avez laissé un mot n’a pas été trouvé\u00a0: on réessaiera',
    aside: 'un mot que vous avez laissé n’a pas été remis',
    threadAside:
      'un mot que vous avez laissé n’a pas été porté\u00a0: il ne se lit que dans votre ' +
      'arrangement',
  },
  wordFor: (sender: string) => `un mot pour vous, signé ${sender}`,
  wordHeard: 'un mot pour vous',
  reply: 'Répondre',
  replyLabel: 'La réponse, en quelques mots',
  replySend: 'Envoyer cette réponse',
  sayReply: 'Écrivez la réponse, en quelques mots.',
  replySaid: 'C’est noté\u00a0: qui a laissé le mot lira la réponse.',
  repliedOn: (day: string) => `Répondu ${day}\u00a0:`,
  /** `said`: what, unless it is to be opened. */
  replied: (name: string, by: string | null, said: string | undefined) =>
    `${name} a répondu ${by === null ? 'à votre mot' : `au mot ${ofName(by)}`}` +
    `${said === undefined ? '' : `\u00a0: «\u00a0${said}\u00a0»`}`,
  replyHeard: 'on a répondu à un mot que vous avez laissé',
  leftByMe: 'Mots que j’ai laissés',
  toWhom: (name: string) => `Pour ${name}`,
  isFor: (name: string) => `Pour ${name}.`,
  strips: {
    title: 'Ce qui attend chacun',
    print: 'Imprimer ce qui attend chacun',
    nothing:
      'Rien n’attend personne\u00a0: il n’y a rien à imprimer. Voyez ' +
      '«\u00a0Mots à remettre\u00a0».',
    heard: 'Cette feuille s’imprime à la borne, ou en https\u00a0: elle porte les mots des gens.',
    /** `found`: how they are reached, of who has no card. */
    for: (name: string, found: string) =>
      `${name}${found === '' ? '' : ` (${found})`}, ce qui vous attend`,
    word: (from: string, day: string) => `Un mot ${from}, laissé le ${day}\u00a0:`,
    printed: (day: string) => `imprimé le ${day}`,
    reach: (how: string) => `Pour répondre\u00a0: ${how}`,
    /** Of so many lines that read the same. */
    times: (line: string, n: number) => `${line} (${n}\u00a0fois)`,
    answer: (who: string) => `Pour répondre au reste, dites-le à ${who}.`,
    answerAll: (who: string) => `Pour répondre, dites-le à ${who}.`,
  },
  /** Beside a word that was said in a thread: where it stands now. */
  now: {
    sentence: (text: string) => `${text}.`,
    proposed: (moment: string) => `Proposé\u00a0: ${moment}.`,
    agreed: (moment: string | null) =>
      moment === null ? 'C’est convenu.' : `C’est convenu\u00a0: ${moment}.`,
    /** `others`: names; `when`: when and where; `about`: *au sujet de « … »*, or empty. */
    agreedWith: ({
      others,
      when,
      about,
    }: Readonly<{ others: readonly string[]; when: string | null; about: string }>) =>
      `C’est convenu${others.length === 0 ? '' : ` avec ${and(others)}`}` +
      `${when === null ? '' : `\u00a0: ${when}`}${about === '' ? '' : `, ${about}`}.`,
    since: {
      done: 'Depuis, c’est noté comme fait.',
      fallen: 'Depuis, ça ne se fait plus.',
      ended: 'Depuis, cette conversation est finie.',
    },
    tell: (whom: string, reach: string | null) =>
      `Pour répondre\u00a0: dites-le à ${whom}${orDirectly(reach)}`,
    yesOrNo: (whom: string, reach: string | null) =>
      `Pour répondre\u00a0: dites oui, non, ou un autre moment à ${whom}${orDirectly(reach)}`,
    /** To whoever takes the answer: the relay, or the keeper. */
    ask: 'Demandez la réponse\u00a0: oui, non, ou un autre moment.',
    directly: (reach: string) => `Pour répondre directement\u00a0: ${reach}.`,
    note: (name: string) => `Noter la réponse ${ofName(name)}`,
    noteTo: (name: string, sender: string) => `Noter la réponse ${ofName(name)} à ${sender}`,
  },
  writeFor: {
    title: 'Écrire pour quelqu’un',
    whom: (names: readonly string[]) =>
      `Vous écrivez pour ${and(names)}\u00a0: chaque formulaire demande pour qui.`,
    anybody: 'Chaque formulaire demande si c’est pour quelqu’un d’autre.',
    answer: 'Répondre à une annonce',
  },
  insultHere: 'Ce mot contient une insulte.',
  insultUnprinted: (who: string) =>
    `Ce mot contient une insulte\u00a0: il ne s’imprime pas. Pour le lire, demandez à ${who}.`,
  states: {
    carried: 'en attente d’être remis',
    read: 'vu par la personne qui le remettra',
    missed: 'pas trouvé·e encore\u00a0: on réessaiera',
    delivered: 'remis',
    aside: 'n’a pas été remis',
    threadAside: 'n’a pas été porté\u00a0: il ne se lit que dans votre arrangement',
  },
  statesOn: {
    missed: (day: string) => `pas trouvé·e ${day}\u00a0; on réessaiera un autre jour`,
    delivered: (day: string) => `remis ${day}`,
  },
}
