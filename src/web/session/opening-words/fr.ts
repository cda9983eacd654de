/** Sentences about the code of the first opening, by which a page is opened from elsewhere. */
export const fr = {
  code: 'Le code de la borne',
  codeHint: 'Un mot et quatre chiffres, affichés dans la fenêtre où la borne a été lancée.',
  wrongCode:
    'Ce n’est pas le code. Regardez la fenêtre où la borne a été lancée, ou ouvrez cette ' +
    'page à la borne elle-même.',
  tooManyCodes: 'Trop d’essais. Ouvrez cette page à la borne elle-même, ou attendez une heure.',
  alreadyOpening:
    'Quelqu’un ouvre cette page en ce moment même. Rien de ce que vous avez écrit n’est ' +
    'enregistré : attendez une minute et rechargez.',
}
