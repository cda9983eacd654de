import type { fr } from './fr.ts'

export const en: typeof fr = {
  understood: {
    offer: amount => `${amount} in all: each will say how much they take`,
    need: amount => `${amount} in all: each will say how much they bring`,
  },
  asked: amount => `${amount}: to be shared?`,
  tick: {
    offer: 'Yes, let each say how much they take',
    need: 'Yes, let each say how much they bring',
  },
  act: { offer: 'Let each say how much they take', need: 'Let each say how much they bring' },
  allTaken: { offer: 'all of it is taken', need: 'it is all there' },
  closed: 'It is complete: this notice is no longer in the lists.',
  said: 'It is to be shared: each may say how much.',
  undone: 'It is not to be shared any more.',
}
