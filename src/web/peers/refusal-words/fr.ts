import type { SessionRefusal } from '../../../sync/session/server.ts'

/** Sentences for a box that this one refuses, for people who read them there. */
export const fr: Readonly<Record<SessionRefusal, string>> = {
  malformed: 'Cette adresse est celle du facteur : seules les bornes s’y parlent.',
  browser: 'Cette adresse est pour les bornes, pas pour un navigateur.',
  other: 'Ce n’est pas cette borne qui est demandée.',
  nonce: 'Cette demande a déjà servi, ou date de plus d’une minute. Demandez de nouveau.',
  proof: 'La borne qui demande n’a pas prouvé qui elle est.',
  often: 'Une borne que personne ne connaît ici demande trop souvent. Revenez dans dix minutes.',
  busy: 'Un autre facteur est là. Revenez dans un instant.',
  large: 'C’est trop pour une fois.',
  altered: 'Ce qui est arrivé n’est pas ce qui a été envoyé. Recommencez.',
  unusable: 'Ce qui est apporté n’est pas un fichier .cocote de cette borne.',
  full: 'Le disque de cette borne est plein. Prévenez la personne qui tient la page.',
  failed: 'Cette borne n’y est pas arrivée. Rien n’est perdu ; recommencez.',
}
