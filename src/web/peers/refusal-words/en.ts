import type { fr } from './fr.ts'

export const en: typeof fr = {
  malformed: 'This address is the courier’s: only boxes talk here.',
  browser: 'This address is for boxes, not for a browser.',
  other: 'It is not this box that is asked for.',
  nonce: 'This request was used before, or is older than a minute. Ask again.',
  proof: 'The box that asks did not prove who it is.',
  often: 'A box that nobody knows here asks too often. Come back in ten minutes.',
  busy: 'Another courier is here. Come back in a moment.',
  large: 'That is too much for once.',
  altered: 'What came is not what was sent. Try again.',
  unusable: 'What was brought is no .cocote file of that box.',
  full: 'The disk of this box is full. Tell its keeper.',
  failed: 'This box did not manage. Nothing is lost; try again.',
}
