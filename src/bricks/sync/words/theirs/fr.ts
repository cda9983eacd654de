/** Ce qu’une voisine a changé chez nous, et ce qui n’a pas pu être lu ici. */
export const fr = {
  title: 'Ce qu’une voisine a changé chez nous',
  lead:
    'Ceci est né ici, et une autre borne a mis autre chose pour joindre quelqu’un, ou pour ' +
    'dire qui c’est. La page montre toujours ce que nous disons. Si la voisine a raison, ' +
    'choisissez sa ligne ; sinon gardez la nôtre.',
  waits: (n: number) =>
    n === 1
      ? 'une voisine a changé une ligne chez nous'
      : `des voisines ont changé ${n} lignes chez nous`,
  label: 'Les bornes',
  unreadTitle: 'Ce qui n’a pas pu être lu ici',
  unreadLead:
    'Une autre borne a écrit ceci autrement que cette page ne sait le lire. Rien n’est ' +
    'perdu, le reste de la page marche.',
  unreadWaits: (n: number) =>
    n === 1 ? 'une chose n’a pas pu être lue ici' : `${n} choses n’ont pas pu être lues ici`,
  unreadPart: (name: string) => `une partie d’une page (${name})`,
}
