/** Where hours are given, or only the use is noted, these words stand for those of a price. */
export const inHours = {
  plain: {
    stays:
      'Rien de ceci ne quitte cette borne. Qui tient les comptes lit tout\u00a0; chacun lit ce ' +
      'qui est demandé à tous, et sa part.',
    nobodyEngaged: 'Personne ne s’est encore engagé.',
    agreedPrice: (each: string) => `Décidé ensemble\u00a0: ${each}.`,
    priceRounded: (sum: string, amount: string) =>
      `(${sum} = ${amount}\u00a0: la durée écrite ici est arrondie.)`,
    isClosed: 'Les comptes de cette année sont clôturés\u00a0: les parts n’y changent plus.',
    paidThere: (name: string) =>
      `Les soldes sont reportés dans ${name}, dont les comptes sont clôturés\u00a0: ce qui est ` +
      'donné ensuite se note là.',
  },
  costs: {
    price: 'Heures passées à la faire',
    aid: 'Heures offertes par d’autres',
    resale: 'Heures que la suite épargnera',
    interest: 'Heures en plus, pour un an',
    agreed: 'Heures par unité, décidées ensemble',
  },
  asks: {
    cost: 'Ce que ça demande',
    years: { label: 'Gardé combien d’années', hint: 'Rien\u00a0: tout se donne en une année.' },
  },
  nothingAsked: 'Rien n’est compté\u00a0: on note seulement l’usage.',
  fixedBy: 'Ce qui est à donner chaque année se partage',
  part: { fixed: 'à faire même si on ne s’en sert pas', variable: 'parce qu’on s’en sert' },
  partLabel: 'De quelle sorte',
  formula: {
    now: 'D’où viennent les heures d’aujourd’hui',
    price: 'Heures passées à la faire',
    aid: 'moins les heures offertes par d’autres',
    resale: 'moins les heures que la suite épargnera',
    depreciation: (years: number) =>
      years === 1 ? 'à donner en un an' : `÷\u00a0${years}\u00a0ans\u00a0: un an d’usure`,
  },
  whatIfFixed: 'À donner chaque année',
  statement: {
    paid: 'Donné',
    broughtOwed: (name: string) => `Reporté de ${name}, restait à donner`,
    owes: 'Reste à donner',
    even: 'Reste à donner',
    restPaid: (day: string) => `Reste donné le ${day}`,
    paidOtherwise: (day: string) => `Donné le ${day}`,
    advanced: (what: string, day: string) => `Fait le ${day}\u00a0: ${what}`,
    real: 'Les heures réelles, et d’où elles viennent',
    expected: 'Les heures prévues, et d’où elles viennent',
  },
  notebook: {
    ofOthers: (units: string) =>
      `${units} sont à quelqu’un qui ne partage pas\u00a0: personne ne les prend à sa part.`,
  },
  accounts: {
    spent: 'Le travail fait',
    amount: 'Heures',
    wearHint:
      'L’usure n’est le travail de personne\u00a0: elle reste pour la suite, ou elle revient à ' +
      'qui a fait la chose.',
    keptAside: 'gardée pour la suite',
    aside: (amount: string) => `Dont ${amount} gardées pour l’usure.`,
    asideLacks: (amount: string) => `Il faudrait en garder ${amount} pour l’usure.`,
    zeroAside:
      'Quand chacun a donné ce qu’il doit (−) et reçu ce qui lui revient (+), il reste ce qui ' +
      'est gardé pour l’usure.',
    payments: 'Autres heures données',
    otherPayment: 'Noter d’autres heures données',
    paymentHint: 'Des heures données à qui en a trop fait, ou qui lui sont rendues.',
    sum: 'Combien d’heures',
    sumHint: 'Avec un − devant\u00a0: rendu, ou pour corriger ce qui est mal noté.',
    payday: 'Donné le',
    notePayment: 'Noter ces heures',
    settlement: 'D’après le travail fait',
    settlementLead: (by: string) =>
      `Le travail de l’année ${by}, celui de l’usage selon l’usage\u00a0; ` +
      'à côté, ce qui est donné.',
    broughtLead: (name: string) =>
      `Les soldes de ${name} y sont reportés\u00a0: + en sa faveur, − restait à donner.`,
    zero:
      'Quand chacun a donné ce qu’il doit (−) et reçu ce qui lui revient (+), tout le monde est ' +
      'quitte.',
    closeAnyway: 'Une fois clôturé, le travail noté et le carnet ne changent plus.',
    restPaid: (name: string, amount: string) => `${name} a donné ${amount}`,
    paidBack: (name: string, amount: string) => `${amount} rendues à ${name}`,
  },
  said: {
    sayPayer: 'Dites qui a donné.',
    paidNow: 'Les heures données sont notées.',
    notClosed: 'Les comptes ne sont pas clôturés.',
  },
}
