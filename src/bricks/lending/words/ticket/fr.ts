/** The page of who asked without a card. `en.ts` has this type. */
export const fr = {
  asked: 'C’est demandé. Rien n’est réservé avant la réponse.',
  waiting: 'C’est pris\u00a0: vous l’aurez si cela se libère.',
  isOut: 'Vous l’avez en ce moment.',
  isBack: 'C’est rendu. Merci.',
  over: 'C’est annulé.',
  youWrote: 'Ce que vous avez écrit',
  correct: 'Corriger',
  toRepair: 'C’est à réparer\u00a0: appelez avant de venir.',
  whom: 'À qui demander\u00a0:',
  where: (where: string) => `À prendre\u00a0: ${where}.`,
  deposit: (amount: string) => `Apportez la caution\u00a0: ${amount}.`,
  fee: (amount: string, what: string) => `On demande ${amount}${what === '' ? '' : ` (${what})`}.`,
  insurance: 'Apportez l’attestation d’assurance.',
  staysWhileOut:
    'Vous l’avez en ce moment\u00a0: votre nom et votre numéro restent à qui s’en occupe ' +
    'jusqu’au retour.',
  callsOff: (when: string) => `Votre réservation, ${when}, sera annulée.`,
}
