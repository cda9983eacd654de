/** What is to be confirmed, and what people say of it. */
export const fr = {
  toConfirmWord: 'À confirmer',
  toConfirmLine: 'à confirmer',
  toConfirmTitle: 'À confirmer',
  toConfirmLead: 'On le sait par ouï-dire. Vous savez ? Dites-le-nous.',
  toConfirmNone:
    'Tout ce qui est sur la page a été confirmé. Si quelque chose n’est plus juste, ' +
    'dites-le depuis sa page.',
  doYouKnow: 'Vous savez ? Dites-le-nous.',
  notSoAnyMore: 'Ce n’est plus ça ? Dites-le-nous.',
  tellTitle: (title: string) => `Ce que vous savez : ${title}`,
  tellLead: (keptBy: string) =>
    keptBy === ''
      ? 'La personne qui tient la page lit votre réponse avant que rien ne soit montré.'
      : `La personne qui tient la page (${keptBy}) lit votre réponse avant que rien ne soit ` +
        'montré.',
  tellLeadMember: 'Votre réponse est montrée ici tout de suite, à votre prénom.',
  toldShown: 'Merci. Votre réponse est montrée ici.',
  tell: 'Envoyer',
  confirmIt: 'Noter cette réponse',
  closeQuestion: 'C’est réglé : ne plus le demander',
  told: (keptBy: string) =>
    keptBy === ''
      ? 'Merci. La personne qui tient la page lira votre réponse, puis la montrera ici.'
      : `Merci. La personne qui tient la page (${keptBy}) lira votre réponse, puis la ` +
        'montrera ici.',
  confirmed: 'C’est noté. Corrigez la page si quelque chose y a changé.',
  goneSaid:
    'C’est noté. Si ce n’est plus d’actualité, retirez-le depuis sa page, par « Corriger ».',
  askedAgain: 'C’est noté. La question reste posée.',
  closed: 'C’est noté : ce n’est plus à confirmer.',
  nothingThere:
    'Cela n’est pas, ou n’est plus, sur cette page. Revenez à la liste « À confirmer ».',
  saidSoFar: 'Ce qui a été dit',
  someone: 'Quelqu’un',
  saysYes: (who: string, withWhom: string, on: string) =>
    withWhom === '' ? `${who} l’a confirmé${on}` : `${who} l’a confirmé avec ${withWhom}${on}`,
  saysChanged: (who: string, withWhom: string, on: string) =>
    withWhom === ''
      ? `${who} a dit${on} que cela a changé`
      : `${who} a su par ${withWhom}${on} que cela a changé`,
  saysGone: (who: string, withWhom: string, on: string) =>
    withWhom === ''
      ? `${who} a dit${on} que ce n’est plus d’actualité`
      : `${who} a su par ${withWhom}${on} que ce n’est plus d’actualité`,
  saysAsked: (who: string, withWhom: string, on: string) =>
    withWhom === '' ? `${who} en a reparlé${on}` : `${who} en a reparlé avec ${withWhom}${on}`,
  quoted: (sentence: string, said: string) => `${sentence} : « ${said} »`,
  doneYes: (title: string) => `Confirmé : ${title}`,
  doneChanged: (title: string) => `Du nouveau : ${title}`,
}
