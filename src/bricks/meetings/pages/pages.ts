import type { Page } from '../../../contract/page.ts'
import { ideaPages } from './pages-idea.ts'
import { meetingPages } from './pages-meeting.ts'
import { peoplePage } from './pages-people.ts'
import { storyPage } from './pages-story.ts'
import { taskPages } from './pages-tasks.ts'
import { saidPages } from './pages-voices.ts'
import type { MeetingWords } from './say.ts'

export const pages: readonly Page<MeetingWords>[] = [
  storyPage,
  ...meetingPages,
  ...ideaPages,
  ...taskPages,
  ...saidPages,
  peoplePage,
]
