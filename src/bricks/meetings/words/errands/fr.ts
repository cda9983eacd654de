/** Those for whom somebody said yes, and what is to be told to them. */
export const fr = {
  title: 'Pour qui vous avez répondu',
  said: (name: string) => `Vous avez répondu pour ${name}.`,
  stillIn: (name: string) => `${name} en est toujours`,
  comes: (name: string) => `${name} en est`,
  leaves: (name: string) => `${name} ne vient plus`,
  leftSaid: (name: string) => `C’est noté\u00a0: ${name} ne vient plus.`,
  carries: (who: string, name: string) => `${who} le dit à ${name}.`,
  heard: 'quelque chose à dire à quelqu’un pour qui vous avez répondu',
}
