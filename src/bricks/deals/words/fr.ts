import type { PageQuestion } from '../../../contract/search.ts'
import { capital } from '../../../text/capital.ts'
import { ofName } from '../../../text/of-name.ts'
import { fr as ends } from './ends/fr.ts'
import { fr as news } from './news/fr.ts'
import { fr as part } from './part/fr.ts'
import { fr as thread } from './thread/fr.ts'
import { fr as types } from './types/fr.ts'

const and = (names: readonly string[]): string =>
  new Intl.ListFormat('fr', { type: 'conjunction', style: 'long' }).format(names)

/** Asked of who closes a notice, by what it says. */
const soldOrGiven = (mode: string | null, isOffer: boolean): string => {
  if (!isOffer) return 'Vous ne cherchez plus\u202f?'
  const done = { sell: 'C’est vendu\u202f?', give: 'C’est donné\u202f?' }[mode ?? '']
  return done ?? 'Vous ne le proposez plus\u202f?'
}

/** Where a thread stands, said of now. */
const NOW = {
  talking: 'rien n’est proposé',
  ended: 'la conversation est finie',
  proposed: 'un moment est proposé, et on attend une réponse',
  agreed: 'c’est convenu',
  done: 'c’est noté comme fait',
  fallen: 'c’est sans suite',
}

/** What people ask the search about the page itself. */
const questions: readonly PageQuestion[] = [
  {
    words: 'Les réponses à mes annonces',
    text: 'Ce qui se dit à deux est dans Mes arrangements\u00a0; sans carte, par le billet.',
    href: '/billet',
    mine: '/arrangements',
    keeper: '/arrangements',
    asked: [
      'arrangement/réponse/répondu annonce/message*',
      'répondre annonce/quelqu/personne/offre/demande',
      'message/messagerie/conversation reçu/privé*',
    ],
  },
  {
    words: 'Ce qui s’est fait',
    text: 'Ce que des gens d’ici ont fait ensemble, et ont bien voulu raconter.',
    href: '/faits',
    asked: ['faits', 'réussite/exemple village*'],
  },
]

/** What people read about deals and deeds. `en.ts` has this type. */

export const fr = {
  questions,
  types,
  ...thread,
  ...ends,
  ...news,
  colon: ' : ',
  stop: '.',
  all: 'Les arrangements',
  mine: 'Mes arrangements',
  lead: 'Ce qu’on s’est dit de faire, entre voisins. Rien n’en est montré sans l’accord de chacun.',
  leadKeeper:
    'Qui s’arrange avec qui, et ce qui attend une réponse. Cette page est pour vous seul·e.',
  nothing: 'Rien pour l’instant. On s’arrange à partir d’une annonce.',
  toNotices: 'Voir les annonces',
  newTitle: 'Proposer qu’on s’arrange',
  newLead:
    'Dites ce qu’on ferait, et quand. L’autre répond d’accord ou non merci ; vous ne vous ' +
    'engagez qu’à ça.',
  withNotice: 'Avec l’annonce qui y répond',
  fromNotice: 'À partir de l’annonce',
  forTitle: 'Pour qui',
  forHint: 'Vous notez cela pour quelqu’un qui vous l’a demandé.',
  forMe: 'pour moi',
  forNobody: 'quelqu’un d’autre',
  forName: 'Prénom, si la borne ne connaît pas cette personne',
  forReach: 'Comment joindre cette personne',
  forReachHint: 'Si la borne ne la connaît pas\u00a0: un téléphone, ou l’endroit où on la trouve.',
  withName: 'Avec qui',
  withHint: 'Le prénom de l’autre personne.',
  propose: 'Proposer',
  proposedSaid:
    'C’est proposé. L’autre le lira sur sa page ou son billet, ou par qui écrit à sa place.',
  proposedUnknown:
    'C’est proposé. Cette personne n’a pas de carte\u00a0: la personne qui tient la page lui ' +
    'demandera, ou demandez-lui vous-même.',
  already: 'C’est déjà proposé : voici où ça en est.',
  fullThen: {
    all: 'Il n’y a plus assez de places pour ce moment\u00a0: elles sont convenues avec d’autres.',
    some: 'Certains de ces jours, il n’y a plus assez de places\u00a0: elles sont déjà convenues.',
  },
  momentGone: 'Ce moment n’est plus celui de l’annonce\u00a0: choisissez-en un autre.',
  noticeGone: 'Cette annonce n’est plus là, ou elle est fermée.',
  sayFor: 'Dites pour qui : un prénom suffit.',
  sayWith: 'Dites avec qui : un prénom suffit.',
  notYours:
    'Cette réponse est à quelqu’un d’autre. Si vous écrivez pour cette personne, voyez avec ' +
    'qui tient la page.',
  movedSince: (state: keyof typeof NOW) =>
    'L’arrangement a avancé entre-temps\u00a0: rien n’a été fait. ' + `Maintenant, ${NOW[state]}.`,
  notNow: 'L’arrangement a avancé entre-temps : voici où il en est.',
  tickOrThank: 'Cochez, écrivez un merci, ou dites de ne pas le raconter.',
  notYourNumber:
    'Ce numéro n’est pas dans ce que la borne sait de vous. Dites le vôtre à la personne ' +
    'qui tient la page, qui le notera\u00a0; ou laissez cette case vide\u00a0: on vous ' +
    'laissera un mot ici.',
  sayWhen: 'Dites quand cela vous irait.',
  taken: 'C’est déjà pris : cette annonce est convenue avec quelqu’un d’autre.',
  anotherBox: 'une autre borne',
  thatBox: 'Cette autre borne',
  notRecognised: (called: string, reach: string | null) =>
    reach === null
      ? `${called} n’est pas encore reconnue par la borne d’ici : demandez à la personne qui ` +
        'tient la page.'
      : `${called} n’est pas encore reconnue par la borne d’ici. Pour se joindre : ${reach}.`,
  decidedAway: (called: string) =>
    `Cette annonce est ${ofName(called)} : c’est là-bas que cela se décide. Votre demande ` +
    'part avec le prochain facteur, fermée, pour cette borne seule. La réponse revient avec ' +
    'lui.',
  goesWhat: 'Une phrase. Elle part avec la demande, comme le jour et le lieu.',
  goesWhen: 'Par exemple « samedi matin ».',
  goesWith: 'Ce qui part avec',
  goesHint: 'Rien de plus ne part de vous que ce que vous cochez ou écrivez ici.',
  goesPhone: 'Si vous voulez qu’il parte avec. Sans lui, la réponse revient ici.',
  namedMine: 'mon prénom',
  namedTheirs: 'son prénom',
  askedSaid: (called: string) => `C’est demandé à ${called} : la réponse viendra avec le facteur.`,
  askedOn: (called: string, day: string) =>
    `Demandé à ${called} ${day}, la réponse viendra avec le facteur.`,
  askedShort: (called: string) => `demandé à ${called}`,
  theirsToSay: (called: string) =>
    `C’est ${ofName(called)} que vient la réponse : elle viendra avec le facteur.`,
  refusedAway: (called: string) =>
    `${called} n’a rien pu faire de cette demande : joignez la personne, ou voyez avec qui ` +
    'tient la page.',
  whys: {
    taken: 'C’est déjà pris.',
    gone: 'L’annonce n’est plus là.',
    full: 'Trop de demandes attendent déjà là-bas : joignez la personne.',
    takenBack: 'La demande a été reprise.',
    ended: 'Un de vos arrangements n’a plus lieu.',
    refused: 'Cette part n’a pas été retenue.',
  },
  endedFor: (day: string) => `Un arrangement pour ${day} n’a plus lieu.`,
  wentWith: 'Parti avec',
  itsName: 'le prénom',
  nothingWent: 'ni prénom ni téléphone',
  theirPhone: 'Son téléphone',
  ofAway: (name: string, called: string) => (called === '' ? name : `${name}, ${ofName(called)}`),
  stopAsking: 'Ne plus demander',
  stopAskingHint:
    'Vous pouvez encore ne plus le demander : tout s’efface alors, ici et dans ce que porte ' +
    'le facteur.',
  askedNoMore: 'C’est effacé : rien n’est plus demandé.',
  tellAgain: (who: string) =>
    `D’accord aussi\u00a0: ${who}. Lisez ce qui se lira, et dites une dernière fois oui.`,
  noted: 'C’est noté.',
  movedTo: {
    talking: 'C’est noté.',
    ended: 'La conversation est finie.',
    proposed: 'C’est noté.',
    agreed: 'C’est convenu.',
    done: 'C’est fait, c’est noté. Dites si on peut le raconter.',
    fallen: 'C’est noté\u00a0: cela ne se fait pas. L’autre l’apprendra.',
  },
  failedSaid:
    'C’est annulé. L’autre le lira ici\u00a0; si c’est pour bientôt, il reste à le prévenir.',
  /** Their number stands on the page that follows. */
  failedCall:
    'C’est annulé. Cette personne ne le sait pas encore\u00a0: appelez-la, à ce numéro-ci.',
  failedCarried: (whom: string) =>
    `C’est annulé. ${whom} n’a pas de carte\u00a0: on le lui dira. Si c’est pour bientôt, ` +
    'il reste à s’en assurer.',
  agreedTwice:
    'C’est convenu. Attention\u00a0: un autre arrangement d’après la même annonce est ' +
    'convenu pour le même moment. Si c’est trop, vous pouvez annuler.',
  toldSaid: 'Tout le monde est d’accord : c’est raconté dans « Ça s’est fait ».',
  takenBack: 'C’est effacé de « Ça s’est fait », pour de bon.',
  states: {
    talking: 'On se parle',
    ended: 'Conversations finies',
    proposed: 'On attend une réponse',
    agreed: 'Convenus',
    done: 'Faits',
    fallen: 'Sans suite',
  },
  your: 'votre réponse est attendue',
  yourFor: (whom: string) => `la réponse ${ofName(whom)} est attendue`,
  statesOne: {
    talking: 'On se parle\u00a0: rien n’est encore proposé.',
    ended: 'Cette conversation est finie.',
    proposed: 'Proposé : on attend encore une réponse.',
    agreed: 'Convenu.',
    done: 'Fait.',
    fallen: 'Sans suite.',
  },
  ends: {
    refused: 'La réponse est non, cette fois.',
    takenBack: 'La proposition a été retirée.',
    failed: 'Ça n’a pas pu se faire.',
  },
  endsBy: {
    refused: (who: string) => `${who} ne peut pas, cette fois.`,
    takenBack: (who: string) => `${who} a retiré sa proposition.`,
  },
  endsYou: {
    refused: 'Vous avez dit non, cette fois.',
    takenBack: 'Vous avez retiré votre proposition.',
  },
  goBack: 'Annuler',
  begunAt: (day: string, time: string) => `commencé ${day} à ${time}`,
  goBackWhole: 'Annuler ma dernière réponse',
  wentBack: 'C’est annulé : on en est où on en était.',
  seen: 'J’ai vu',
  again: 'Proposer une autre fois',
  waitsFor: (you: boolean, others: readonly string[]) =>
    'Proposé : on attend ' +
    `${[
      ...(you ? ['votre réponse'] : []),
      ...(others.length > 0 ? [`la réponse ${and(others.map(ofName))}`] : []),
    ].join(' et ')}` +
    '.',
  doneOn: (day: string) => `Fait ${day}.`,
  /** `others`: those who have not said yet that it is done; none where nobody may be named. */
  saidDoneOn: (day: string, you: boolean, others: readonly string[]) => {
    const who = you
      ? 'vous pouvez'
      : others.length === 0
        ? 'on peut'
        : `${and(others)} ${others.length === 1 ? 'peut' : 'peuvent'}`
    return `Noté comme fait ${day}\u00a0: ${who} le confirmer, ou dire non.`
  },
  alsoDone: 'Est-ce fait, pour vous aussi\u00a0?',
  alsoDoneFor: (who: string) => `Est-ce fait, pour ${who} aussi\u00a0?`,
  notDoneSaid: 'C’est noté\u00a0: ce n’est pas encore fait. L’autre le verra.',
  doneClosed: (notices: number) =>
    'C’est fait, c’est noté, et ' +
    `${notices < 2 ? 'l’annonce est fermée' : 'les annonces sont fermées'}. ` +
    'Dites si on peut le raconter.',
  doneCloses: (notices: number) =>
    `C’est fait\u00a0: fermer aussi ${notices < 2 ? 'l’annonce' : 'les annonces'}`,
  /** Alone in a thread: whoever was there took their words back, or was forgotten. */
  nobodyLeft: {
    takenBack: 'Cette personne a effacé ce qu’elle avait écrit.',
    ended: 'Cette personne n’a plus de page ici.',
  },
  withWhom: (who: string) => `avec ${who}`,
  someone: 'quelqu’un',
  theKeeper: 'la personne qui tient la page',
  part,
  answersYou: (who: string) => `${capital(who)} répond à votre annonce`,
  plainly: 'Un arrangement entre voisins',
  acts: 'À vous',
  actsFor: (who: string) => `Pour ${who}`,
  actsOther: 'Pour la personne dont vous notez la réponse',
  buttons: {
    sayOther: 'Dire un autre moment',
    sayNot: 'Dire que ça ne se fait pas',
    yes: 'D’accord',
    other: 'Plutôt un autre moment',
    no: 'Non merci',
    takeBack: 'Retirer ma proposition',
    done: 'C’est fait',
    not: 'Finalement, ça ne se fait pas',
    notDone: 'Ce n’est pas fait',
    keep: 'Ne plus le raconter',
  },
  tell: 'Peut-on le raconter ?',
  tellYes: 'On peut le raconter',
  tellYesFor: (who: string) => `${who} a lu ou entendu cette phrase, et veut bien qu’on la raconte`,
  tellKept: 'Noté\u00a0: ce n’est pas raconté.',
  tellAfterAll: 'Finalement, le raconter',
  tellNo: 'Non, ne pas le raconter',
  tellAtTheBox:
    'Peut-on le raconter ? Ce qui serait raconté se lit à la borne, ou en https : lisez-le ' +
    'là, puis dites oui ou non.',
  tellHint:
    'Quand vous serez tous d’accord, tout le monde le lira dans «\u00a0Ça s’est fait\u00a0», ' +
    'même sans carte. Cela s’efface dès que quelqu’un change d’avis.',
  tellByCard:
    'L’annonce ne se lit qu’avec une carte\u00a0: ce que vous racontez aussi, quand vous serez ' +
    'tous d’accord. Cela s’efface dès que quelqu’un change d’avis.',
  tellBeside: 'Les villages voisins pourront aussi le lire.',
  named: 'avec mon prénom',
  namedFor: (who: string) => `avec son prénom, ${who}`,
  agreesToTell: 'Vous êtes d’accord pour qu’on le raconte.',
  agreesFor: (who: string) => `${who} est d’accord pour qu’on le raconte.`,
  thisPerson: 'Cette personne',
  stepBack: {
    other: (who: string, day: string) =>
      `${who} avait demandé un autre moment, et l’a retiré, ${day}`,
    yes: (who: string, day: string) => `${who} avait dit d’accord, et l’a annulé, ${day}`,
    no: (who: string, day: string) => `${who} avait dit non merci, et l’a annulé, ${day}`,
    done: (who: string, day: string) => `${who} avait dit que c’est fait, et l’a annulé, ${day}`,
    not: (who: string, day: string) =>
      `${who} avait dit que ça ne s’est pas fait, et l’a annulé, ${day}`,
  },
  keyedBy: (who: string) => ` (noté par ${who})`,
  keyedByCaller: (who: string) => ` (noté par ${who}, de vive voix)`,
  keyedByKeeper: ' (noté par la personne qui tient la page)',
  thanks: 'Merci',
  thanked: (saying: string, from: string | null) =>
    from === null ? `« ${saying} »` : `« ${saying} » — ${from}`,
  told: 'C’est raconté',
  willBeTold: (saying: string) =>
    `Ce qui se lira, sans les prénoms de celles et ceux qui ne sont pas d’accord : « ${saying} ».`,
  closeLead: 'L’annonce peut être fermée : elle quitte les listes.',
  closeNow:
    'La page dit encore que c’est cherché, ou proposé. Si c’est fini, fermez l’annonce\u00a0: ' +
    'elle quitte les listes.',
  closeOff: 'Si le trajet ne se fait plus, fermez l’annonce\u00a0: elle quitte les listes.',
  closeMine: {
    agreed: (mode: string | null, isOffer: boolean) =>
      `${soldOrGiven(mode, isOffer)} Fermez votre annonce\u00a0: elle quitte les listes.`,
    done:
      'Votre annonce est encore affichée. Si c’est fini, fermez-la\u00a0: elle quitte les ' +
      'listes.',
  },
  reservedElsewhere:
    'Réservé\u00a0: c’est convenu avec quelqu’un d’autre. Si cela ne se fait pas, ce sera de ' +
    'nouveau libre.',
  closedMine: 'Votre annonce est fermée.',
  closedReopen: 'Votre annonce est fermée\u00a0: la remettre\u202f?',
  reopen: 'La remettre dans les listes',
  close: 'Fermer cette annonce',
  doneWhere: (day: string, who: string | null) =>
    who ? `${who}, ${day}` : `entre voisins, ${day}`,
  and,
  deedsLead: 'Ce qui s’est fait entre voisins, quand tout le monde a bien voulu qu’on le raconte.',
  noDeed: 'Rien n’est encore raconté ici.',
  indicators: {
    answered: 'demandes qui ont reçu une réponse',
    share: 'part des demandes qui ont reçu une réponse',
    delay: 'délai de la première réponse, une fois sur deux plus court',
    told: 'choses faites entre voisins, racontées',
    done: 'arrangements faits',
    modes: {
      give: 'dons faits',
      lend: 'prêts faits',
      share: 'partages faits',
      exchange: 'échanges faits',
      barter: 'trocs faits',
      rent: 'locations faites',
      sell: 'ventes faites',
      hand: 'coups de main faits',
      ride: 'trajets faits à plusieurs',
    },
  },
  /** A sentence under each link of the keeper’s page. */
  toolAbout: {
    all: 'Qui prête, donne ou aide qui, et où cela en est\u00a0: rappeler, rendre, dire merci.',
    note: 'Deux personnes se sont arrangées devant vous\u00a0: on l’écrit pour s’en souvenir.',
  },
  resting: {
    title: 'Les arrangements',
    about:
      'Deux personnes s’entendent pour un prêt, un don ou un coup de main, et la page s’en ' +
      'souvient.',
  },
}
