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
  awaitTheir: (who: string, n: number, whom: string) =>
    `${who} ${n === 1 ? 'attend' : 'attendent'} la réponse ${ofName(whom)}`,
  askThemYours: (whom: string) => `demandez à ${whom} sa réponse`,
  /** `whom`: for whom it is said; undefined of who reads. */
  lastYes: (who: string, whom: string | undefined) =>
    `${who} veut bien aussi qu’on raconte ce qui s’est fait\u00a0: il manque ` +
    (whom === undefined ? 'votre dernier oui' : `un dernier oui ${ofName(whom)}`),
  /** `agreed`: what stands until the answer. */
  insteadNews: (awaits: string, asked: string, agreed: string) =>
    `${awaits}\u00a0: ${quoted(asked)} au lieu de ${quoted(agreed)}`,
  andAwaits: (cancelled: string, awaits: string) => `${cancelled}\u00a0; ${awaits}`,
  news: {
    stays: 'un moment convenu tient toujours',
    keeps: 'un moment convenu tient toujours',
    agreed: 'c’est convenu pour un de vos arrangements',
    done: 'un de vos arrangements est noté comme fait',
    notDone: 'un de vos arrangements n’est pas encore fait',
    tell: 'on peut raconter ce qui s’est fait, si vous voulez bien aussi',
    untold: 'ce qui s’est fait n’est plus raconté',
    told: 'c’est raconté dans «\u00a0Ça s’est fait\u00a0»',
    takenBack: 'la personne a effacé ce qu’elle avait écrit',
    agreedTakenBack:
      'la personne a effacé ce qu’elle avait écrit\u00a0: ce qui était convenu n’aura pas lieu',
    back: 'une réponse a été annulée dans un de vos arrangements',
    proposed: 'un moment est proposé dans un de vos arrangements',
    failed: 'un de vos arrangements n’a plus lieu',
    late: 'quelqu’un est en retard',
    word: 'un mot vous attend, dans un de vos arrangements',
  },
  newsBy: {
    stays: (who: string) => `${who} ne demande plus d’autre moment\u00a0: c’est toujours convenu`,
    keeps: (who: string) => `${who} garde ce qui était convenu`,
    proposed: (who: string) => `${who} propose un moment`,
    agreed: (who: string) => `${who} est d’accord\u00a0: c’est convenu`,
    done: (who: string) => `${who} a noté que c’est fait`,
    word: (who: string, of: string | undefined, said: string | undefined) =>
      `${who} vous écrit${about(of)}${saying(said)}`,
    /** After *à dire à Rosa*. */
    wordTo: (who: string, of: string | undefined, said: string | undefined) =>
      `${who} lui écrit${about(of)}${saying(said)}`,
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
      other: (who: string) => `${who} ne demande plus d’autre moment, et va répondre`,
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
  newsAbout: (news: string, what: string) => `${news},${about(what)}`,
  andLate: (news: string) => `${news}, avec du retard`,
  andNotice: (news: string, notice: string) => `${news}\u00a0; ${notice}`,
  newsWith: (who: string, ended: string) => `avec ${who}\u00a0: ${ended}`,
  noticeChanged: (who: string | undefined, now: string | undefined) =>
    `${who === undefined ? 'une annonce a changé' : `${who} a changé son annonce`}` +
    (now === undefined ? '' : `\u00a0: «\u00a0${now}\u00a0»`),
  noticeReopened: (who: string | undefined, now: string) =>
    `${who === undefined ? 'une annonce est rouverte' : `${who} a rouvert son annonce`}` +
    `\u00a0: «\u00a0${now}\u00a0»`,
  noticeClosed: (who: string | undefined, was: string | undefined) =>
    `${who === undefined ? 'une annonce est fermée' : `${who} a fermé son annonce`}` +
    (was === undefined ? '' : ` (${quoted(was)})`),
  stillAgreed: (news: string, when: string | null) =>
    `${news}\u00a0; ce qui est convenu tient toujours${when === null ? '' : ` (${quoted(when)})`}`,
  noticeOffNews: (who: string | undefined, was: string | undefined) =>
    `${who === undefined ? 'une annonce' : `l’annonce ${ofName(who)}`}` +
    `${was === undefined ? '' : ` (${quoted(was)})`} n’est plus sur la page`,
  /** After what was said for somebody without a screen. */
  notedNews: {
    relay: (news: string) => `${news}, noté par son relais`,
    keeper: (news: string) => `${news}, noté par la personne qui tient la page`,
  },
  /** `what`: one of `tellHer`, or several. */
  callThem: (who: string, phone: string, what: string) => `appelez ${who}, ${phone}\u00a0: ${what}`,
  /** Whose number is hidden or erased. */
  callThrough: (who: string, keeper: string, what: string) =>
    `${who} ne le sait peut-être pas encore, et son numéro est caché ou effacé\u00a0: ` +
    `passez par ${keeper}, et ${what}`,
  /** `when`: empty where none is read. */
  tellHer: {
    /** `thing`: of the notice, in a few words; none of a ride. */
    off: (when: string, thing: string | undefined) =>
      thing === undefined
        ? `dites-lui que le trajet${when === '' ? '' : ` de ${quoted(when)}`} est annulé`
        : `dites-lui que ${when === '' ? 'c’' : `${quoted(when)} `}est annulé` +
          (thing === '' ? '' : ` (${quoted(thing)})`),
    /**
     * `isYours`: who reads drives it, or `back`: of the way back; `agreed`: for what, while
     * another moment is asked.
     */
    leaves: (hour: string, isYours: boolean | 'back', agreed: string | null) =>
      `dites-lui que${agreed === null ? '' : `, pour ${quoted(agreed)},`} ` +
      (isYours === 'back'
        ? `le retour part maintenant à ${hour}`
        : `${isYours ? 'vous partez' : 'le trajet part maintenant'} à ${hour}`),
    agreed: (when: string) =>
      `dites-lui que c’est convenu${when === '' ? '' : `\u00a0: ${quoted(when)}`}`,
    /** Their own proposal stands again. */
    waits: (when: string) =>
      `dites-lui que sa proposition${when === '' ? '' : `, ${quoted(when)},`} tient toujours`,
    asks: (when: string) =>
      when === '' ? 'demandez-lui sa réponse' : `demandez-lui si ${quoted(when)} lui va`,
    no: 'dites-lui que ce n’est pas possible, cette fois',
    late: (who: string | undefined) =>
      who === undefined
        ? 'dites-lui que vous êtes en retard'
        : `dites-lui\u00a0: ${who} est en retard`,
    word: (said: string) => `dites-lui\u00a0: ${quoted(said)}`,
    notice: (now: string) => `dites-lui que l’annonce a changé\u00a0: ${quoted(now)}`,
    noticeOff: 'dites-lui que l’annonce n’est plus dans les listes',
    some: 'dites-lui ce qui a été dit',
  },
  /** Between two things to say to one person. */
  thenSay: '\u00a0; ',
  callSome: 'quelqu’un est à appeler, pour un de vos arrangements',
  callHere: (who: string, phone: string, what: string) =>
    `${who} n’a pas de carte, et ne le sait peut-être pas encore. ` +
    `Appelez le ${phone}\u00a0: ${what}.`,
  carriedTo: (whom: string, by: string) =>
    `${whom} n’a pas de carte\u00a0: ce que vous dites ici lui est porté par ${by}.`,
  /** `place`: where and when the keeper is found; `when`: what comes before. */
  carriedTooLate: (whom: string, by: string, place: string, when: string) =>
    `${whom} n’a pas de carte, et cela ne lui sera pas dit avant ${quoted(when)} par ${by} ` +
    `(${place})\u00a0: prévenez cette personne vous-même.`,
  itIsTold: 'C’est dit',
  heardAnswer: (whom: string, by: string) =>
    `${whom} vous répond de vive voix\u00a0? Dites-le à ${by}, pour que sa réponse soit notée.`,
  /** To who called them, with *Odette est d’accord*, *Odette ne peut pas*. */
  heardHere: (whom: string) => `${whom} vous répond de vive voix\u00a0? Notez ce qui est dit.`,
  saysYes: (whom: string) => `${whom} est d’accord`,
  saysNo: (whom: string) => `${whom} ne peut pas`,
  missed: (whom: string) => `Pas pu joindre ${whom}`,
  missedWord: 'J’ai appelé, sans réponse.',
  noteByCode: (whom: string) => `Noter la réponse ${ofName(whom)}, qui vous dit son code`,
  code: 'Le code de son billet',
  codeHint: 'Un mot et quatre chiffres, comme son billet les dit.',
  codeNotTheirs: 'Ce code n’est pas celui de ce billet\u00a0: faites-le répéter.',
  asksToTell: 'peut-on raconter ce qui s’est fait',
  asksToTellFor: (whom: string) => `demandez à ${whom} si l’on peut raconter ce qui s’est fait`,
  /** Of two people of one first name, which: by the end of their number, or by their notice. */
  apart: {
    digits: (name: string, digits: string) => `${name} (numéro en ${digits})`,
    notice: (name: string, notice: string) => `${name} (${quoted(notice)})`,
  },
  callAndAsk: (whom: string, phone: string, moment: string, of: string) =>
    `appelez ${whom}, ${phone}\u00a0: ${quoted(moment)} avec ${of}, d’accord\u202f?`,
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
