import type { fr } from '../words/keeping/fr.ts'

export type TextKey = keyof typeof fr.texts

/**
 * The day on which each text was read, in a copy; null where none could be read: the page then says
 * *à vérifier*. A text is read again, and its day changed here, by whoever changes what `texts`
 * says of it.
 */
export const READ_ON: Readonly<Record<TextKey, string | null>> = {
  rgpd2: '2026-11-24',
  rgpd6: '2026-11-24',
  rgpd12: '2026-11-24',
  rgpd13: '2026-11-24',
  rgpd15: '2026-11-24',
  rgpd30: '2026-11-24',
  rgpd77: '2026-11-24',
  freedoms82: '2026-11-24',
  trust11: '2026-11-24',
  disability47: '2026-11-24',
  decree768: '2026-11-24',
  rgaa: '2026-11-24',
  posts341: '2026-11-24',
  decree1362: '2026-11-24',
  trust6: null,
  posts1013: null,
  director: null,
  services16: null,
  freedoms: null,
  order2019: null,
}

export const FOR_EVERYONE: readonly TextKey[] = [
  'trust11',
  'rgpd12',
  'rgpd13',
  'rgpd15',
  'rgpd77',
  'freedoms82',
  'posts341',
  'decree1362',
  'trust6',
  'posts1013',
  'director',
  'services16',
  'freedoms',
]
export const FOR_RECORD: readonly TextKey[] = ['rgpd2', 'rgpd6', 'rgpd13', 'rgpd30', 'freedoms']
export const FOR_ACCESS: readonly TextKey[] = ['disability47', 'decree768', 'rgaa', 'order2019']
