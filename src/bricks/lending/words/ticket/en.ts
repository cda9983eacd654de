import type { fr } from './fr.ts'

export const en: typeof fr = {
  asked: 'It is asked for. Nothing is booked before the answer.',
  waiting: 'It is taken: you have it if it becomes free.',
  isOut: 'You have it.',
  isBack: 'It is back. Thank you.',
  over: 'It is called off.',
  youWrote: 'What you wrote',
  correct: 'Correct',
  toRepair: 'It is to be repaired: call before you come.',
  whom: 'Whom to ask:',
  where: where => `To fetch: ${where}.`,
  deposit: amount => `Bring the deposit: ${amount}.`,
  fee: (amount, what) => `It costs ${amount}${what === '' ? '' : ` (${what})`}.`,
  insurance: 'Bring the insurance certificate.',
  staysWhileOut:
    'You have it: your name and number stay with whoever is in charge until it is back.',
  callsOff: when => `Your booking, ${when}, will be called off.`,
}
