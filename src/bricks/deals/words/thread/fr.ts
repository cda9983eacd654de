/** What is read about the words that two people say to each other about a notice. */
export const fr = {
  interest: { offer: 'Ça m’intéresse', need: 'Je peux aider' },
  interested: { offer: 'Ça m’intéresse.', need: 'Je peux aider.' },
  interestLead: (who: string) => `${who} lira ce mot, et personne d’autre.`,
  interestLeadNobody: 'Ce mot sera lu par la personne de l’annonce, et par personne d’autre.',
  interestKept: 'La réponse vous attendra sur un billet, que la page vous donne ensuite.',
  withOwn: 'Avec votre annonce\u00a0: ',
  firstName: 'Votre prénom',
  reach: 'Comment vous joindre',
  reachHint: 'Un téléphone, fixe ou mobile, ou l’endroit où l’on vous trouve.',
  line: 'Un mot, si vous voulez',
  sendWord: 'Envoyer',
  sayName: 'Dites votre prénom.',
  sayReach: 'Dites comment vous joindre\u00a0: un téléphone, ou l’endroit où l’on vous trouve.',
  reachTooLong: 'Dites-le en moins de mots\u00a0: un téléphone, ou un endroit.',
  yourNotice: 'Cette annonce est la vôtre.',
  notDecidedHere:
    'Cette annonce se décide dans une autre borne\u00a0: joignez la personne comme l’annonce le ' +
    'dit.',
  sentSaid: 'C’est envoyé\u00a0: ce sera lu à la prochaine visite.',
  sentToRelay: 'C’est envoyé\u00a0: son relais le lui portera.',
  /** By whom it is handed over. The answer to a turn is kept: it names none of its people. */
  sentToKeeper: (keeper: string, place: string) =>
    `C’est envoyé. La personne de l’annonce n’a pas de carte\u00a0: ce mot lui sera porté par ` +
    keeper +
    (place === '' ? '.' : ` (${place}). Si c’est pour avant, prévenez-la aussi autrement.`),
  /** Beside the keeper's place, which opens after what is asked. */
  sentTooLate: (keeper: string, place: string) =>
    `C’est envoyé, mais ce mot sera porté après ce moment, par ${keeper} (${place})\u00a0: la ` +
    'personne de l’annonce n’a pas de carte. Prévenez-la vous-même, par son numéro ou chez elle.',
  /** A relay, as everybody reads them. */
  sentToRelayNamed: (relay: string) => `C’est envoyé\u00a0: ${relay} le lui portera.`,
  wordSaid: 'C’est envoyé.',
  wordMovesNothing:
    'Un mot ne change rien à ce qui est convenu. Si cela ne se fait plus, dites-le ici\u00a0:',
  notThisTime: 'Pas cette fois',
  notThisTimeWord: 'Ce ne sera pas possible cette fois. Merci d’avoir demandé.',
  late: 'Je suis en retard',
  lateWord: 'Je suis en retard.',
  rideMoved: 'Mon trajet a changé.',
  rideLeaves: (hour: string) => `Mon trajet part maintenant à ${hour}.`,
  saySomething: 'Écrivez une phrase.',
  saidNoMore: 'Cette conversation est finie\u00a0: on ne peut plus y écrire.',
  proposes: (when: string | null, where: string | null) =>
    `Je propose\u00a0: ${[when, where].filter(Boolean).join(', ')}.`,
  /** On a slip, in the words of who says it; `moment`: when and where, empty where none is said. */
  slipSays: {
    yes: (moment: string) => `D’accord${moment === '' ? '' : `\u00a0: ${moment}`}.`,
    other: (moment: string) => `Plutôt un autre moment\u00a0: ${moment}.`,
    no: (moment: string) =>
      `Je ne peux pas, cette fois${moment === '' ? '' : `\u00a0: ${moment}`}.`,
    stays: (moment: string) => `C’est toujours convenu${moment === '' ? '' : `\u00a0: ${moment}`}.`,
    not: (moment: string) =>
      `Finalement, ça ne se fait pas${moment === '' ? '' : `\u00a0: ${moment}`}.`,
    notYet: (moment: string) =>
      `Ce n’est pas encore fait${moment === '' ? '' : `\u00a0: ${moment}`}.`,
    end: (moment: string) =>
      `J’arrête là${moment === '' ? '' : `\u00a0: ${moment} n’a plus lieu`}.`,
    back: (moment: string) =>
      `J’annule ma dernière réponse${moment === '' ? '' : `\u00a0: ${moment}`}.`,
  },
  /** Beside another moment than the agreed one, which stands until the answer. */
  insteadOf: (agreed: string) =>
    `Jusqu’à la réponse, le rendez-vous reste «\u00a0${agreed}\u00a0».`,
  keepAgreed: (agreed: string | null) =>
    agreed === null ? 'Garder ce qui est convenu' : `Garder «\u00a0${agreed}\u00a0»`,
  keptSaid: 'C’est noté\u00a0: ce qui était convenu tient toujours.',
  /** Asked of the driver; `when`: what was agreed. */
  rideAsked: (who: string, when: string | null) =>
    `${who} compte sur vous${when === null ? '' : ` («\u00a0${when}\u00a0»)`}\u00a0: ` +
    'le trajet se fait-il encore\u00a0?',
  /** `when`: what was agreed; `at`: the hour that the ride says now. */
  leavesAt: (when: string, at: string) => `${when}, maintenant à ${at}`,
  rideYes: 'Oui, il se fait',
  rideNo: 'Non, c’est annulé',
  rideFull: (when: string | null) =>
    'Je ne prends plus personne. Ce qui est convenu tient' +
    `${when === null ? '' : `\u00a0: ${when}`}.`,
  rideFullAct: 'Je ne prends plus personne',
  /** To who waits for an answer. */
  rideIsFull: 'C’est complet, désolé\u00a0: je ne prends plus personne.',
  rideKept: (n: number, waiting: number) =>
    `L’annonce quitte les listes. ${
      n === 1
        ? 'La personne qui compte sur vous lira que ça tient'
        : 'Les personnes qui comptent sur vous liront que ça tient'
    }${
      waiting === 0
        ? ''
        : waiting === 1
          ? '\u00a0; celle qui attendait, que c’est complet'
          : '\u00a0; celles qui attendaient, que c’est complet'
    }.`,
  /** Of a ride that is full, to whoever would go with its driver. */
  driverFirst: (driver: string) =>
    `C’est complet\u00a0: c’est à ${driver} de dire s’il reste une place pour vous.`,
  askAnyway: (driver: string) => `Demander quand même à ${driver}`,
  overSaid: (taken: number, all: number) =>
    `Attention\u00a0: ${taken} personnes pour ${all} place${all > 1 ? 's' : ''}.`,
  overNews: (news: string, taken: number, all: number) =>
    `${news} (attention\u00a0: ${taken} personnes pour ${all} place${all > 1 ? 's' : ''})`,
  agreedOver: (taken: number, all: number) =>
    `C’est convenu. Attention\u00a0: ${taken} personnes comptent sur ce trajet, pour ${all} ` +
    `place${all > 1 ? 's' : ''}. Si c’est trop, vous pouvez annuler.`,
  rideStands: (when: string | null) =>
    `Le trajet se fait toujours${when === null ? '' : `\u00a0: ${when}`}.`,
  giveNumber: (who: string, phone: string) => `Donner mon numéro à ${who} (${phone})`,
  numberIs: (phone: string) => `Mon numéro\u00a0: ${phone}.`,
  tickStory: 'Cochez pour que cette phrase soit racontée, ou effacez-la.',
  sayStory: 'Racontez en une phrase, au passé, ce qui s’est fait.',
  storyTooLong: 'Racontez-le plus court\u00a0: une phrase.',
  storyReach:
    'Cette phrase dit un numéro ou une adresse\u00a0: écrivez-la sans, tout le monde la lira.',
  storyNamesYou:
    'Cette phrase vous nomme\u00a0: cochez «\u00a0avec mon prénom\u00a0», ou écrivez-la sans.',
  storyNames: 'Cette phrase nomme quelqu’un qui n’a pas dit oui\u00a0: écrivez-la sans son prénom.',
  storyAgain: (who: string) =>
    `${who} a écrit une autre phrase\u00a0: dites si elle vous va aussi.`,
  steps: 'Ce qui s’est dit',
  readByTwo: 'Ce que ces deux personnes se disent n’est lu que par elles.',
  interestHeard:
    'Sur ce Wi-Fi, ce que vous écrivez pourrait être lu par quelqu’un d’autre en même temps. La ' +
    'réponse se lit en https, ou à l’ordinateur de la borne, par le billet que la page donne ' +
    'ensuite.',
  noticeOff: 'L’annonce n’est plus sur la page.',
  writeTo: (to: string) => `Écrire à ${to}`,
  writeFor: (to: string, from: string) => `Écrire à ${to}, pour ${from}`,
  proposeTime: 'Proposer un moment',
  meeting: (when: string | null, where: string | null) =>
    when === null && where === null
      ? ''
      : ` «\u00a0${[when, where].filter(Boolean).join(', ')}\u00a0»`,
  handedTo: (to: string, by: string | null, day: string) =>
    `Remis à ${to}${by === null ? '' : ` par ${by}`}, ${day}.`,
  step: {
    takenBack: (who: string, day: string, _what: string) =>
      `${who} a retiré sa proposition, ${day}`,
    stays: (who: string, day: string, _what: string) => `${who} a retiré l’autre moment, ${day}`,
    keeps: (who: string, day: string, _what: string) => `${who} garde ce qui était convenu, ${day}`,
    notYet: (who: string, day: string, _what: string) =>
      `${who} a dit que ce n’est pas encore fait, ${day}`,
    yes: (who: string, day: string, _what: string) => `${who} a dit d’accord, ${day}`,
    other: (who: string, day: string, what: string) =>
      `${who} préfère un autre moment${what === '' ? '' : `\u00a0:${what}`}, ${day}`,
    no: (who: string, day: string, _what: string) => `${who} a dit non merci, ${day}`,
    done: (who: string, day: string, _what: string) => `${who} a dit que c’est fait, ${day}`,
    not: (who: string, day: string, _what: string) =>
      `${who} a dit que, finalement, ça ne se fait pas, ${day}`,
    tell: (who: string, day: string, _what: string) => `${who} veut bien qu’on le raconte, ${day}`,
    keep: (who: string, day: string, _what: string) =>
      `${who} préfère qu’on ne le raconte pas, ${day}`,
    back: (who: string, day: string, _what: string) => `${who} a annulé sa réponse, ${day}`,
    word: (who: string, day: string, _what: string) => `${who}, ${day}`,
    late: (who: string, day: string, _what: string) => `${who} est en retard, ${day}`,
    propose: (who: string, day: string, what: string) => `${who} a proposé${what}, ${day}`,
    end: (who: string, day: string, _what: string) => `${who} a mis fin à la conversation, ${day}`,
    insult: (who: string, day: string, _what: string) =>
      `${who} a signalé un mot à la personne qui tient la page, ${day}`,
  },
  stepYou: {
    takenBack: (day: string, _what: string) => `Vous avez retiré votre proposition, ${day}`,
    stays: (day: string, _what: string) => `Vous avez retiré l’autre moment, ${day}`,
    keeps: (day: string, _what: string) => `Vous gardez ce qui était convenu, ${day}`,
    notYet: (day: string, _what: string) => `Vous avez dit que ce n’est pas encore fait, ${day}`,
    yes: (day: string, _what: string) => `Vous avez dit d’accord, ${day}`,
    other: (day: string, what: string) =>
      `Vous préférez un autre moment${what === '' ? '' : `\u00a0:${what}`}, ${day}`,
    no: (day: string, _what: string) => `Vous avez dit non merci, ${day}`,
    done: (day: string, _what: string) => `Vous avez dit que c’est fait, ${day}`,
    not: (day: string, _what: string) => `Vous avez dit que, finalement, ça ne se fait pas, ${day}`,
    tell: (day: string, _what: string) => `Vous voulez bien qu’on le raconte, ${day}`,
    keep: (day: string, _what: string) => `Vous préférez qu’on ne le raconte pas, ${day}`,
    back: (day: string, _what: string) => `Vous avez annulé votre réponse, ${day}`,
    word: (day: string, _what: string) => `Vous, ${day}`,
    late: (day: string, _what: string) => `Vous avez dit que vous êtes en retard, ${day}`,
    propose: (day: string, what: string) => `Vous avez proposé${what}, ${day}`,
    end: (day: string, _what: string) => `Vous avez mis fin à la conversation, ${day}`,
    insult: (day: string, _what: string) =>
      `Vous avez signalé un mot à la personne qui tient la page, ${day}`,
  },
  stepYouBack: {
    other: (day: string) => `Vous aviez demandé un autre moment, et l’avez retiré, ${day}`,
    yes: (day: string) => `Vous aviez dit d’accord, et l’avez annulé, ${day}`,
    no: (day: string) => `Vous aviez dit non merci, et l’avez annulé, ${day}`,
    done: (day: string) => `Vous aviez dit que c’est fait, et l’avez annulé, ${day}`,
    not: (day: string) => `Vous aviez dit que ça ne se fait pas, et l’avez annulé, ${day}`,
  },
  sendLine: 'Envoyer ce mot',
  /** What a form that came back had, where the page has no form for it any more. */
  typedBefore: (said: string) => `Vous aviez écrit\u00a0: «\u00a0${said}\u00a0»`,
  toAll: {
    title: (n: number) => `Écrire aux ${n} personnes à la fois`,
    lead: (whom: string) =>
      `À ${whom}. Chacune le lit dans sa conversation, et n’y répond qu’à vous.`,
    notTo: (whom: string) =>
      `Un moment est déjà proposé, ou convenu, avec ${whom}\u00a0: ce moment-ci n’y va pas.`,
    word: 'Un mot, le même pour toutes',
    propose: 'Proposer ce moment à toutes',
    said: (n: number) => `C’est dit à ${n} ${n === 1 ? 'personne' : 'personnes'}.`,
    noneFree: 'Un moment est déjà proposé, ou convenu, dans chacune de ces conversations.',
  },
  sendTelling: 'Envoyer ma réponse',
  withoutCard: (name: string) => `${name} (sans carte)`,
  atHome: (name: string) => `chez ${name}`,
  atTheirs: (moment: string, name: string) => `${moment} (chez ${name})`,
  numberUnchecked: 'Sans carte\u00a0: personne n’a vérifié ce nom, ni que ce numéro est le sien.',
  nameUnchecked: 'Sans carte\u00a0: personne n’a vérifié ce nom.',
  seeNotice: 'Voir l’annonce',
  noteFor: 'Noter une réponse pour quelqu’un',
  readOn: (day: string) => `Lu, ${day}.`,
  interestCarried: (who: string, by: string) =>
    `Ce mot sera lu par ${by}, pour être remis à ${who}. Personne d’autre ne le lira.`,
  noticesPerson: 'la personne de l’annonce',
}
