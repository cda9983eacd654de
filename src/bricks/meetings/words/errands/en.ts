import type { fr } from './fr.ts'

/** Those for whom somebody said yes, and what is to be told to them. */
export const en: typeof fr = {
  title: 'For whom you answered',
  said: name => `You answered for ${name}.`,
  stillIn: name => `${name} is still in`,
  comes: name => `${name} is in`,
  leaves: name => `${name} is no longer coming`,
  leftSaid: name => `Noted: ${name} is no longer coming.`,
  carries: (who, name) => `${who} tells ${name}.`,
  heard: 'something to tell somebody for whom you answered',
}
