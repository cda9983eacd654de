/** What is read about the words that two people say to each other about a notice. */
export const fr = {
  interest: 'Ça m’intéresse',
  interested: 'Ça m’intéresse.',
  interestLead: (who: string) => `${who} lira ce mot, et personne d’autre.`,
  interestLeadNobody: 'Ce mot sera lu par la personne de l’annonce, et par personne d’autre.',
  interestKept: 'La réponse vous attendra sur un billet, que la page vous donne ensuite.',
  interestAboutTitle: 'Au sujet de l’annonce',
  firstName: 'Votre prénom',
  reach: 'Comment vous joindre',
  reachHint: 'Un téléphone, ou l’endroit où l’on vous trouve.',
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
  proposedIn: 'C’est proposé. On attend la réponse.',
}
