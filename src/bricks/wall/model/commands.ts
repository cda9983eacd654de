import type { Command, CommandContext } from '../../../contract/command.ts'
import { type Decision, draft } from '../../../contract/decision.ts'
import { keeperNamed } from '../../../contract/keeper.ts'
import { message, type Say } from '../../../contract/message.ts'
import type { Reader } from '../../../contract/reader.ts'
import { isSameName } from '../../../contract/speaker.ts'
import type { Input } from '../../../core/form/input.ts'
import { one, texts } from '../../../core/form/input.ts'
import { mixesScripts } from '../../../core/letters/look-alikes.ts'
import { fold, wordsOf } from '../../../core/letters/words.ts'
import { pattern } from '../../../core/pattern.ts'
import { isInsulting } from '../../../text/guard/insults.ts'
import { saysHowToReach } from '../../../text/reaching.ts'
import type { fr } from '../words/fr.ts'
import {
  messagesIn,
  remarksOn,
  ruleOf,
  shownIn,
  standingIn,
  takesRoom,
  type WallMessage,
} from './read.ts'
import { wallMessage, wallRemark, wallRule } from './records.ts'
import { DEFAULT_KEEPS, isFlooding, isKeeps, isNews, isOfTwo, MOST_STANDING } from './rules.ts'

type Words = typeof fr
const say: Say<Words> = message
export const WALL = '/mur'
/** What leads to an author's own page: whoever was given the key, in the tab where they wrote. */
export const MINE = 'le-mien'

/** What two messages are compared by: *Salut !* is *salut*. */
const bare = (text: string): string => wordsOf(text).join(' ') || fold(text)

/** A web address: whoever has no card leads nobody anywhere before it is read. */
const LEADS = pattern('iu')`
  https?:|www\.|[\p{L}\p{N}-]\.(?:com|fr|net|org|info|io|me|ly|be|ch|tv|xxx|xyz|app
  |gg)(?!\p{L})
`

/** A card signs with its name, or the first word of it. */
const isOfCard = (who: string, called: string): boolean =>
  isSameName(who, called) || isSameName(who, called.split(' ')[0] ?? '')

/**
 * A sentence for everybody here. It shows at once; what may say how to reach somebody, or says
 * something of somebody, is read first, and so is what somebody without a card signs, whatever the
 * name; and all of it where the keeper chose so. The wall is full for whoever has no card:
 * strangers never keep a member nor the keeper from writing.
 */
const write: Command<Words> = {
  name: 'write',
  path: `${WALL}/ecrire`,
  who: 'visitor',
  decide: (input, read, at): Decision => {
    const checked = at.fields(wallMessage, input, ['said', 'who'])
    if ('refused' in checked) return checked
    const sent = checked.fields
    const [said, typed] = [sent.said ?? '', sent.who ?? '']
    const { keeps, waits } = ruleOf(read)
    const standing = standingIn(read, at.lived())
    const isStranger = at.me === undefined && at.by !== 'keeper'
    if (isStranger && standing.filter(takesRoom).length >= MOST_STANDING)
      return { refused: say('full', say(`keeps.${keeps}`)), field: 'said' }
    if (standing.some(row => row.state === 'shown' && bare(row.said ?? '') === bare(said)))
      return { refused: say('same'), field: 'said' }
    const who = typed === '' && at.me !== undefined ? (at.called ?? '') : typed
    const isAnothers = at.me !== undefined && !isOfCard(who, at.called ?? '')
    const carded =
      who === ''
        ? {}
        : { who, carded: !isStranger && !isAnothers, ...(isAnothers ? { another: true } : {}) }
    const reaches = saysHowToReach(`${said}\n${who}`) || (isStranger && LEADS.test(said))
    const told = at.wordsAboutOthers(said)
    // Any name, so that nobody learns by trying who is known here.
    const floods =
      isStranger && at.hand !== undefined && isFlooding(messagesIn(read), at.hand, at.lived())
    const isHeld = floods || told.length > 0 || mixesScripts(who) || (isStranger && who !== '')
    const isRead = at.by !== 'keeper' && (waits || reaches || isAnothers || isHeld)
    const [id, key] = [at.newId(), at.newId()]
    const fields = {
      said,
      ...carded,
      state: isRead ? 'waiting' : 'shown',
      lived: at.lived(),
      key,
      ...(at.hand ? { run: at.hand.run, device: at.hand.device } : {}),
      ...(at.by === 'keeper' ? { cleared: true } : {}),
    } as const
    const keeper = keeperNamed(read) ?? say('keeper')
    return {
      drafts: [draft(wallMessage, id, fields)],
      next: at.by === 'keeper' ? WALL : `${WALL}?${MINE}=${key}`,
      said: isRead
        ? reaches
          ? say('waitsReach', keeper)
          : isAnothers
            ? say('waitsName', keeper)
            : told.length > 0 && !isInsulting(said)
              ? say('waitsTold', keeper, told[0]!)
              : floods && who === ''
                ? say('waitsMany', keeper)
                : say('waitsFor', keeper)
        : say('shownNow'),
    }
  },
}

/** Whoever holds its key: the house then forgets it by itself, at once. */
const takeBack: Command<Words> = {
  name: 'takeBack',
  path: `${WALL}/reprendre`,
  who: 'visitor',
  decide: (input, read, at): Decision => {
    const key = one(input, 'key')
    const mine = key === '' ? undefined : standingIn(read, at.lived()).find(row => row.key === key)
    if (!mine) return { refused: say('nothingThere') }
    return {
      drafts: [draft(wallRemark, at.newId(), { about: mine.id, kind: 'taken-back' })],
      next: WALL,
      said: say('takenBack'),
    }
  },
}

/**
 * Anybody tells the keeper, who decides. When two different people say it, the message is folded
 * until the keeper has read it.
 */
const bother: Command<Words> = {
  name: 'bother',
  path: `${WALL}/gene`,
  who: 'visitor',
  decide: (input, read, at): Decision => {
    const found = shownIn(read, at.lived()).find(row => row.id === one(input, 'id'))
    if (!found) return { refused: say('nothingThere') }
    const keeper = keeperNamed(read) ?? say('keeper')
    const before = remarksOn(read, found.id)
    const mine = at.hand && { card: null, ...at.hand }
    const remark = { about: found.id, kind: 'bothers', ...at.hand } as const
    const isMore = isNews(before, mine)
    const folds = !found.cleared && isOfTwo(mine && isMore ? [...before, mine] : before)
    return {
      drafts: isMore ? [draft(wallRemark, at.newId(), remark)] : [],
      next: WALL,
      said: say(
        folds
          ? 'foldedSaid'
          : found.cleared
            ? 'toldAgain'
            : isMore
              ? 'botheredSaid'
              : 'alreadyTold',
        keeper,
      ),
    }
  },
}

/** A keeper's act on one message, wherever it stands. */
const keeping = (
  name: string,
  path: string,
  act: (
    found: WallMessage,
    given: Readonly<{ input: Input; read: Reader; at: CommandContext }>,
  ) => Decision,
): Command<Words> => ({
  name,
  path: `${WALL}/${path}`,
  who: 'keeper',
  private: true,
  decide: (input, read, at) => {
    const found = messagesIn(read).find(row => row.id === one(input, 'id'))
    return found ? act(found, { input, read, at }) : { refused: say('nothingThere') }
  },
})

/** What was said of it is settled by the keeper's choice. */
const settling = (read: Reader, id: string) =>
  remarksOn(read, id).map(row => ({ type: wallRemark.name, record: row.id }))

const lift = keeping('lift', 'decrocher', (found, { input, read, at }) => {
  const checked = at.fields(wallMessage, input, ['why'])
  if ('refused' in checked) return checked
  const why = checked.fields.why ?? null
  return {
    drafts: [draft(wallMessage, found.id, { state: 'lifted', why })],
    forget: settling(read, found.id),
    next: WALL,
    said: say('lifted'),
    undo: { path: `${WALL}/accrocher`, input: { id: found.id }, words: say('undo') },
  }
})

/**
 * Against somebody who covers the wall: what is ticked, and nothing else. Each may be hung again.
 */
const liftSeveral: Command<Words> = {
  name: 'liftSeveral',
  path: `${WALL}/decrocher-plusieurs`,
  who: 'keeper',
  private: true,
  decide: (input, read, at): Decision => {
    const ticked = new Set(texts(input, 'ids'))
    const meant = standingIn(read, at.lived()).filter(row => takesRoom(row) && ticked.has(row.id))
    if (meant.length === 0) return { refused: say('noneMeant') }
    return {
      drafts: meant.map(row => draft(wallMessage, row.id, { state: 'lifted' })),
      forget: meant.filter(row => row.bothers).flatMap(row => settling(read, row.id)),
      next: WALL,
      said: say('liftedSeveral', meant.length),
    }
  },
}

/** What a message says, of whomever it says it. */
export const TELLS = ['said'] as const
const hang: Command<Words> = {
  ...keeping('hang', 'accrocher', (found, { read }) => ({
    drafts:
      found.state === 'shown' && found.cleared
        ? []
        : [
            draft(wallMessage, found.id, {
              state: 'shown',
              cleared: true,
              ...(found.why === null ? {} : { why: null }),
            }),
          ],
    forget: settling(read, found.id),
    next: WALL,
    said: say('hung'),
  })),
  showsOthers: TELLS,
}

const erase = keeping('erase', 'effacer', found => ({
  drafts: [],
  forget: [{ type: wallMessage.name, record: found.id }],
  next: WALL,
  said: say('erased'),
}))

const settle: Command<Words> = {
  name: 'settle',
  path: `${WALL}/regler`,
  who: 'keeper',
  decide: (input, read, at): Decision => {
    const checked = at.fields(wallRule, input, ['keeps', 'waits'])
    if ('refused' in checked) return checked
    const { fields } = checked
    const keeps = isKeeps(fields.keeps) ? fields.keeps : DEFAULT_KEEPS
    return {
      drafts: [draft(wallRule, ruleOf(read).id ?? at.newId(), fields)],
      next: WALL,
      said: say('settled', say(`keeps.${keeps}`)),
    }
  },
}

export const commands: readonly Command<Words>[] = [
  write,
  takeBack,
  bother,
  lift,
  liftSeveral,
  hang,
  erase,
  settle,
]
