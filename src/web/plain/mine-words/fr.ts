/** *Ce que j'ai écrit*. `en.ts` has this type. */
export const fr = {
  page: 'Ma page',
  title: 'Ce que j’ai écrit',
  lead: 'Ce que vous avez écrit avec votre carte, et que vous pouvez corriger ou retirer vous-même.',
  nothing: 'Rien encore.',
  elsewhere: 'Ce qui n’est pas affiché sur la page se lit à la borne, ou en https.',
  correct: 'Corriger',
  correctOne: (one: string) => `Corriger : ${one}`,
  withdraw: 'Retirer',
  notYours: 'Ce n’est pas à vous, ou ce n’est plus là.',
  tooLate: 'C’est déjà allé plus loin : cela ne se corrige plus.',
  notByYou: 'C’est la personne qui tient la page qui l’a retiré : demandez-lui.',
  corrected: 'C’est corrigé.',
  withdrawn: 'C’est retiré.',
  backAgain: 'C’est remis.',
  putBack: 'Remettre',
  off: (one: string, day: string) => `${one}, ${day} : retiré`,
}
