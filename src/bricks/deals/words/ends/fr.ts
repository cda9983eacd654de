import { capital } from '../../../../text/capital.ts'

/** What is read where a thread is ended, put away, or a word of it told to the keeper. */
export const fr = {
  end: 'Finir la conversation',
  endLead:
    'On ne pourra plus s’y écrire, et un rendez-vous convenu n’aura pas lieu. L’autre l’apprendra.',
  endedSaid: 'La conversation est finie.',
  endedNews: 'une conversation est finie',
  /** `of`: about what, where the page does not say it. */
  endedNewsBy: (who: string, when: string | null, of: string | undefined) =>
    `${who} a mis fin à la conversation${of === undefined ? '' : ` sur «\u00a0${of}\u00a0»`}${
      when === null ? '' : `\u00a0: «\u00a0${when}\u00a0» n’a plus lieu`
    }`,
  meetingFalls: (when: string) => `«\u00a0${when}\u00a0» n’a plus lieu.`,
  /** `when`: in its people's words; empty where none is read. `who`: the others. */
  callsOff: (when: string, who: string) =>
    `${when === '' ? 'Ce qui est convenu' : capital(when)}` +
    `${who === '' ? '' : `, avec ${who},`} sera annoncé comme annulé.`,
  callsOffSome: 'Ce qui est convenu sera annoncé comme annulé.',
  agreedIsOff: 'Ce qui était convenu n’aura pas lieu.',
  hide: 'Enlever de ma liste',
  hideLead: 'Rien n’est effacé, et l’autre n’en sait rien. Un nouveau mot l’y remettra.',
  showAgain: 'Remettre dans ma liste',
  hiddenSaid: 'C’est enlevé de votre liste. Un nouveau mot l’y remettra.',
  shownAgainSaid: 'C’est de nouveau dans votre liste.',
  putAway: (n: number) =>
    n === 1 ? 'Un autre, enlevé de ma liste' : `${n} autres, enlevés de ma liste`,
  fadesLead: (months: number) =>
    `Tout ce qui est dit ici s’efface ${months} mois après la fin, ou après le dernier mot.`,
  actFor: (act: string, who: string) => `${act}, pour ${who}`,
  report: 'Ce mot me blesse',
  reportsInsult: 'un mot qui contient une insulte',
  reportLead:
    'La personne qui tient la page lira ce mot, et rien d’autre de la conversation. L’autre ne ' +
    'le saura pas.',
  reportAct: 'Le signaler',
  reportedSaid:
    'C’est signalé\u00a0: ce mot sera lu, et rien d’autre de la conversation. D’ici là, qui l’a ' +
    'écrit ne peut plus vous écrire.',
  reported: 'Vous avez signalé ce mot.',
  hiddenWord: 'Ce mot est caché.',
  hiddenYours: 'Votre mot est caché\u00a0: il blessait.',
  stands: 'Ce mot a été lu\u00a0: rien à redire.',
  reportsTitle: 'Mots signalés',
  reportsLead:
    'Chacun de ces mots a blessé qui l’a reçu. Vous lisez ce mot, et rien d’autre de leur ' +
    'conversation.',
  noReport: 'Aucun mot n’est signalé.',
  reportLine: (from: string, day: string, by: string) =>
    `Dit par ${from}, ${day}. Signalé par ${by}.`,
  judgeHide: 'Le cacher pour les deux',
  judgeStop: 'Le cacher, et qu’on n’écrive plus à cette personne',
  threat: 'Une menace se dit aussi à la gendarmerie, au 17.',
  wordWaits: (name: string) =>
    `Un mot de ${name} attend déjà sa réponse ici\u00a0: continuez-le avec votre billet. ` +
    'Vous êtes quelqu’un d’autre\u202f? Écrivez aussi votre nom, ou son initiale.',
  myTicket: 'Mon billet',
  writesNoMore:
    'On ne peut pas écrire à cette personne pour l’instant. Voyez avec qui tient la page.',
  judgedStopped:
    'Ce mot est caché, la conversation est finie, et qui l’a écrit n’écrit plus à cette personne.',
  judgeStands: 'Rien à redire',
  judgedNews: 'le mot que vous avez signalé est caché',
  standsNews: 'le mot que vous avez signalé a été lu, et reste',
  hiddenNews: 'un de vos mots est caché',
  judgedHidden: 'Ce mot est caché pour les deux, et qui l’a signalé le sait.',
  judgedStands: 'C’est noté\u00a0: qui l’a signalé le sait.',
  reportsWait: (n: number) => (n === 1 ? 'un mot est signalé' : `${n} mots sont signalés`),
  goesByCourier: 'C’est écrit\u00a0: le facteur l’emportera.',
  longEnough:
    'C’est beaucoup pour le facteur\u00a0: joignez la personne, ou commencez une autre ' +
    'conversation.',
  boxReadsNoWords: (called: string) =>
    `La borne de ${called} ne lit pas encore les mots\u00a0: joignez la personne autrement.`,
  wordAway: (called: string) =>
    `Ce mot part pour ${called} avec le facteur, qui rapporte la réponse.`,
  carried: 'en route, avec le facteur',
}
