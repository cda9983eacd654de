import { type Html, html } from '../../../contract/html.ts'
import { formField, tick } from '../../../ui/field.ts'
import { actButton, mainButton, post } from '../../../ui/post.ts'
import { unbroken } from '../../../ui/value.ts'
import { isYesRefused } from '../model/answer/too-late.ts'
import { counterOf } from '../model/answer/withdrawing.ts'
import { closedToo, DONE_CLOSED } from '../model/closed-too.ts'
import { noticeAgreeing } from '../model/part-judged.ts'
import { keyOfNotice, membersKnown } from '../model/read.ts'
import { dealAnswer } from '../model/records.ts'
import { driverFirst } from '../model/ride-full.ts'
import { rideNowOf } from '../model/ride-now.ts'
import {
  hasSaidOfTelling,
  isReader,
  isTelling,
  isTellingNamed,
  isTellingThis,
  type Party,
  type PartyStatement,
  type Says,
  speaksFor,
  storyOf,
  thanksOf,
} from '../model/rules.ts'
import { awaitsTelling, mayBeSaid, movesHere } from '../model/saying.ts'
import { toldOf } from '../model/story.ts'
import { isToCome } from '../model/that-day.ts'
import { mayUnwrite } from '../model/voice.ts'
import { lastWriter } from './closing.ts'
import { failing } from './failing.ts'
import { isAgreedByYes } from './part-answered.ts'
import { calledOf, type DealWords, placeFor, unlessInsult } from './say.ts'
import {
  answerArea,
  answerToken,
  cameBack,
  type DealThread,
  fieldOf,
  isReadBy,
  named,
  placeTyped,
  titleIn,
} from './view.ts'

/** Each of those for whom this person may answer, and what they may say now. */
export function acts(thread: DealThread): Html {
  const { whole, who, read, words } = thread
  const mine = whole.parties
    .map((party, place) => ({ party, place }))
    .filter(({ party }) => speaksFor(who, party))
  const isEarly =
    isToCome(whole, read, who.today) || rideNowOf(read, whole, who.today)?.isAsked === true
  // The act stands beside what that person wrote already.
  const writer = lastWriter(thread)
  // A keeper who reads no word of it notes what somebody tells them.
  const isNoted = who.by === 'keeper' && who.private && !isReadBy(whole, who)
  const all = html`
    ${mine.map(({ party, place }) => {
      const open = mayBeSaid(whole, party.key)
      // Over http the question is not read: nobody answers what they cannot read.
      const isHidden = open.includes('yes') && !who.private
      const may = open.filter(
        says =>
          says !== 'propose' &&
          !(says === 'done' && isEarly) &&
          !(says === 'not' && writer?.place === place) &&
          !(isHidden && ANSWERS.has(says)),
      )
      if (may.length === 0) return false
      const isAsked = may.includes('yes')
      const driver = isAsked ? driverFirst(read, whole, party) : undefined
      const isTaken = isAsked && isYesRefused(read, whole)
      const isMe = isReader(party, who)
      const title = isMe
        ? words.acts
        : who.private
          ? words.actsFor(calledOf(party, words))
          : words.actsOther
      const kept = { ...thread, party, place, isMe }
      return html`
        <div class="part stack no-print">
          ${titleIn(thread, title)}
          ${
            may.includes('tell')
              ? html`
                ${may.includes('done') && confirming(kept)}
                ${isReadBy(whole, who) ? tellingOrNot(kept) : tellingElsewhere(kept)}
              `
              : html`
                ${driver && driverAsked(kept, driver)}
                ${isTaken && html`<p>${words.taken}</p>`}
                ${buttons(kept, may, isTaken || driver !== undefined)}
              `
          }
        </div>
      `
    })}
  `
  return isNoted && all.html.trim() !== ''
    ? html`
      <details class="no-print"${cameBack(thread) && html` open`}>
        <summary>${words.noteFor}</summary>
        ${all}
      </details>
    `
    : all
}

/** What answers a moment that is proposed. */
const ANSWERS: ReadonlySet<Says> = new Set(['yes', 'no', 'other'])

type Acting = DealThread & Readonly<{ party: Party; place: number; isMe: boolean }>

const token = (of: Acting): Html => answerToken(of, of.place)
const actionOf = ({ at }: Acting): string => `${at}/repondre`

/** `isFull`: nothing is left to say yes to. */
function buttons(of: Acting, may: readonly Says[], isFull = false): Html {
  const { words, whole, party } = of
  const keeps = whole.stands && isReadBy(whole, of.who)
  // A moment that somebody else noted is not withdrawn: a no is to all that is proposed.
  const counter = counterOf(whole, party)
  const isAnothers = counter !== undefined && !mayUnwrite(of.who, party, counter.act)
  const label = (says: Says): string => ofPart(of, says, may) ?? labelAlone(says)
  const labelAlone = (says: Says): string =>
    says === 'no' && keeps
      ? words.keepAgreed(unlessInsult(whole.stands?.when ?? null))
      : says === 'no' && whole.state === 'proposed' && !may.includes('yes') && !isAnothers
        ? words.buttons.takeBack
        : words.buttons[says as keyof DealWords['buttons']]
  const lead =
    may.includes('keep') &&
    isTelling(whole.said, party.key) &&
    html`
      <p>
        ${
          of.isMe
            ? words.agreesToTell
            : words.agreesFor(of.who.private ? calledOf(party, words) : words.thisPerson)
        }
      </p>
    `
  // What fell through says why, in a line of its own.
  const isFailing = may.includes('not') && of.who.private
  const pressed = may.filter(
    says => says !== 'other' && !(isFull && says === 'yes') && !(isFailing && says === 'not'),
  )
  return html`
    ${lead}
    ${
      pressed.length > 0 &&
      post(token(of), actionOf(of), {
        button: html`${pressed.map(
          (says, i) =>
            html`
              <button
                name="says"
                value="${says}"${named(label(says), of)}${
                  i === 0 && !QUIET.has(says) && html` class="button done-side"`
                }
              >
                ${unbroken(label(says))}
              </button>
              ${says === 'done' && closingToo(of)}
            `,
        )}`,
      })
    }
    ${may.includes('other') && anotherTime(of)}
    ${isFailing && failing(of, label('not'))}
  `
}

/** Beside a part, an answer says whether it is to the moment, or to both. */
function ofPart(of: Acting, says: Says, may: readonly Says[]): string | undefined {
  const { whole, who, read, party, words } = of
  const { takes, stands } = whole
  if (takes === undefined || !may.includes('yes') || !isReadBy(whole, who)) return undefined
  if (says === 'no') return stands ? undefined : words.part.noMoment
  if (says !== 'yes') return undefined
  const notice = isAgreedByYes(whole, who, read) ? noticeAgreeing(whole, who, read) : undefined
  if (notice && keyOfNotice(notice) === party.key) return words.part.yesBoth(takes)
  return whole.raise === 'asked' ? words.part.yesMoment : undefined
}

/** A ride that is full: who would go asks its driver, by the same moment said to be theirs. */
function driverAsked(of: Acting, driver: Party): Html {
  const { words, whole } = of
  const name = of.who.private ? calledOf(driver, words) : words.someone
  const when = isReadBy(whole, of.who) ? unlessInsult(whole.row.when) : null
  const may = mayBeSaid(whole, of.party.key).includes('other')
  return html`
    <p>${words.driverFirst(name)}</p>
    ${
      when !== null &&
      may &&
      actButton(token(of), actionOf(of), {
        look: 'inline',
        hidden: { says: 'other', when },
        button: words.askAnyway(name),
      })
    }
  `
}

/** What calls off or takes back is nobody's first act. */
const QUIET: ReadonlySet<string> = new Set(['keep', 'no', 'not'])

/** The other side said that it is done: this one says so too, or that it is not. */
function confirming(of: Acting): Html {
  const { words, isMe, party } = of
  const who = of.who.private ? calledOf(party, words) : words.thisPerson
  return post(token(of), actionOf(of), {
    fields: html`<p>${isMe ? words.alsoDone : words.alsoDoneFor(who)}</p>`,
    button: html`
      <button class="button done-side" name="says" value="done"${named(words.buttons.done, of)}>
        ${words.buttons.done}
      </button>
      ${closingToo(of)}
      <button name="says" value="not"${named(words.buttons.notDone, of)}>
        ${words.buttons.notDone}
      </button>
    `,
  })
}
/** *C'est fait* closes the notice too where this person may. */
function closingToo({ whole, who, read, words }: Acting): Html | false {
  const count = closedToo(whole, who, read).length
  return (
    count > 0 &&
    html`<button name="says" value="${DONE_CLOSED}">${words.doneCloses(count)}</button>`
  )
}

/** *Plutôt un autre moment*: a yes, if the other can then. Folded; open when it came back. */
function anotherTime(of: Acting): Html {
  const { words, place } = of
  const { label, hint } = words.types['deal-answer'].fields.when
  const { id, typed = '', error } = fieldOf(of, place, 'when')
  const longest = dealAnswer.fields.when.longest
  const input = { name: 'when', maxlength: longest, autocomplete: 'off', value: typed }
  const where = words.types['deal-answer'].fields.where
  const place_ = { ...fieldOf(of, place, 'where'), ...where }
  // A keeper who notes an answer reads no place: left empty, it stays as it was.
  const now = isReadBy(of.whole, of.who) ? placeFor(of.whole, of.who, words) : undefined
  return html`
    <details${(typed !== '' || error !== undefined) && html` open`}>
      <summary>${words.buttons.other}</summary>
      ${post(token(of), actionOf(of), {
        unchecked: true,
        hidden: { placeShown: now },
        fields: html`
          ${formField({ id, label, hint, error, input })}
          ${
            movesHere(of.whole) &&
            formField({
              id: place_.id,
              label: place_.label,
              hint: place_.hint,
              input: {
                name: 'where',
                maxlength: longest,
                autocomplete: 'off',
                value: placeTyped(of, place) ?? now ?? '',
              },
            })
          }
        `,
        button: html`
          <button name="says" value="other"${named(words.buttons.sayOther, of)}>
            ${words.buttons.sayOther}
          </button>
        `,
      })}
    </details>
  `
}

const isKept = ({ whole: { said }, party: { key } }: Acting): boolean =>
  hasSaidOfTelling(said, key) && !isTelling(said, key)
/** Who said that it is not to be told is not asked again: they may, folded. */
function tellingOrNot(of: Acting): Html {
  const { words, place } = of
  if (!isKept(of)) return telling(of)
  const isAgain = fieldOf(of, place, 'thanks').typed !== undefined
  return html`
    <p>${words.tellKept}</p>
    <details${isAgain && html` open`}>
      <summary>${words.tellAfterAll}</summary>
      ${telling(of)}
    </details>
  `
}

/**
 * *On peut le raconter*, with or without the first name, and a thank-you: nothing is ticked
 * beforehand, but what they said already of the same sentence. Who writes for somebody says that
 * they told them the sentence.
 */
function telling(of: Acting): Html {
  const { words, place, isMe, party, whole } = of
  const isSaid = isTellingThis(whole.said, party.key)
  const box = (name: string, label: string, wasOn: boolean): Html => {
    const { typed } = fieldOf(of, place, name)
    const isOn = typed === undefined ? isSaid && wasOn : typed !== ''
    return tick({ look: 'choice', id: `f-${name}-${place}`, name, isOn, words: label })
  }
  const thanked = fieldOf(of, place, 'thanks')
  const { label, hint } = words.types['deal-answer'].fields.thanks
  const called = calledOf(party, words)
  const tell = isMe ? words.tellYes : words.tellYesFor(called)
  const named = isMe ? words.named : words.namedFor(called)
  const others = words.and(othersOf(of)) || words.someone
  return html`
    ${awaitsTelling(whole) && html`<p>${words.tellAgain(others)}</p>`}
    ${post(token(of), actionOf(of), {
      hidden: { says: 'thank' },
      fields: html`
        <fieldset class="group-field">
          <legend>${words.tell}</legend>
          <p class="hint">${whoReads(of)}</p>
          ${storyField(of)}
          <div class="choices">
            ${box('tell', tell, true)}
            ${box('named', named, isTellingNamed(whole.said, party.key))}
          </div>
        </fieldset>
        ${answerArea({
          ...{ id: thanked.id, error: thanked.error, label, hint, name: 'thanks' as const },
          value: thanked.typed ?? thanksOf(whole.said, party.key) ?? '',
        })}
      `,
      button: mainButton(words.sendTelling, 'done'),
    })}
    ${
      !isKept(of) &&
      post(token(of), actionOf(of), {
        button: html`<button class="quiet" name="says" value="keep">${words.tellNo}</button>`,
      })
    }
  `
}

/**
 * The sentence that would be told. One that is written is read by each, who may write another; of a
 * deal with another box, its own sentence is.
 */
function storyField(of: Acting): Html {
  const { whole, words, place } = of
  if (whole.row.box !== null) return html`<p class="hint">${preview(of)}</p>`
  const { label, hint } = words.types['deal-answer'].fields.story
  const { id, typed, error } = fieldOf(of, place, 'story')
  const stands = storyOf(whole.said)
  const isNew = isTelling(whole.said, of.party.key) && !isTellingThis(whole.said, of.party.key)
  return html`
    ${isNew && html`<p>${words.storyAgain(words.and(othersOf(of)))}</p>`}
    ${answerArea({
      id,
      label,
      hint,
      error,
      name: 'story',
      value: typed ?? stands ?? '',
    })}
  `
}
const othersOf = ({ whole, party, words }: Acting): readonly string[] =>
  whole.parties.filter(({ key }) => key !== party.key).map(one => calledOf(one, words))

/**
 * Who will read it: those who hold a card, of a notice that only they read; else everybody, on
 * other boxes too where it stands beside its notice (`model/told-beside.ts`).
 */
function whoReads({ whole, words, read }: Acting): string {
  if ((whole.row.about ?? []).some(id => read.isByCard(id))) return words.tellByCard
  return whole.notices.length > 0 ? `${words.tellHint} ${words.tellBeside}` : words.tellHint
}

/** Nobody agrees to a sentence that they could not read; to say no, none is needed. */
const tellingElsewhere = (of: Acting): Html =>
  html`${!of.who.private && html`<p>${of.words.tellAtTheBox}</p>`}${buttons(of, ['keep'])}`

/** The sentence as strangers would read it if nobody were named. */
function preview({ whole: { row, parties }, read, words }: Acting): string {
  const nobody = parties.map(
    ({ key }): PartyStatement => ({ key, says: 'tell', named: false, thanks: null }),
  )
  const others = membersKnown(read).map(({ name }) => name)
  return words.willBeTold(
    toldOf(row.what ?? '', { parties, said: nobody }, others, words.plainly).title,
  )
}
