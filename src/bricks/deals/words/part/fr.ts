import { ofName } from '../../../../text/of-name.ts'

const quoted = (text: string): string => `«\u00a0${text}\u00a0»`

const withAmount = (act: string, amount: string | undefined): string =>
  amount === undefined ? act : `${act} pour ${amount}`

/** How much is asked, how much of it was agreed, and what was answered. */
const NOW = {
  open: (amount: string, _stood: string) => `Part\u00a0: ${amount}\u00a0; c’est sans réponse.`,
  agreed: (amount: string, _stood: string) => `Part\u00a0: ${amount}\u00a0; c’est convenu.`,
  raised: (amount: string, stood: string) =>
    `Part\u00a0: ${stood}\u00a0; demandé en tout\u00a0: ${amount}.`,
  raiseDeclined: (amount: string, stood: string) =>
    `Part\u00a0: ${stood}\u00a0; c’est non pour ${amount}.`,
  declined: (amount: string, _stood: string) => `C’est non pour ${amount}.`,
}

/** What is said of how much somebody takes of a notice, or brings. */
export const fr = {
  take: (amount: string) => `J’en prendrais${amount}.`,
  bring: (amount: string) => `J’en apporterais${amount}.`,
  rather: {
    take: (amount: string) => `J’en prendrais plutôt${amount}.`,
    bring: (amount: string) => `J’en apporterais plutôt${amount}.`,
  },
  none: {
    take: 'Finalement, je n’en prends pas.',
    bring: 'Finalement, je n’en apporte pas.',
  },
  leave: 'Ne plus en être',
  sayHowMuch: {
    take: 'Dire combien vous en prendriez',
    bring: 'Dire combien vous en apporteriez',
  },
  onlyWords: 'Un mot seul n’est pas compté.',
  line: (amount: string) => `Part\u00a0: ${amount}.`,
  /** `asks`: how much in all, of which `amount` is agreed. */
  lineAsked: (amount: string, asks: string) =>
    `Part\u00a0: ${amount}\u00a0; demandé en tout\u00a0: ${asks}.`,
  talking: 'Rien n’est encore convenu pour la remise.',
  agreed: 'C’est d’accord pour la part\u00a0; le moment reste à fixer.',
  yesBoth: (amount: string) => `D’accord pour ${amount}, à ce moment`,
  yesMoment: 'D’accord pour ce moment',
  goBackOn: 'Revenir sur la part',
  noMoment: 'Pas à ce moment',
  handedOver: 'C’est fait\u00a0: cette part est remise, elle ne se refuse plus.',
  stays: 'La part reste comptée\u00a0: proposez un autre moment.',
  staysSaid: 'C’est noté\u00a0: pas cette fois. La part reste comptée.',
  /** `amount`: how much they take, where nobody listens. */
  full: (who: string | undefined, was: string | undefined, amount: string | undefined) =>
    (who === undefined ? 'une annonce est complète' : `${who}\u00a0: c’est complet`) +
    (was === undefined ? '' : ` (${quoted(was)})`) +
    (amount === undefined ? '' : `\u00a0; part comptée\u00a0: ${amount}`),
  /** On a button; `amount`: how much is taken. */
  answers: {
    'd-accord': (amount: string | undefined) => withAmount('D’accord', amount),
    'pas-cette-fois': (amount: string | undefined) => withAmount('Pas cette fois', amount),
    finalement: (amount: string | undefined) => withAmount('Finalement, oui', amount),
  },
  ofWhom: (act: string, whose: string) => `${act}\u00a0: ${whose}`,
  accepted: (amount: string) => `D’accord pour ${amount}.`,
  declined: (amount: string) => `Pas cette fois, pour ${amount}.`,
  declinedSaid: 'C’est noté\u00a0: cette part n’est plus comptée, et la personne le lira.',
  raiseDeclined: (amount: string, stood: string) =>
    `Pas cette fois pour ${amount}\u00a0; toujours d’accord pour ${stood}.`,
  raiseDeclinedSaid: 'C’est noté\u00a0: ce qui était convenu reste compté, et la personne le lira.',
  keptAfterAll: (amount: string) => `Finalement, c’est d’accord pour ${amount}.`,
  keptSaid: 'C’est noté\u00a0: cette part est comptée.',
  /** Of an answer to what a page showed before: what stands now. */
  movedSince: (is: keyof typeof NOW, amount: string, stood: string) =>
    `Cette part a changé entre-temps\u00a0: rien n’a été fait. ${NOW[is](amount, stood)}`,
  notCounted: 'Pas cette fois\u00a0: cette part n’est pas comptée.',
  refused: 'Cette part n’a pas été retenue\u00a0: elle n’est pas comptée, et rien n’est convenu.',
  refusedNews: (name: string | undefined) =>
    name === undefined
      ? 'une part n’a pas été retenue'
      : `la part ${ofName(name)} n’a pas été retenue`,
}
