/** What the keeper reads of letters between boxes. */
export const fr = {
  title: 'Lettres entre bornes',
  lead:
    'Ce qui ne se décide pas ici est demandé par lettre, fermée pour la seule borne qui en ' +
    'décide. Le facteur l’emporte, et rapporte la réponse.',
  none: 'Aucune lettre pour l’instant.',
  sent: 'Demandé à d’autres bornes',
  undone: 'D’autres bornes, et rien n’en a été fait',
  to: (called: string, day: string) => `À ${called}, ${day}`,
  from: (called: string, n: number, day: string) =>
    n === 1 ? `De ${called}, ${day}` : `De ${called}, ${n} lettres, la dernière ${day}`,
  closed: 'fermée, elle part avec le facteur',
  toClose: 'sera fermée dès que cette borne est reconnue',
  whys: {
    garbled: 'elle ne se comprend pas',
    large: 'elle est trop longue',
    sealed: 'elle ne s’ouvre pas, abîmée ou fermée pour une autre borne',
    notTheirs: 'ce n’est pas la borne qui l’apporte qui l’a écrite',
    unknown: 'la borne ne sait pas faire ce qu’elle demande, peut-être d’une version plus récente',
    refused: 'ce qu’elle demande ne se peut pas',
    failed: 'elle demande plus qu’une autre borne ne peut demander',
  },
}
