/** What is read about the words that two people say to each other about a notice. */
export const fr = {
  interest: { offer: 'Ça m’intéresse', need: 'Je peux aider' },
  interested: { offer: 'Ça m’intéresse.', need: 'Je peux aider.' },
  interestLead: (who: string) => `${who} lira ce mot, et personne d’autre.`,
  interestLeadNobody: 'Ce mot sera lu par la personne de l’annonce, et par personne d’autre.',
  interestKept: 'La réponse vous attendra sur un billet, que la page vous donne ensuite.',
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
  /** What the notice of a ride says now, beside the moment that was agreed. */
  rideNow: {
    over: 'Ce trajet est arrêté',
    leaves: (time: string) => `Le trajet part maintenant à ${time}`,
    days: (days: string) => `Le trajet se fait maintenant ${days}`,
    rests: (days: readonly string[]) => `Pas de trajet le ${days.join(', ni le ')}`,
  },
  sentSaid: 'C’est envoyé\u00a0: ce sera lu à la prochaine visite.',
  sentToRelay: 'C’est envoyé\u00a0: la personne qui relaie le lui portera.',
  sentToKeeper:
    'C’est envoyé. La borne ne connaît pas encore cette personne\u00a0: qui tient la page lui ' +
    'portera ce mot.',
  wordSaid: 'C’est envoyé.',
  late: 'Je suis en retard',
  lateWord: 'Je suis en retard.',
  saySomething: 'Écrivez une phrase.',
  saidNoMore: 'Cette conversation est finie\u00a0: on ne peut plus y écrire.',
  proposes: (when: string | null, where: string | null) =>
    `On pourrait s’arranger\u00a0: ${[when, where].filter(Boolean).join(', ')}.`,
  /** On a slip, in the words of who says it; `moment`: when and where, empty where none is said. */
  slipSays: {
    yes: (moment: string) => `D’accord${moment === '' ? '' : `\u00a0: ${moment}`}.`,
    other: (moment: string) => `Plutôt un autre moment\u00a0: ${moment}.`,
    no: (moment: string) =>
      `Je ne peux pas, cette fois${moment === '' ? '' : `\u00a0: ${moment}`}.`,
    not: (moment: string) =>
      `Finalement, ça ne se fait pas${moment === '' ? '' : `\u00a0: ${moment}`}.`,
    end: (moment: string) =>
      `J’arrête là${moment === '' ? '' : `\u00a0: ${moment} n’a plus lieu`}.`,
    back: (moment: string) =>
      `J’annule ma dernière réponse${moment === '' ? '' : `\u00a0: ${moment}`}.`,
  },
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
    'Sur ce Wi-Fi, ce que vous écrivez ici pourrait être lu par quelqu’un d’autre en même temps.',
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
    stays: (who: string, day: string, _what: string) => `${who} a retiré l’autre moment, ${day}`,
    notYet: (who: string, day: string, _what: string) =>
      `${who} a dit que ce n’est pas encore fait, ${day}`,
    proposed: (who: string, day: string, _what: string) => `${who} a proposé, ${day}`,
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
    stays: (day: string, _what: string) => `Vous avez retiré l’autre moment, ${day}`,
    notYet: (day: string, _what: string) => `Vous avez dit que ce n’est pas encore fait, ${day}`,
    proposed: (day: string, _what: string) => `Vous avez proposé, ${day}`,
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
    yes: (day: string) => `Vous aviez dit d’accord, et l’avez annulé, ${day}`,
    no: (day: string) => `Vous aviez dit non merci, et l’avez annulé, ${day}`,
    done: (day: string) => `Vous aviez dit que c’est fait, et l’avez annulé, ${day}`,
    not: (day: string) => `Vous aviez dit que ça ne se fait pas, et l’avez annulé, ${day}`,
  },
  sendLine: 'Envoyer ce mot',
  toAll: {
    title: (n: number) => `Écrire aux ${n} personnes à la fois`,
    lead: 'Chacune le lit dans sa conversation, et y répond. Aucune ne voit qui sont les autres.',
    word: 'Un mot, le même pour toutes',
    propose: 'Proposer ce moment à toutes',
    said: (n: number) => `C’est dit à ${n} ${n === 1 ? 'personne' : 'personnes'}.`,
    noneFree: 'Un moment est déjà proposé, ou convenu, dans chacune de ces conversations.',
  },
  sendTelling: 'Envoyer ma réponse',
  withoutCard: (name: string) => `${name} (sans carte)`,
  nameUnchecked: 'Sans carte\u00a0: personne n’a vérifié ce nom.',
  seeNotice: 'Voir l’annonce',
  noteFor: 'Noter une réponse pour quelqu’un',
  readOn: (day: string) => `Lu, ${day}.`,
  interestCarried: (who: string, by: string) =>
    `Ce mot sera lu par ${by}, pour être remis à ${who}. Personne d’autre ne le lira.`,
  noticesPerson: 'la personne de l’annonce',
}
