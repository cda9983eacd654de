import type { fr } from './fr.ts'

export const en: typeof fr = {
  lead:
    'Four things: one sentence, your first name, your commune, how to reach you. Then who may ' +
    'read it.',
  leadKnown: 'One sentence, and who may read it. The box knows the rest.',
  sayFirstName: 'Write your first name: it is whom people will ask for.',
  nobodysPhone: typed => `“${typed}” is nobody’s telephone. Write its ten figures.`,
  commune: 'Your commune',
  communeHint: 'So that it is found by village.',
  noCommune: 'no answer',
  known: pieces => `${pieces.join(', ')}: change`,
  stillSays: {
    price: 'Your sentence still says the former price: change it too.',
    amount: 'Your sentence still says the former amount: change it too.',
  },
  asUsual: 'as usual',
  phoneHint: 'Whoever reads the notice will read it.',
}
