const and = (names: readonly string[]): string =>
  new Intl.ListFormat('fr', { type: 'conjunction', style: 'long' }).format(names)

/** The page of who asked without a card. `en.ts` has this type. */
export const fr = {
  asked: 'C’est demandé. Rien n’est réservé avant la réponse.',
  waiting: 'C’est pris\u00a0: vous l’aurez si cela se libère.',
  overtaken: (isClosed: boolean): string =>
    isClosed
      ? 'ces jours sont gardés fermés depuis votre demande.'
      : 'quelqu’un d’autre a eu ces jours avant la réponse.',
  seeOthers: 'Voir d’autres jours, la liste d’attente, et qui d’autre en prête',
  isFreed: (said: string) =>
    `${said} Dites à qui s’en occupe que vous le prenez, ici ou de vive voix.`,
  takeIt: 'Je le prends',
  askedKept: (until: string) =>
    `C’est demandé, et gardé pour vous jusqu’à ${until}. Rien n’est réservé avant la réponse.`,
  isOut: 'Vous l’avez en ce moment.',
  isBack: 'C’est rendu. Merci.',
  isBackShort: 'C’est rendu, incomplet.',
  over: 'C’est annulé.',
  youWrote: 'Ce que vous avez écrit',
  correct: 'Corriger',
  askOther: 'Demander un autre jour',
  askThem: 'Demander ces jours',
  askedAnew: 'C’est demandé. Les jours accordés restent à vous jusqu’à la réponse.',
  asksOther: (when: string, isKept: boolean) =>
    `Vous demandez à la place\u00a0: ${when}. ` +
    (isKept
      ? 'Les jours accordés restent à vous jusqu’à la réponse.'
      : 'Rien n’est réservé avant la réponse.'),
  placeOf: (when: string) => `À la place de ce qui est accordé\u00a0: ${when}.`,
  toRepair: 'C’est à réparer\u00a0: appelez avant de venir.',
  whom: 'À qui demander\u00a0:',
  where: (where: string) => `À prendre\u00a0: ${where}.`,
  deposit: (amount: string) => `Apportez la caution\u00a0: ${amount}.`,
  fee: (amount: string, what: string) => `On demande ${amount}${what === '' ? '' : ` (${what})`}.`,
  insurance: 'Apportez l’attestation d’assurance.',
  back: {
    head: 'À rapporter',
    leaving: 'En partant',
    by: (until: string, where: string) =>
      `Au plus tard ${until}${where === '' ? '' : `, ${where}`}.`,
    leave: (until: string) => `C’est à vous jusqu’à\u00a0: ${until}.`,
    to: (names: readonly string[], isRoom: boolean) =>
      isRoom ? `Dites-le à ${and(names)}.` : `À remettre à ${and(names)}.`,
    hours: (hours: string) => `On prend et on rend\u00a0: ${hours}.`,
    count: (n: number) => `Il y en a ${n}\u00a0: comptez-les.`,
    pieces: (pieces: readonly string[]) => `Avec toutes ses pièces\u00a0: ${and(pieces)}.`,
    how: (said: string) => `Comment\u00a0: ${said}`,
    consumables: (said: string) => `Ce qui s’use\u00a0: ${said}`,
    deposit: (amount: string) => `La caution (${amount}) est rendue au retour.`,
  },
  staysWhileOut:
    'Vous l’avez en ce moment\u00a0: votre nom et votre numéro restent à qui s’en occupe ' +
    'jusqu’au retour.',
  callsOff: (when: string) => `Votre réservation, ${when}, sera annulée.`,
}
