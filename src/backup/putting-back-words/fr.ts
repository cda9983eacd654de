/** Sentences about a restore from a page. */
export const fr = {
  title: 'Remettre une sauvegarde',
  lead:
    'Le fichier est d’abord lu en entier, page ouverte\u00a0: s’il est abîmé, c’est dit ici ' +
    'et rien ne change. Ensuite la page se ferme une minute ou deux, puis revient telle ' +
    'qu’elle était ce jour-là.',
  thenSecrets:
    'La phrase de passe et les dix codes redeviennent ceux de ce jour-là. Gardez-les sous la main.',
  oneAlone:
    'Si la borne d’où vient cette sauvegarde marche encore, éteignez-la et ne la rallumez ' +
    'pas\u00a0: deux bornes aux mêmes cinq mots, et les autres ne sauraient plus laquelle ' +
    'croire.',
  already: 'Une sauvegarde est déjà en train d’être lue. Attendez qu’elle le soit.',
  replaces:
    'Ce qui est ici aujourd’hui n’est pas effacé\u00a0: c’est rangé à côté, dans le dossier ' +
    'de la borne.',
  file: 'Le fichier de sauvegarde',
  passphrase: 'La phrase de passe de cette sauvegarde',
  passphraseHint:
    'Celle d’une personne qui tenait la page ce jour-là. Vide si le fichier est en clair.',
  button: 'Remettre cette sauvegarde',
  link: 'J’ai une sauvegarde à remettre',
  atMachine: 'Une sauvegarde se remet à la borne elle-même\u00a0: ouvrez cette page sur elle.',
  noFile: 'Choisissez le fichier de sauvegarde.',
  reading: 'La sauvegarde se remet en place',
  readingLead:
    'La page est fermée pendant ce temps. Gardez cette fenêtre ouverte\u00a0: elle se ' +
    'recharge toute seule.',
  done: 'La sauvegarde est remise',
  doneLead: (records: number) =>
    records === 1
      ? 'La page est revenue, avec une chose du journal.'
      : `La page est revenue, avec ${records.toLocaleString('fr-FR')} choses du journal.`,
  enter:
    'La phrase de passe et les codes sont de nouveau ceux de ce jour-là\u00a0: entrez avec ' +
    'cette phrase.',
  undone: 'La sauvegarde n’est pas remise',
  nothing: 'Aucune sauvegarde n’a été remise.',
  failed: (reference: string) =>
    `La borne n’y est pas arrivée (repère ${reference}). Rien n’a changé.`,
}
