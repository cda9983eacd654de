import type { fr } from './fr.ts'

export const en: typeof fr = {
  toConfirmWord: 'To be confirmed',
  toConfirmLine: 'to be confirmed',
  toConfirmTitle: 'To be confirmed',
  toConfirmLead: 'Known by hearsay. Do you know? Tell us.',
  toConfirmNone:
    'All that is on the page was confirmed. If something is no longer right, say so from its page.',
  doYouKnow: 'Do you know? Tell us.',
  notSoAnyMore: 'No longer so? Tell us.',
  tellTitle: title => `What you know: ${title}`,
  tellLead: keptBy =>
    keptBy === ''
      ? 'The keeper of the page reads your answer before anything is shown.'
      : `The keeper of the page (${keptBy}) reads your answer before anything is shown.`,
  tellLeadMember: 'Your answer shows here at once, under your first name.',
  toldShown: 'Thank you. Your answer shows here.',
  tell: 'Send',
  confirmIt: 'Note this answer',
  closeQuestion: 'It is settled: ask no more',
  told: keptBy =>
    keptBy === ''
      ? 'Thank you. The keeper of the page will read your answer, then show it here.'
      : `Thank you. The keeper of the page (${keptBy}) will read your answer, then show it here.`,
  confirmed: 'Noted. Edit the page if something changed.',
  goneSaid: 'Noted. If it is no longer so, take it off from its own page, by “Correct”.',
  askedAgain: 'Noted. The question stays open.',
  closed: 'Noted: it is no longer to be confirmed.',
  nothingThere: 'This is not, or no longer, on this page. Go back to the list “To be confirmed”.',
  saidSoFar: 'What was said',
  someone: 'Someone',
  saysYes: (who, withWhom, on) =>
    withWhom === '' ? `${who} confirmed it${on}` : `${who} confirmed it with ${withWhom}${on}`,
  saysChanged: (who, withWhom, on) =>
    withWhom === ''
      ? `${who} said${on} that it has changed`
      : `${who} heard from ${withWhom}${on} that it has changed`,
  saysGone: (who, withWhom, on) =>
    withWhom === ''
      ? `${who} said${on} that it is no longer so`
      : `${who} heard from ${withWhom}${on} that it is no longer so`,
  saysAsked: (who, withWhom, on) =>
    withWhom === ''
      ? `${who} asked about it again${on}`
      : `${who} talked about it again with ${withWhom}${on}`,
  quoted: (sentence, said) => `${sentence}: “${said}”`,
  doneYes: title => `Confirmed: ${title}`,
  doneChanged: title => `News: ${title}`,
}
