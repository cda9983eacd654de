/**
 * *d’Élodie*, *de Paul*: French *de* before a name as it is said. An h is silent, as in most first
 * names.
 */
export const ofName = (called: string): string =>
  /^[aeiouyhàâäéèêëîïôöùûü]/i.test(called) ? `d’${called}` : `de ${called}`
