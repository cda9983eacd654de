import { ofName } from '../../../../text/of-name.ts'
import { quotable } from '../../../../text/quoting.ts'

/** *« Bernard : “je prête ma remorque” »*: a title may quote somebody. */
const quoted = (text: string): string => `«\u00a0${quotable(text)}\u00a0»`
const and = (names: readonly string[]): string =>
  new Intl.ListFormat('fr', { type: 'conjunction', style: 'long' }).format(names)
const toEach = (names: readonly string[]): string => and(names.map(name => `à ${name}`))
const about = (what: string | undefined): string =>
  what === undefined ? '' : ` au sujet de ${quoted(what)}`
const saying = (said: string | undefined): string =>
  said === undefined ? '' : `\u00a0: ${quoted(said)}`

/** What is new of a thread for one of its people, in one line: who, and what. */
export const fr = {
  awaitYour: (who: string, n: number) => `${who} ${n === 1 ? 'attend' : 'attendent'} votre réponse`,
  andAwaits: (cancelled: string, awaits: string) => `${cancelled}\u00a0; ${awaits}`,
  news: {
    stays: 'un moment convenu tient toujours',
    agreed: 'c’est convenu pour un de vos arrangements',
    done: 'un de vos arrangements est noté comme fait',
    notDone: 'un de vos arrangements n’est pas encore fait',
    tell: 'on peut raconter ce qui s’est fait, si vous voulez bien aussi',
    untold: 'ce qui s’est fait n’est plus raconté',
    told: 'c’est raconté dans «\u00a0Ça s’est fait\u00a0»',
    takenBack: 'quelqu’un a repris ce qu’il avait écrit',
    agreedTakenBack:
      'quelqu’un a repris ce qu’il avait écrit\u00a0: ce qui était convenu n’aura pas lieu',
    back: 'une réponse a été annulée dans un de vos arrangements',
    proposed: 'un moment est proposé dans un de vos arrangements',
    failed: 'un de vos arrangements n’a plus lieu',
    late: 'quelqu’un est en retard',
    word: 'un mot vous attend, dans un de vos arrangements',
  },
  newsBy: {
    stays: (who: string) => `${who} ne demande plus d’autre moment\u00a0: c’est toujours convenu`,
    proposed: (who: string) => `${who} propose un moment`,
    agreed: (who: string) => `${who} est d’accord\u00a0: c’est convenu`,
    done: (who: string) => `${who} a noté que c’est fait`,
    word: (who: string, of: string | undefined, said: string | undefined) =>
      `${who} vous écrit${about(of)}${saying(said)}`,
    wordTo: (who: string, to: string, of: string | undefined, said: string | undefined) =>
      `${who} écrit à ${to}${about(of)}${saying(said)}`,
    late: (who: string) => `${who} est en retard`,
    failed: (who: string) => `${who} dit que, finalement, ça ne se fait pas`,
    notDone: (who: string) => `${who} dit que ce n’est pas encore fait`,
    tell: (who: string) => `${who} veut bien qu’on raconte ce qui s’est fait`,
    untold: (who: string) => `${who} préfère qu’on ne raconte pas ce qui s’est fait`,
    told: (who: string) =>
      `c’est raconté dans «\u00a0Ça s’est fait\u00a0», avec l’accord ${ofName(who)}`,
    backThere: (who: string) =>
      `${who} annule sa réponse\u00a0: l’arrangement est de nouveau proposé`,
    back: {
      yes: (who: string) => `${who} annule son «\u00a0d’accord\u00a0»\u00a0: ce n’est plus convenu`,
      no: (who: string) =>
        `${who} annule son «\u00a0non merci\u00a0»\u00a0: l’arrangement est de nouveau proposé`,
      not: (who: string) =>
        `${who} annule son «\u00a0ça ne s’est pas fait\u00a0»\u00a0: c’est de nouveau convenu`,
      done: (who: string) =>
        `${who} annule son «\u00a0c’est fait\u00a0»\u00a0: c’est de nouveau convenu`,
    },
  },
  /** `what`: the moment and the place, or the notice. */
  newsWhat: (news: string, what: string) => `${news} (${quoted(what)})`,
  /** `said`: a word; none where it is not quoted. */
  andWrites: (news: string, said: string | undefined) =>
    said === undefined ? `${news}, et un mot vous attend` : `${news}, avec ce mot${saying(said)}`,
  andLate: (news: string) => `${news}, avec du retard`,
  andNotice: (news: string, notice: string) => `${news}\u00a0; ${notice}`,
  newsWith: (who: string, ended: string) => `avec ${who}\u00a0: ${ended}`,
  noticeChanged: (who: string | undefined, now: string | undefined) =>
    `${who === undefined ? 'une annonce a changé' : `${who} a changé son annonce`}` +
    (now === undefined ? '' : `\u00a0: «\u00a0${now}\u00a0»`),
  noticeClosed: (who: string | undefined, was: string | undefined) =>
    `${who === undefined ? 'une annonce est fermée' : `${who} a fermé son annonce`}` +
    (was === undefined ? '' : ` (${quoted(was)})`),
  stillAgreed: (news: string, when: string | null) =>
    `${news}\u00a0; ce qui est convenu tient toujours${when === null ? '' : ` (${quoted(when)})`}`,
  noticeOffNews: (who: string | undefined, was: string | undefined) =>
    `${who === undefined ? 'une annonce' : `l’annonce ${ofName(who)}`}` +
    `${was === undefined ? '' : ` (${quoted(was)})`} n’est plus sur la page`,
  asksToTell: 'peut-on raconter ce qui s’est fait',
  /** `whom`: who has no card, and to whom the answer goes; nobody is named where many wait. */
  askThem: (whom: string, of: string) => `demandez à ${whom} sa réponse à ${of}`,
  tellThem: (whom: string, news: string) => `à dire à ${whom}\u00a0: ${news}`,
  waitsForKeeper: (count: number, names: readonly string[]) =>
    (count === 1
      ? 'une réponse est à demander à quelqu’un qui n’a pas de carte'
      : `${count} réponses sont à demander à des gens qui n’ont pas de carte`) +
    (names.length === 0 ? '' : `\u00a0: ${toEach(names)}`),
  newsForKeeper: (count: number, names: readonly string[]) =>
    (count === 1
      ? 'une réponse est à dire à quelqu’un qui n’a pas de carte'
      : `${count} réponses sont à dire à des gens qui n’ont pas de carte`) +
    (names.length === 0 ? '' : `\u00a0: ${toEach(names)}`),
}
