const and = (names: readonly string[]): string =>
  new Intl.ListFormat('fr', { type: 'conjunction', style: 'long' }).format(names)

/** What people read of the accounts of a thing that several own. */
export const accounts = {
  of: (thing: string, name: string) => `Comptes\u00a0: ${thing}, ${name}`,
  spent: 'Ce qui a été dépensé',
  nothingSpent: 'Rien n’est encore noté.',
  what: 'Quoi',
  day: 'Jour',
  part: 'Sorte',
  advancedBy: { money: 'Payé par', hours: 'Fait par' },
  byPurse: { money: 'la caisse commune', hours: 'personne en particulier' },
  amount: 'Montant',
  hours: 'Combien d’heures',
  fixed: 'frais de l’année',
  variable: 'frais d’usage',
  wear: 'Usure de l’année',
  wearFor: 'Pour qui',
  wearHint:
    'Personne ne dépense l’usure\u00a0: elle reste dans la caisse pour la suite, ou elle ' +
    'revient à qui a payé la chose. Un emprunt remboursé se note comme une dépense, à la place.',
  keptAside: 'gardée dans la caisse',
  aside: (amount: string) => `Dont ${amount} gardés pour l’usure, qui n’est pas une dépense.`,
  asideLacks: (amount: string) =>
    `Il faudrait y garder ${amount} pour l’usure, qui n’est pas une dépense.`,
  zeroAside:
    'Quand chacun a payé ce qu’il doit (−) et reçu ce qui lui revient (+), il reste dans la ' +
    'caisse ce qui est gardé pour l’usure.',
  noteWear: (amount: string) => `Noter l’usure de l’année, ${amount}`,
  spend: 'Noter',
  calls: 'Les appels',
  callsLead: (amount: string, count: number) =>
    `Prévu pour l’année\u00a0: ${amount}, appelé en ${count}\u00a0fois.`,
  call: (n: number) => `Appel ${n}`,
  callNow: (n: number, count: number) => `Lancer l’appel ${n} sur ${count}`,
  paidBy: (name: string, n: number) => `${name} a payé l’appel ${n}`,
  gathered: (got: string, left: string) => `Encaissé\u00a0: ${got}. À encaisser\u00a0: ${left}.`,
  printCall: (n: number) => `Imprimer l’appel ${n}, un billet par foyer`,
  callTitle: (n: number, count: number) => `Appel ${n} sur ${count}`,
  callOf: (amount: string) => `À payer\u00a0: ${amount}`,
  callFrom: (units: string, all: string, expected: string) =>
    `Engagé\u00a0: ${units}, sur ${all} en tout. Prévu pour l’année\u00a0: ${expected}.`,
  calledOn: (day: string) => `Demandé le ${day}.`,
  paidOn: (day: string) => `Payé le ${day}.`,
  payBefore: 'Avant le',
  payTo: 'À qui, comment',
  notePaid: 'Noter qui a payé',
  payments: 'Autres paiements',
  otherPayment: 'Noter un autre paiement',
  paymentHint:
    'Une partie d’un appel, ou ce qui est rendu. Un appel payé en entier se coche dans les ' +
    'appels.',
  payerNone: 'choisir',
  sum: 'Combien est payé',
  sumHint: 'Avec un − devant\u00a0: rendu, ou pour corriger un paiement mal noté.',
  payday: 'Payé le',
  notePayment: 'Noter ce paiement',
  settlement: 'Au coût réel',
  settlementLead: (by: string) =>
    `Les frais de l’année ${by}, les frais d’usage selon l’usage\u00a0; à côté, ce qui est payé.`,
  broughtLead: (name: string) =>
    `Les soldes de ${name} y sont reportés\u00a0: + en sa faveur, − restait à payer.`,
  due: 'Sa part',
  paid: { money: 'Payé', hours: 'Donné' },
  balance: 'Solde',
  purseHolds: {
    money: (amount: string) => `Dans la caisse\u00a0: ${amount}.`,
    hours: (amount: string) => `Donné au-delà du travail noté\u00a0: ${amount}.`,
  },
  purseLacks: {
    money: (amount: string) => `Il manque à la caisse\u00a0: ${amount}.`,
    hours: (amount: string) => `Du travail noté, personne n’a donné\u00a0: ${amount}.`,
  },
  zero:
    'Quand chacun a payé ce qu’il doit (−) et reçu ce qui lui revient (+), la caisse est ' +
    'à zéro.',
  off: {
    money: (names: readonly string[]) =>
      `Un centime de plus ou de moins, pour que la somme tombe juste\u00a0: ${and(names)}.`,
    hours: (names: readonly string[]) =>
      `Une minute de plus ou de moins, pour que la somme tombe juste\u00a0: ${and(names)}.`,
  },
  printAll: 'Imprimer les relevés',
  printOne: 'Son relevé',
  close: 'Clôturer les comptes',
  notOver: (day: string) => `L’année finit le ${day}\u00a0: elle n’est pas encore passée.`,
  unpaid: 'Des appels ne sont pas payés\u00a0:',
  owed: (amount: string) => `, ${amount}`,
  closeAnyway:
    'Une fois clôturé, les dépenses et le carnet ne changent plus. On note encore qui paie.',
  closeNow: 'Clôturer tout de même',
  rest: 'Réglé depuis la clôture',
  restPaid: (name: string, amount: string) => `${name} a payé ${amount}`,
  paidBack: (name: string, amount: string) => `${amount} rendus à ${name}`,
  noteRests: 'Noter ce qui est réglé',
}
