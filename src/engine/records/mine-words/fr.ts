/**
 * The French texts of *Ma page*, where a member corrects or takes back their own records, and the
 * answers of its commands. `en.ts` has the same keys in English.
 */
export const fr = {
  page: 'Ma page',
  title: 'Ce que j’ai écrit',
  lead:
    'Ce que vous avez écrit avec votre carte, ou qu’on a noté pour vous : vous le corrigez et ' +
    'le retirez vous-même.',
  nothing: 'Rien encore.',
  seenNews: 'Déjà vu',
  seenNewsLead: 'Ce que vous avez dit avoir vu, et qui vaut encore.',
  seenNewsNone: 'Rien de ce que vous avez vu ne vaut encore.',
  elsewhere: 'Ce qui n’est pas affiché sur la page se lit à la borne, ou en https.',
  byAnother: 'noté pour vous',
  forWhom: (name: string) => `pour ${name}`,
  correct: 'Corriger',
  correctOne: (one: string) => `Corriger : ${one}`,
  withdraw: 'Retirer',
  notYours: 'Ce n’est pas à vous, ou ce n’est plus là.',
  notWithdrawn: 'Ce n’est pas retiré\u00a0: il n’y a rien à remettre.',
  tooLate: 'C’est déjà allé plus loin : cela ne se corrige plus.',
  notByYou: 'C’est la personne qui tient la page qui l’a retiré : demandez-lui.',
  corrected: 'C’est corrigé.',
  sameAsLeft:
    'Rien n’a changé, et cela n’a pas été affiché. Changez ce qui n’allait pas : ce sera relu.',
  withdrawn: 'C’est retiré.',
  backAgain: 'C’est remis.',
  putBack: 'Remettre',
  off: (one: string, day: string) => `${one}, ${day} : retiré`,
}
