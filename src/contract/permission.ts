/**
 * The one table of permissions: what each role may do. Turns (`engine/turn.ts`), the server and
 * pages ask it; `docs/permissions.md` prints it. The table says whether a role may act, never which
 * records: a member’s own are found in `engine/owned.ts`. On screen there are two roles,
 * *habitant·e* and *la personne qui tient la page*.
 */

/**
 * The role of the person or box that asks.
 *
 * Shape   `visitor`: anyone, without account.
 *         `neighbour`: a member of this box who signed in, by a card or a phrase.
 *         `relay`: a member who accepted to pass words on.
 *         `charge`: a member or a relay, for what they are in charge of (`records/charge.ts`);
 *         nobody ever signs in as one.
 *         `keeper`: the person who answers for the page.
 *         `host`: the person who lends the plug.
 *         `box`: another box, by a letter; nobody ever signs in as one.
 */
export type Role = 'visitor' | 'neighbour' | 'relay' | 'charge' | 'keeper' | 'host' | 'box'
/**
 * The role of the reader; of a command or a page, the least role that it accepts. A member’s random
 * id stands beside it, as `me`.
 */
export type Who = Role
/** Every role, in the order of the table that is printed. */
export const ROLES: readonly Role[] = [
  'visitor',
  'neighbour',
  'relay',
  'charge',
  'keeper',
  'host',
  'box',
]

/**
 * An act that the table of permissions decides.
 *
 * Shape   `read`: the commons. `send`: a notice, an answer.
 *         `change`: write again or withdraw.
 *         `seePrivate`: records that stay in this box.
 *         `seeByCard`: those that their person shows to people who hold a card.
 *         `speakFor`: write in the name of somebody who asked.
 *         `passOn`: read the words left, and hand them over.
 *         `keep`: everything else, from a harvest to forgetting.
 *         `seeHealth`: whether the box is well. `unplug`: stop it cleanly.
 *         `ask`: write to another box for an act that only it decides.
 */
export type Right =
  | 'read'
  | 'send'
  | 'change'
  | 'seePrivate'
  | 'seeByCard'
  | 'speakFor'
  | 'passOn'
  | 'keep'
  | 'seeHealth'
  | 'unplug'
  | 'ask'
/** Every act, in the order of the table that is printed. */
export const ACTS: readonly Right[] = [
  'read',
  'send',
  'change',
  'seePrivate',
  'seeByCard',
  'speakFor',
  'passOn',
  'keep',
  'seeHealth',
  'unplug',
  'ask',
]

/**
 * The answer of the table of permissions.
 *
 * Shape   `waits`: the act is stored, and shows after the keeper said yes.
 *         `own`: only on one’s own records; for a box, an answer to its own question.
 *         `over`: only on what one is in charge of, beside what one may as a member.
 */
export type Permission = 'yes' | 'waits' | 'own' | 'over' | 'no'

/**
 * The table itself.
 *
 * Law     A host reads nothing private. A visitor changes nothing. Only the keeper has the right
 *         `keep`. A box has at most the rights of a visitor. A charge gives rights over its thing,
 *         and no other one: where it says `yes`, every member may.
 */
export const PERMISSIONS: Readonly<Record<Right, Readonly<Record<Role, Permission>>>> = {
  read: {
    visitor: 'yes',
    neighbour: 'yes',
    relay: 'yes',
    charge: 'yes',
    keeper: 'yes',
    host: 'yes',
    box: 'yes',
  },
  send: {
    visitor: 'waits',
    neighbour: 'yes',
    relay: 'yes',
    charge: 'yes',
    keeper: 'yes',
    host: 'waits',
    box: 'waits',
  },
  change: {
    visitor: 'no',
    neighbour: 'own',
    relay: 'own',
    charge: 'over',
    keeper: 'yes',
    host: 'no',
    box: 'no',
  },
  seePrivate: {
    visitor: 'no',
    neighbour: 'own',
    relay: 'own',
    charge: 'over',
    keeper: 'yes',
    host: 'no',
    box: 'no',
  },
  seeByCard: {
    visitor: 'no',
    neighbour: 'yes',
    relay: 'yes',
    charge: 'yes',
    keeper: 'yes',
    host: 'no',
    box: 'no',
  },
  speakFor: {
    visitor: 'no',
    neighbour: 'waits',
    relay: 'yes',
    charge: 'over',
    keeper: 'yes',
    host: 'no',
    box: 'no',
  },
  passOn: {
    visitor: 'no',
    neighbour: 'no',
    relay: 'own',
    charge: 'over',
    keeper: 'yes',
    host: 'no',
    box: 'no',
  },
  keep: {
    visitor: 'no',
    neighbour: 'no',
    relay: 'no',
    charge: 'no',
    keeper: 'yes',
    host: 'no',
    box: 'no',
  },
  seeHealth: {
    visitor: 'no',
    neighbour: 'no',
    relay: 'no',
    charge: 'no',
    keeper: 'yes',
    host: 'yes',
    box: 'no',
  },
  unplug: {
    visitor: 'no',
    neighbour: 'no',
    relay: 'no',
    charge: 'no',
    keeper: 'yes',
    host: 'yes',
    box: 'no',
  },
  ask: {
    visitor: 'no',
    neighbour: 'yes',
    relay: 'yes',
    charge: 'yes',
    keeper: 'yes',
    host: 'no',
    box: 'own',
  },
}

/** Whether the keeper reads what this role sends before it shows. */
export const isReadFirst = (role: Role): boolean => may(role, 'send') === 'waits'

/** The permission of this role for this act. */
export const may = (role: Role, act: Right): Permission => PERMISSIONS[act][role]

/**
 * Whether this reader is shown fields of `home`, which stay on this box: the keeper, by https or at
 * the box itself (`Request.private`).
 */
export const isShownHome = ({
  by,
  private: isPrivate,
}: Readonly<{ by: Who; private: boolean }>): boolean => by === 'keeper' && isPrivate

/**
 * Whether this reader is shown what its person shows to people who hold a card: by https or at the
 * box itself, as everything that stays in this box.
 */
export const isShownByCard = ({
  by,
  private: isPrivate,
}: Readonly<{ by: Who; private: boolean }>): boolean => may(by, 'seeByCard') === 'yes' && isPrivate

/** By least role, the act that another role must be allowed, to be let in there too. */
const AT_LEAST: Readonly<Record<Role, Right>> = {
  visitor: 'read',
  neighbour: 'change',
  relay: 'passOn',
  charge: 'change',
  keeper: 'keep',
  host: 'seeHealth',
  box: 'ask',
}
/** Whether this role may use a command or a page whose least role is `least`. */
export const isLetIn = (role: Role, least: Role): boolean => may(role, AT_LEAST[least]) !== 'no'

/** The table as `docs/permissions.md` prints it. */
export function permissionsTable(): string {
  const row = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`
  return [
    row(['', ...ROLES]),
    row(['---', ...ROLES.map(() => '---')]),
    ...ACTS.map(act => row([`\`${act}\``, ...ROLES.map(role => may(role, act))])),
  ].join('\n')
}
